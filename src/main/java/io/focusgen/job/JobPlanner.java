package io.focusgen.job;

/** Makes plans of what was asked for. */
@FunctionalInterface
public interface JobPlanner {

    /**
     * Plans a job. Takes milliseconds of CPU or more: never call it on an event loop.
     *
     * @throws io.focusgen.spec.RefusedException where the request cannot be met
     */
    JobPlan plan(JobOrder order);
}
