package io.focusgen.http.request;

import io.focusgen.spec.CanonicalUrl;

/** How much of a request is read. What the server itself reads is bounded in {@code application.properties}. */
final class Bounds {

    /** Twice the longest sensible query, which names every column. */
    static final int QUERY_CHARACTERS = CanonicalUrl.MOST_CHARACTERS;

    /** A column each and a few more. */
    static final int PARAMETERS = 60;

    /** Of a value that is not a document, as in a query. */
    static final int VALUE_CHARACTERS = QUERY_CHARACTERS;

    /** Names and values of a body, at all depths. */
    static final int BODY_VALUES = 10_000;

    static final int NAME_CHARACTERS = 200;
    static final int NUMBER_CHARACTERS = 100;
    static final int DEPTH = 32;

    private Bounds() {
    }
}
