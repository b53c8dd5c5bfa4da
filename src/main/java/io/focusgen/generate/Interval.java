package io.focusgen.generate;

import java.time.Instant;

/**
 * A charge period that is no charge period of the month.
 *
 * @param startHour hours from 1970-01-01T00:00Z
 * @param endHour likewise, exclusive
 */
public record Interval(long startHour, long endHour) {

    private static final int SECONDS = 3600;

    /** As it stands in a cell. */
    public String start() {
        return Instant.ofEpochSecond(startHour * SECONDS).toString();
    }

    /** As it stands in a cell. */
    public String end() {
        return Instant.ofEpochSecond(endHour * SECONDS).toString();
    }
}
