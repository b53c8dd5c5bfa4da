package io.focusgen.guard.oidc;

/** A token lets nobody in. The message says why in half a sentence, and shows nothing of it. */
public class RefusedTokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedTokenException(String why) {
        super(why);
    }
}
