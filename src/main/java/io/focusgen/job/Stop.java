package io.focusgen.job;

/** Why a worker leaves a job before its end. */
enum Stop {
    /** It is somebody else's now. */
    LOST,
    /** It is forgotten, and would be nobody's. */
    GONE,
    /** Nobody wants it any more. */
    CANCELLED,
    /** The process ends. */
    SHUTDOWN
}
