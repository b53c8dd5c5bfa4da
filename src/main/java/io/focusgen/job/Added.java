package io.focusgen.job;

import org.jspecify.annotations.Nullable;

/**
 * What has become of a job that was to be added.
 *
 * @param outcome which
 * @param job the new or the earlier one; null where there is none
 */
public record Added(Outcome outcome, @Nullable Job job) {

    /** What can become of it. */
    public enum Outcome {
        /** It is stored. */
        NEW,
        /** The key was used before for the same request: that job is the answer. */
        EARLIER,
        /** The key was used before for another request. */
        OTHER_REQUEST,
        /** As many jobs are waiting as may wait. */
        FULL
    }

    /** The job is stored. */
    public static Added stored(Job job) {
        return new Added(Outcome.NEW, job);
    }

    /** There was one already. */
    public static Added earlier(Job job) {
        return new Added(Outcome.EARLIER, job);
    }

    /** There is none. */
    public static Added refused(Outcome why) {
        return new Added(why, null);
    }
}
