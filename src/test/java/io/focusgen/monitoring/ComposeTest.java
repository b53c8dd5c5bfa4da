package io.focusgen.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The compose file opens nothing to others, has no password of its own, and mounts what there is. */
class ComposeTest {

    private static final Path FILE = MonitoringFiles.FOLDER.resolve("compose.yaml");
    private static final Pattern NEEDED = Pattern.compile("\\$\\{([A-Z0-9_]+)(:\\?)?");

    @Test
    void everyPortIsOnTheLoopbackAddress() throws IOException {
        assertThat(services().values().stream().flatMap(service -> list(service, "ports").stream()))
                .isNotEmpty().allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
    }

    @Test
    void everyImageHasAVersionAndEveryServiceAHealthcheckAndALimit() throws IOException {
        services().forEach((name, service) -> {
            assertThat(service).as(name).containsKeys("healthcheck", "mem_limit", "restart");
            assertThat(String.valueOf(service.get("image"))).as(name)
                    .matches("[a-z0-9/-]+:(v?[0-9]+\\.[0-9]+[0-9a-z.-]*|compose)");
        });
        assertThat(services()).containsKeys("service", "redis", "s3", "prometheus", "alertmanager", "grafana");
    }

    @Test
    void secretsComeFromTheEnvironmentAndStopTheStartWhereTheyAreMissing() throws IOException {
        String text = Files.readString(FILE);
        Set<String> needed = new TreeSet<>();
        Matcher variables = NEEDED.matcher(text);
        while (variables.find()) {
            assertThat(variables.group(2)).as("%s has a default", variables.group(1)).isEqualTo(":?");
            needed.add(variables.group(1));
        }
        List<String> example = Files.readAllLines(MonitoringFiles.FOLDER.resolve(".env.example")).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#")).toList();

        assertThat(example).extracting(line -> line.substring(0, line.indexOf('=')))
                .containsExactlyInAnyOrderElementsOf(needed);
        assertThat(example).filteredOn(line -> line.contains("SECRET") || line.contains("PASSWORD"))
                .hasSize(3).allSatisfy(line -> assertThat(line).endsWith("="));
    }

    @Test
    void whatIsMountedIsThere() throws IOException {
        assertThat(services().values().stream().flatMap(service -> list(service, "volumes").stream())
                .filter(volume -> volume.startsWith("."))).hasSize(4).allSatisfy(volume -> {
                    assertThat(volume).endsWith(":ro");
                    assertThat(MonitoringFiles.FOLDER.resolve(volume.substring(0, volume.indexOf(':')))).isDirectory();
                });
        assertThat(MonitoringFiles.FOLDER.resolve(Path.of("..", "src", "main", "docker", "Dockerfile"))).exists();
    }

    @Test
    void theServiceIsToldOnlyWhatItKnows() throws IOException {
        String known = Files.readString(Path.of(".env.example")) + Files.readString(Path.of("src", "main", "resources",
                "application.properties"));
        Map<?, ?> environment = (Map<?, ?>) services().getOrDefault("service", Map.of()).getOrDefault("environment",
                Map.of());
        List<String> names = environment.keySet().stream().map(String::valueOf).toList();

        assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(known).contains("${" + name + ":"));
    }

    @Test
    void redisIsOfTheReleaseThatKubernetesHas() throws IOException {
        String manifest = Files.readString(Path.of("k8s", "components", "redis", "redis.yaml"));
        Matcher image = Pattern.compile("image: (redis:[0-9]+\\.[0-9]+)\\.[0-9]+(@sha256:[0-9a-f]{64})?\n")
                .matcher(manifest);

        assertThat(image.find()).isTrue();
        // Corrections come to each by themselves.
        assertThat(String.valueOf(services().getOrDefault("redis", Map.of()).get("image")))
                .matches(Pattern.quote(image.group(1)) + "\\.[0-9]+-alpine");
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Map<String, Object>> services = new TreeMap<>();
        ((Map<?, ?>) Objects.requireNonNull(MonitoringFiles.yaml(FILE).get("services"))).forEach((name, service) -> {
            Map<String, Object> settings = new TreeMap<>();
            ((Map<?, ?>) service).forEach((key, value) -> settings.put(String.valueOf(key), value));
            services.put(String.valueOf(name), settings);
        });
        return services;
    }

    private static List<String> list(Map<String, Object> service, String name) {
        return service.get(name) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }
}
