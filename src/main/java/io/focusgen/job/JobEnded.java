package io.focusgen.job;

/** Hears of jobs that have come to their end. All beans of this type are told; they must not block. */
public interface JobEnded {

    /** The job is stored as completed, failed or cancelled. Not called for jobs that ended just before the process did. */
    void ended(Job job);

    /** The job is stored as failed; follows {@link #ended}. @param cause what the log has, too */
    default void failed(Job job, Throwable cause) {
        // Why a job failed is of interest to few.
    }
}
