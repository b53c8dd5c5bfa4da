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
                    "No room is left for files: " + taken + " of the " + quota
                            + " bytes that DATA_QUOTA allows are taken.",
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

    /** Of the quota; 0 where more is there than it allows. */
    synchronized long left() {
        return Math.max(0, quota - taken);
    }

    synchronized long taken() {
        return taken;
    }
}
