package io.focusgen.sink.disk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How files are kept.
 *
 * @param files the folder of all files, absolute; need not exist
 * @param quota bytes of all files together, at least 1 MiB
 * @param maxAge files are removed when they have not been written to for so long, at least a minute
 */
public record DiskSettings(Path files, long quota, Duration maxAge) {

    private static final long LEAST_QUOTA = 1 << 20;
    private static final Duration LEAST_AGE = Duration.ofMinutes(1);

    public DiskSettings {
        if (quota < LEAST_QUOTA) {
            throw new IllegalArgumentException("DATA_QUOTA must be at least 1M, but is " + quota + " bytes");
        }
        if (maxAge.compareTo(LEAST_AGE) < 0) {
            throw new IllegalArgumentException("DATA_MAX_AGE must be at least 1m, a minute, but is " + maxAge);
        }
    }

    /**
     * The configured values.
     *
     * @throws IllegalArgumentException with a sentence that names the variable, if one is out of range
     */
    public static DiskSettings of(DiskConfig config) {
        Path dir = config.dir().toAbsolutePath().normalize();
        if (Files.exists(dir) && !(Files.isDirectory(dir) && Files.isWritable(dir))) {
            throw new IllegalArgumentException(
                    "DATA_DIR must be a folder that can be written to, but " + dir + " is not");
        }
        return new DiskSettings(dir.resolve("files"), config.quota().asLongValue(), config.maxAge());
    }
}
