package io.focusgen.job;

import org.jspecify.annotations.Nullable;

/** The store has no room for the state of a job. It has once files are removed, which is why work ends at it. */
public final class JobStoreFullException extends JobsUnavailableException {

    private static final long serialVersionUID = 1L;

    /** @param sentences for the client, without addresses or paths of this machine */
    public JobStoreFullException(String sentences, @Nullable Throwable cause) {
        super(sentences, cause);
    }
}
