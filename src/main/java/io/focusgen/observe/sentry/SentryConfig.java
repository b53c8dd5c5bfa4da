package io.focusgen.observe.sentry;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where our own faults are reported. */
@ConfigMapping(prefix = "focus.sentry")
public interface SentryConfig {

    /** The address with the key of a project; without one nothing is reported. */
    Optional<String> dsn();

    /** What this installation is called there. */
    @WithDefault("production")
    String environment();
}
