package io.focusgen.archfixture.plan;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/** Each method but {@code fine} gives something else on another day, machine or JDK. */
@SuppressWarnings({"DefaultCharset", "JavaTimeDefaultTimeZone", "StringCaseLocaleUsage"})
public final class Irreproducible {

    double exp() {
        return Math.exp(1);
    }

    double pow() {
        return Math.pow(2, 3);
    }

    double random() {
        return Math.random();
    }

    String doubleText() {
        return Double.toString(0.1);
    }

    String doubleValueOf() {
        return String.valueOf(0.1);
    }

    StringBuilder doubleAppended() {
        return new StringBuilder().append(0.1);
    }

    BigDecimal decimalOfDouble() {
        return BigDecimal.valueOf(0.1);
    }

    String format() {
        return String.format("%d", 1);
    }

    String formatted() {
        return "%d".formatted(1);
    }

    long millis() {
        return System.currentTimeMillis();
    }

    long nanos() {
        return System.nanoTime();
    }

    Instant instant() {
        return Instant.now();
    }

    YearMonth month() {
        return YearMonth.now();
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    Random generator() {
        return new Random(1);
    }

    int local() {
        return ThreadLocalRandom.current().nextInt();
    }

    UUID uuid() {
        return UUID.randomUUID();
    }

    Locale locale() {
        return Locale.getDefault();
    }

    ZoneId zone() {
        return ZoneId.systemDefault();
    }

    Charset charset() {
        return Charset.defaultCharset();
    }

    String lower() {
        return "I".toLowerCase();
    }

    UnaryOperator<String> upperReference() {
        return String::toUpperCase;
    }

    byte[] bytes() {
        return "I".getBytes();
    }

    String text() {
        return new String(new byte[0]);
    }

    List<Object> fine() {
        return List.of(StrictMath.exp(1), Math.sqrt(2), String.valueOf(1), "I".toLowerCase(Locale.ROOT),
                "I".getBytes(StandardCharsets.US_ASCII), YearMonth.of(2026, 1));
    }
}
