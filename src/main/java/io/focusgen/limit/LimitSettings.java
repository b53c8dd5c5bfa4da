package io.focusgen.limit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The checked values of a {@link LimitConfig}.
 *
 * @param on whether there are limits at all
 * @param allowance what everybody may ask for who has no allowance of their own
 * @param queriesPerMinute requests for documents in any minute, of everybody whose own allowance says nothing of them
 */
public record LimitSettings(boolean on, Allowance allowance, int queriesPerMinute) {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private static final String MINUTE_NAME = "RATE_LIMIT_PER_MINUTE";
    private static final String HOUR_NAME = "RATE_LIMIT_PER_HOUR";
    private static final String DAY_NAME = "RATE_LIMIT_PER_DAY";

    private static final int PER_MINUTE = 10;
    private static final int PER_HOUR = 100;
    private static final int PER_DAY = 1000;
    private static final int QUERIES_PER_MINUTE = 120;
    /** The sixteen shards of a data set at once, which is half of the streams of a machine with one core. */
    private static final int STREAMS_PER_CALLER = 16;

    /**
     * Checks a configuration.
     *
     * @throws ConfigurationException with a sentence where a value is out of range, or where there are limits and that of a
     *     longer time is less than that of a shorter one
     */
    public static LimitSettings of(LimitConfig config) {
        boolean any = Stream.of(config.perMinute(), config.perHour(), config.perDay(), config.queriesPerMinute(),
                config.rowsPerDay(), config.streamsPerCaller()).anyMatch(OptionalLong::isPresent);
        boolean on = config.mode().map(mode -> isOn("RATE_LIMIT", mode))
                .orElseGet(() -> any || isOn("focus.limit.preset", config.preset()));
        long rows = config.rowsPerDay().isPresent()
                ? checked("ROW_LIMIT_PER_DAY", config.rowsPerDay(), 1, Window.MOST)
                : Allowance.UNLIMITED;
        Allowance allowance = new Allowance(requests(MINUTE_NAME, config.perMinute(), PER_MINUTE),
                requests(HOUR_NAME, config.perHour(), PER_HOUR), requests(DAY_NAME, config.perDay(), PER_DAY), rows,
                requests("STREAMS_PER_CALLER", config.streamsPerCaller(), STREAMS_PER_CALLER));
        if (on) {
            refuseLess(MINUTE_NAME, allowance.perMinute(), HOUR_NAME, allowance.perHour(), config.perHour());
            refuseLess(HOUR_NAME, allowance.perHour(), DAY_NAME, allowance.perDay(), config.perDay());
        }
        return new LimitSettings(on, allowance,
                requests("RATE_LIMIT_QUERIES_PER_MINUTE", config.queriesPerMinute(), QUERIES_PER_MINUTE));
    }

    /** A limit of a longer time that is less makes the other one say what never holds; one that is not set has its default. */
    private static void refuseLess(String shorterName, int shorter, String longerName, int longer, OptionalLong given) {
        if (longer < shorter) {
            throw new ConfigurationException(
                    longerName + (given.isPresent() ? "=" + longer : ", " + longer + " unless set,")
                            + " is less than " + shorterName + "=" + shorter + " of a shorter time. Set it to at least "
                            + shorter
                            + ", or " + shorterName + " to at most " + longer + ".");
        }
    }

    /** What is counted of a caller, and how much of it there may be; nothing where that is as much as anybody asks for. */
    public List<Window> windows(Counted what, Optional<Allowance> own) {
        Allowance may = own.orElse(allowance);
        return switch (what) {
            case STREAMS -> List.of(Window.ofRequests("minute", may.perMinute(), MINUTE),
                    Window.ofRequests("hour", may.perHour(), HOUR), Window.ofRequests("day", may.perDay(), DAY));
            case QUERIES ->
                List.of(Window.ofRequests("queries", may.queriesPerMinute().orElse(queriesPerMinute), MINUTE));
            case ROWS -> may.rowsPerDay() == Allowance.UNLIMITED
                    ? List.of()
                    : List.of(Window.ofAmounts("rows", Math.min(may.rowsPerDay(), Window.MOST), DAY));
        };
    }

    private static boolean isOn(String name, String value) {
        return switch (value) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new ConfigurationException(name + " is neither on nor off. Set it to on to limit what"
                    + " each caller may ask for, or to off where everybody who reaches the address may ask for all there is.");
        };
    }

    private static int requests(String name, OptionalLong value, int standard) {
        return (int) checked(name, value, standard, Integer.MAX_VALUE);
    }

    private static long checked(String name, OptionalLong value, long standard, long most) {
        long number = value.orElse(standard);
        if (number < 1 || number > most) {
            throw new ConfigurationException(
                    name + "=" + number + " is out of range. Set it to a whole number from 1 to " + most + ".");
        }
        return number;
    }
}
