package io.focusgen.conform;

import java.io.IOException;

/** A file is not the text that its reader reads. The message names the line and what is wrong with it. */
public final class MalformedTextException extends IOException {

    private final long line;

    MalformedTextException(long line, String reason) {
        super("line " + line + ": " + reason);
        this.line = line;
    }

    /** The line in which it was noticed, 1 for the first; a quoted cell may span lines. */
    public long line() {
        return line;
    }
}
