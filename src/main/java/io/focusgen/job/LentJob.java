package io.focusgen.job;

/**
 * A job for the worker that has claimed it.
 *
 * @param job as it is stored, running
 * @param lease to write with
 */
public record LentJob(Job job, Lease lease) {
}
