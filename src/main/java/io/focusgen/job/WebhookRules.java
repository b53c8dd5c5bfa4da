package io.focusgen.job;

import java.util.Optional;

/** Says which addresses may be told of the end of a job. Where there is no bean of this type, none may. */
public interface WebhookRules {

    /** The longest address, in characters. */
    int LONGEST = 2048;

    /** What is allowed, as it stands in sentences. */
    String ALLOWED = "an https URL of at most " + LONGEST
            + " characters, without user, password and fragment, its host a"
            + " name in ASCII: https://hooks.example.com/path";

    /** Why this address is not taken, and what is allowed, in a sentence; empty where it is taken. Does not resolve names. */
    Optional<String> refusal(String url);
}
