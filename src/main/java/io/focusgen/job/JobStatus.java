package io.focusgen.job;

import java.util.Locale;

/** What has become of a job. */
public enum JobStatus {
    /** Waits for a worker. */
    QUEUED,
    /** Has begun: a worker is at it, or the next one will go on. */
    RUNNING,
    /** All files are there. */
    COMPLETED,
    /** Has no files, and says why. */
    FAILED,
    /** Somebody did not want it any more; has no files. */
    CANCELLED;

    /** Whether nothing of it changes any more. */
    public boolean ended() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }

    /** As in documents: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
