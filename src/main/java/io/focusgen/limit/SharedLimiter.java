package io.focusgen.limit;

import java.util.List;

import io.smallrye.mutiny.Uni;

/** Counts for all replicas together. Answers soon or fails: with whatever failure, each process counts for itself. */
public interface SharedLimiter {

    /** Whether the configuration names one; decided without asking anybody. */
    boolean configured();

    /** Whether a call failed because this process wants too much at once, which says nothing of who counts. */
    default boolean busy(Throwable failure) {
        return false;
    }

    /** As {@link LocalLimiter#take}; on whatever thread. */
    Uni<Decision> take(String caller, List<Window> windows, long cost);

    /** As {@link LocalLimiter#look}; on whatever thread. */
    Uni<Decision> look(String caller, List<Window> windows, long cost);

    /** As {@link LocalLimiter#giveBack}. */
    Uni<Void> giveBack(String caller, List<Window> windows, long cost, long moment);
}
