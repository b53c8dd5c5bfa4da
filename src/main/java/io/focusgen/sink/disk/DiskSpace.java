package io.focusgen.sink.disk;

import io.focusgen.sink.SinkException;

/** How much of the quota is taken. Thread-safe. */
final class DiskSpace {

    private final long quota;
    private long taken;

    DiskSpace(long quota) {
        this.quota = quota;
    }

    /** @throws SinkException of kind {@link SinkException.Kind#FULL} where that is more than is left */
    synchronized void take(long bytes) {
        if (bytes > quota - taken) {
            throw new SinkException(SinkException.Kind.FULL,
                    "No room is left for files: " + taken + " of " + quota + " bytes are taken. Remove jobs that are no"
                            + " longer needed, ask for less, or raise DATA_QUOTA.",
                    null);
        }
        taken += bytes;
    }

    /** Counts what is there, whatever the quota says. */
    synchronized void found(long bytes) {
        taken += bytes;
    }

    synchronized void give(long bytes) {
        taken -= bytes;
    }

    synchronized long taken() {
        return taken;
    }
}
