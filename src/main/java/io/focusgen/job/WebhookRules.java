package io.focusgen.job;

import java.util.Optional;

/** Says which addresses may be told of the end of a job. Where there is no bean of this type, none may. */
public interface WebhookRules {

    /** Why this address is not taken, and what is allowed, in a sentence; empty where it is taken. Does not resolve names. */
    Optional<String> refusal(String url);
}
