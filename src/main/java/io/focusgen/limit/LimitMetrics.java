package io.focusgen.limit;

/** Hears of decisions. Called on event loops: must not block. */
public interface LimitMetrics {

    /** A request, or an amount of rows, was admitted or refused. */
    void decided(Counted what, boolean admitted, Mode mode);

    /** What was admitted came to nothing and was given back. */
    void returned(Counted what);

    /** A caller has to wait because it kept asking while it was refused. */
    void suspended();
}
