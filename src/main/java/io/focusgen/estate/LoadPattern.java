package io.focusgen.estate;

/** Whom the use of a line follows; {@link Loads} says what shape that gives in an application. */
public enum LoadPattern {
    /** Nobody: it is always the same. */
    FLAT,
    /** The application's users. */
    WEB,
    /** The people who build and run it. */
    OFFICE,
    /** A schedule. */
    NIGHT
}
