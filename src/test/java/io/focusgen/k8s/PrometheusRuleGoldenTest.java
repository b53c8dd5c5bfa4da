package io.focusgen.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * The rules of the component monitoring are those of the folder monitoring, in the form that the Prometheus operator wants.
 * With {@code -Dfocusgen.golden=write}, as in {@code make golden}, they are written anew.
 */
class PrometheusRuleGoldenTest {

    private static final Path RULES = Path.of("monitoring/prometheus");
    private static final Path FILE = Installations.component("monitoring").resolve("prometheus-rule.yaml");
    private static final String GROUPS = "groups:\n";
    private static final String HEAD = """
            # Written by "make golden" from the rules in monitoring/prometheus.
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            metadata:
              name: focus-generator
              labels:
                app.kubernetes.io/name: focus-generator
            spec:
              groups:
            """;

    private static List<Path> files() throws IOException {
        if (!Files.isDirectory(RULES)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(RULES)) {
            return files.filter(file -> file.getFileName().toString().matches(".*rules.*\\.ya?ml")).sorted().toList();
        }
    }

    /** The groups of a file as they stand there, further to the right. */
    private static String groups(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(text.indexOf(GROUPS) + GROUPS.length()).lines()
                .map(line -> line.isBlank() ? "" : "  " + line).collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void theRulesAreThoseOfTheFolder() throws IOException {
        if ("write".equals(System.getProperty("focusgen.golden"))) {
            StringBuilder text = new StringBuilder(HEAD);
            for (Path file : files()) {
                text.append(groups(file));
            }
            Files.writeString(FILE, text);
        }

        Manifest rule = Manifest.read(FILE).get(0);

        assertThat(StrictModels.complaints(rule)).isEmpty();
        List<Manifest> groups = rule.parts("spec", "groups").toList();
        assertThat(groups).extracting(group -> group.text("name")).isNotEmpty().doesNotHaveDuplicates();
        for (Path file : files()) {
            assertThat(groups).as(file.toString())
                    .containsAll(Manifest.read(file).get(0).parts("groups").toList());
        }
        if (!files().isEmpty()) {
            assertThat(groups).hasSize(files().stream()
                    .mapToInt(file -> (int) Manifest.read(file).get(0).parts("groups").count()).sum());
        }
    }
}
