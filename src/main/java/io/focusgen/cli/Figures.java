package io.focusgen.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Numbers that are to be taken in at a glance. */
final class Figures {

    private static final List<String> THOUSANDS = List.of("", "k", "M", "G", "T", "P", "E");
    private static final int THOUSAND = 1_000;
    private static final int DIGITS = 3;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MILLISECOND = 1_000_000L;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3_600;

    private Figures() {
    }

    /** With three digits and a letter, e.g. {@code 4.56M}; whole below a thousand. */
    static String count(long number) {
        String[] parts = parts(number);
        return parts[0] + parts[1];
    }

    /** With three digits and a decimal unit, e.g. {@code 3.52 GB}. */
    static String bytes(long bytes) {
        String[] parts = parts(bytes);
        return parts[0] + " " + parts[1] + "B";
    }

    /** Bytes a second, e.g. {@code 210 MB/s}. */
    static String rate(long bytes, long nanos) {
        return bytes(Math.round((double) bytes / Math.max(1, nanos) * NANOS_PER_SECOND)) + "/s";
    }

    /** In whole milliseconds below ten seconds, in seconds with a tenth below a minute, and as on a clock above. */
    static String time(long nanos) {
        if (nanos < 10 * NANOS_PER_SECOND) {
            return nanos / NANOS_PER_MILLISECOND + " ms";
        }
        if (nanos < SECONDS_PER_MINUTE * NANOS_PER_SECOND) {
            return BigDecimal.valueOf(nanos / (NANOS_PER_SECOND / 10), 1) + " s";
        }
        return clock(nanos);
    }

    /** As on a clock, e.g. {@code 0:07} or {@code 2:01:33}. */
    static String clock(long nanos) {
        long seconds = nanos / NANOS_PER_SECOND;
        String below = two(seconds % SECONDS_PER_MINUTE);
        return seconds < SECONDS_PER_HOUR
                ? seconds / SECONDS_PER_MINUTE + ":" + below
                : seconds / SECONDS_PER_HOUR + ":" + two(seconds % SECONDS_PER_HOUR / SECONDS_PER_MINUTE) + ":" + below;
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private static String[] parts(long number) {
        BigDecimal value = BigDecimal.valueOf(number).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
        int power = 0;
        while (value.compareTo(BigDecimal.valueOf(THOUSAND)) >= 0) {
            value = value.movePointLeft(DIGITS);
            power++;
        }
        int decimals = power == 0 ? 0 : DIGITS - (value.precision() - value.scale());
        return new String[]{value.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString(), THOUSANDS.get(power)};
    }
}
