package io.focusgen.job;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Who is told when a job has ended, and whether that has happened.
 *
 * @param url of the receiver
 * @param state of the message
 * @param attempts to send it so far
 * @param next when it is tried again, or null where it is not
 * @param outcome of the last attempt, e.g. {@code HTTP 500}; null before the first
 */
public record Webhook(String url, State state, int attempts, @Nullable Instant next, @Nullable String outcome) {

    /** What has become of the message. */
    public enum State {
        /** To be sent once the job has ended. */
        PENDING,
        /** The receiver has it. */
        DELIVERED,
        /** The receiver did not take it in all the time for it, or said that it wants no more. */
        GIVEN_UP
    }

    /** Nothing has been sent yet. */
    public static Webhook to(String url) {
        return new Webhook(url, State.PENDING, 0, null, null);
    }
}
