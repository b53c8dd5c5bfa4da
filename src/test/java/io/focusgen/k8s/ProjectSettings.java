package io.focusgen.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the project says about its settings. */
final class ProjectSettings {

    private static final Path PROPERTIES = Path.of("src/main/resources/application.properties");
    private static final Path EXAMPLE = Path.of(".env.example");
    private static final Pattern EXAMPLE_LINE = Pattern.compile("(?m)^#([A-Z][A-Z0-9_]*)=");

    private ProjectSettings() {
    }

    /** All variables that the service reads. */
    static Set<String> names() {
        return EXAMPLE_LINE.matcher(text(EXAMPLE)).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    static int port() {
        return Integer.parseInt(byDefault("API_PORT"));
    }

    static String shutdownGrace() {
        return byDefault("SHUTDOWN_GRACE");
    }

    /** As the service reads it: {@code 20s}, {@code 2m}. */
    static Duration duration(String text) {
        return Duration.parse("PT" + text);
    }

    private static String byDefault(String name) {
        Matcher found = Pattern.compile("\\$\\{" + name + ":([^}]*)}").matcher(text(PROPERTIES));
        if (!found.find()) {
            throw new IllegalStateException(PROPERTIES + " has no default of " + name);
        }
        return found.group(1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
