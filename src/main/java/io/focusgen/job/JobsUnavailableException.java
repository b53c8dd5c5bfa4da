package io.focusgen.job;

import org.jspecify.annotations.Nullable;

/** Jobs cannot be had now; the message is for the client: why, and what to do. */
public class JobsUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentences for the client, without addresses or paths of this machine */
    public JobsUnavailableException(String sentences, @Nullable Throwable cause) {
        super(sentences, cause);
    }
}
