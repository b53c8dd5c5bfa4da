package io.focusgen.sink.disk;

import java.nio.file.Path;
import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where files are kept. */
@ConfigMapping(prefix = "focus.disk")
public interface DiskConfig {

    /** The folder for everything that is kept; files are in {@code files} below it. Made when the first one is written. */
    @WithDefault("data")
    Path dir();

    /** Bytes of all files together, at least 1 MiB; what comes on top fails. */
    @WithDefault("20G")
    MemorySize quota();

    /** Files are removed when they have not been written to for so long, at least a minute. */
    @WithDefault("7d")
    Duration maxAge();
}
