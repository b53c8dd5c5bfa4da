package io.focusgen.conform;

/** What the lines of a file end with. */
public enum LineEnd {
    LF,
    CRLF,
    /** Either, even mixed. */
    ANY
}
