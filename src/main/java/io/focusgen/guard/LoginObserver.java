package io.focusgen.guard;

/** Told about every attempt to come in that failed; may be told from any thread, and must not wait. */
public interface LoginObserver {

    /** A key, a token or a cookie was refused. @param address of the client, as {@link Caller#id} of one without a name */
    void failed(String address);
}
