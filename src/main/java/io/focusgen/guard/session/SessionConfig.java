package io.focusgen.guard.session;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How sessions are signed and how long they last. */
@ConfigMapping(prefix = "focus.session")
public interface SessionConfig {

    /** What cookies are signed with, at least 32 bytes in UTF-8; a random one of this process when absent. */
    Optional<String> secretKey();

    /** What CSRF tokens are made with, at least 32 bytes; derived from the other when absent. */
    Optional<String> csrfSecretKey();

    /** How long a session lasts, 1 minute to 30 days. */
    @WithDefault("8h")
    Duration maxAge();
}
