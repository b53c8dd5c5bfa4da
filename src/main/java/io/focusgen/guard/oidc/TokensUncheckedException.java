package io.focusgen.guard.oidc;

/** The provider could not be asked, so that nobody knows what a token is worth. */
public class TokensUncheckedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TokensUncheckedException(Throwable cause) {
        super("the identity provider cannot be asked", cause);
    }
}
