package io.focusgen.job;

/** Hears of jobs that have come to their end. All beans of this type are told; they must not block. */
public interface JobEnded {

    /** The job is stored as completed, failed or cancelled. Not called for jobs that ended just before the process did. */
    void ended(Job job);
}
