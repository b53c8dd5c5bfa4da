package io.focusgen.http;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Who may use the service. */
@ConfigMapping(prefix = "focus.access")
public interface AccessConfig {

    /**
     * How clients prove who they are; from the environment variable {@code AUTH}. Only {@code none} exists: everyone who
     * reaches the address may use the service. Absent, the service listens on a loopback address only.
     */
    Optional<String> auth();
}
