package io.focusgen.guard.key;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which API keys there are. */
@ConfigMapping(prefix = "focus.keys")
public interface KeyConfig {

    /** Keys as {@link ApiKeys#parse} reads them. */
    Optional<String> list();

    /** A file with more of them; it is read again when it has changed. */
    Optional<Path> file();

    /** How often the file is looked at, 1 second to 1 hour. */
    @WithDefault("5s")
    Duration reload();
}
