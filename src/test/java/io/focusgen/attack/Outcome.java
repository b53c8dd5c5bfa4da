package io.focusgen.attack;

/** What becomes of an attempt. */
enum Outcome {
    /** An answer of 4xx that says why. */
    REFUSED,
    /** Refused for something else than what it is: 401, 429 or 503. */
    TURNED_AWAY,
    /** An answer of 2xx or 3xx. */
    SERVED,
    /** The connection is ended without an answer. */
    CUT,
    /** Nothing yet: the request is not complete, and its time is not over. */
    WAITING
}
