package io.focusgen.job;

/**
 * The right to work at a job, until it is not renewed in time.
 *
 * @param job its id
 * @param token another one for each time that the job is lent, and greater than those before
 */
public record Lease(String job, long token) {
}
