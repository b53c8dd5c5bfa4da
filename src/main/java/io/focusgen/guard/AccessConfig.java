package io.focusgen.guard;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Who may use the service. */
@ConfigMapping(prefix = "focus.access")
public interface AccessConfig {

    /**
     * Whether callers prove who they are; from the environment variable {@code AUTH}. Only {@code none} exists: everyone who
     * reaches the address may use the service. Absent, callers need a key or token where any are configured, and where none
     * are the service listens on a loopback address only.
     */
    Optional<String> auth();
}
