package io.focusgen.sink.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

import io.focusgen.sink.SinkException;
import io.focusgen.sink.SinkException.Kind;

/** Says what an error of the file system means to who asked for a file. */
final class DiskFailure {

    private DiskFailure() {
    }

    /**
     * The failure as it is reported; the path stays in the cause, which only the log shows.
     *
     * @param doing what was tried, e.g. {@code written}
     */
    static SinkException of(String name, String doing, IOException cause) {
        String reason = reason(cause);
        if (reason.contains("No space left") || reason.contains("quota exceeded")) {
            return new SinkException(Kind.FULL, name + " could not be " + doing + ": the disk is full.", cause);
        }
        if (cause instanceof AccessDeniedException || reason.contains("Read-only")
                || reason.contains("not permitted")) {
            return new SinkException(Kind.DENIED, name + " could not be " + doing
                    + ": the service may not write there.", cause);
        }
        return new SinkException(Kind.FAILED, name + " could not be " + doing + ": the disk reports "
                + cause.getClass().getSimpleName() + ".", cause);
    }

    private static String reason(IOException cause) {
        String reason = cause instanceof FileSystemException failed ? failed.getReason() : cause.getMessage();
        return reason == null ? "" : reason;
    }
}
