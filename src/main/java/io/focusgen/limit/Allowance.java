package io.focusgen.limit;

import java.util.OptionalInt;

/**
 * What one caller may ask for, each a whole number from 1 on.
 *
 * @param perMinute requests in any 60 seconds, at most 2^31-1 like the next two
 * @param perHour requests in any 60 minutes
 * @param perDay requests in any 24 hours
 * @param rowsPerDay rows in any 24 hours; {@link #UNLIMITED} where they are not counted
 * @param streams answers at once that carry rows
 * @param queriesPerMinute requests for documents in any 60 seconds, at most 2^31-1; empty where it is as for everybody
 */
public record Allowance(int perMinute, int perHour, int perDay, long rowsPerDay, int streams,
        OptionalInt queriesPerMinute) {

    /** As many rows as anybody can ask for. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    /** @throws IllegalArgumentException where a number is below 1 */
    public Allowance {
        if (perMinute < 1 || perHour < 1 || perDay < 1 || rowsPerDay < 1 || streams < 1
                || queriesPerMinute.orElse(1) < 1) {
            throw new IllegalArgumentException("an allowance is at least 1");
        }
    }

    /** One that says nothing of documents. */
    public Allowance(int perMinute, int perHour, int perDay, long rowsPerDay, int streams) {
        this(perMinute, perHour, perDay, rowsPerDay, streams, OptionalInt.empty());
    }
}
