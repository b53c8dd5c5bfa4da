package io.focusgen.guard;

/** Told about how callers come in, or do not; may be told from any thread, and must not wait. */
public interface LoginObserver {

    /** A key, a token or a cookie was refused. @param address of the client, as {@link Caller#id} of one without a name */
    void failed(String address);

    /** A cookie let somebody in of whose session nobody could say whether another replica has ended it. */
    default void unchecked() {
    }
}
