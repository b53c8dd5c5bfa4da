package io.focusgen.generate;

import java.time.Instant;

/**
 * A charge period that is none of its month's: earlier, longer or cut elsewhere.
 *
 * @param startHour hours from 1970-01-01T00:00Z to its start
 * @param endHour hours from then to its end, exclusive
 */
public record ChargePeriod(long startHour, long endHour) {

    private static final long SECONDS_OF_HOUR = 3600;

    public ChargePeriod {
        if (endHour <= startHour) {
            throw new IllegalArgumentException("no time from " + startHour + " to " + endHour);
        }
    }

    /** As it is written: {@code yyyy-MM-ddTHH:mm:ssZ}. */
    public String start() {
        return text(startHour);
    }

    public String end() {
        return text(endHour);
    }

    private static String text(long epochHour) {
        return Instant.ofEpochSecond(epochHour * SECONDS_OF_HOUR).toString();
    }
}
