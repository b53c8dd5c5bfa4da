package io.focusgen.job;

/** What a worker learns when it writes or renews. */
public enum Standing {
    /** It goes on. */
    OURS,
    /** It has to stop and remove the files; the lease is still its own. */
    CANCEL_WANTED,
    /** The job is another worker's, or has ended: it stops and touches nothing. What it wrote was not stored. */
    LOST,
    /** The store has forgotten the job, so that nobody else will go on with it: it stops and removes the files. */
    GONE
}
