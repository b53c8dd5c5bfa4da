package io.focusgen.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.focusgen.spec.GeneratorVersion;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;

/** {@code focus_build_info}: what runs here; {@code focus_memory_resident_bytes}: the memory that containers are limited by. */
@Startup
@Singleton
public class MicrometerProcess {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+([0-9]{1,15}) kB");
    private static final Pattern COMMIT = Pattern.compile("unknown|[0-9a-f]{7,64}");
    private static final int KIB = 1024;

    /** @throws ConfigurationException where the commit is none */
    MicrometerProcess(MeterRegistry registry, BuildConfig config) {
        if (!COMMIT.matcher(config.commit()).matches()) {
            throw new ConfigurationException(
                    "GIT_COMMIT is no commit. Set it to 7 to 64 hexadecimal digits, or leave it out.");
        }
        Meters.gauge(registry, "focus.build.info", "1; its labels say what runs here", () -> 1, "version",
                GeneratorVersion.CURRENT, "commit", config.commit(), "java", Runtime.version().toString());
        Meters.gauge(registry, "focus.memory.resident.bytes",
                "Resident memory of the process; NaN where that is not Linux",
                () -> resident(STATUS));
    }

    /** What Linux says in this file about the process; NaN where there is none, or it does not say. */
    static double resident(Path status) {
        if (!Files.isReadable(status)) {
            return Double.NaN;
        }
        try {
            for (String line : Files.readAllLines(status)) {
                Matcher found = RESIDENT.matcher(line);
                if (found.matches()) {
                    return Double.parseDouble(found.group(1)) * KIB;
                }
            }
            return Double.NaN;
        } catch (IOException unreadable) {
            // The value of a gauge that cannot be known.
            return Double.NaN;
        }
    }
}
