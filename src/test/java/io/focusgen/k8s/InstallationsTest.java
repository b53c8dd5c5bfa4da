package io.focusgen.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.cli.CommandLineInterface;
import io.focusgen.cli.Console;
import io.focusgen.spec.Defaults;
import io.focusgen.stream.Exports;

/** What is in the folder k8s has the right shapes, and is what we want of it. */
class InstallationsTest {

    private static final Path EXAMPLE_JOB = Installations.FOLDER.resolve("bulk/example-job.yaml");

    static Stream<Installation> installations() {
        return Stream.of(Installations.overlay("dev"), Installations.overlay("prod"),
                Installations.overlay("prod", "streams-scaling"), Installations.overlay("prod", "ingress"),
                Installations.overlay("prod", "traces"),
                Installations.everything());
    }

    @ParameterizedTest
    @MethodSource("installations")
    void nothingIsWrong(Installation installation) {
        assertThat(installation.complaints()).isEmpty();
    }

    private static List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Installations.FOLDER)) {
            return files.filter(file -> file.getFileName().toString().endsWith(name)).sorted().toList();
        }
    }

    @Test
    void everyFolderCanBeBuiltOrAdded() throws IOException {
        Map<String, List<Path>> kinds = files("kustomization.yaml").stream()
                .collect(Collectors.groupingBy(file -> Manifest.read(file).get(0).kind()));

        assertThat(kinds.get("Kustomization")).hasSize(4)
                .allSatisfy(file -> assertThat(Kustomization.build(file.getParent())).isNotEmpty());
        assertThat(kinds.get("Component")).extracting(file -> file.getParent().getFileName().toString())
                .containsExactlyInAnyOrder("redis", "s3", "gateway", "ingress", "monitoring", "streams-scaling",
                        "open", "traces");
        for (Path component : kinds.get("Component")) {
            assertThat(Installations.overlay("dev").objects().size()).isPositive();
            if (!component.getParent().endsWith("streams-scaling")) {
                Installation more = Installations.overlay("dev", component.getParent().getFileName().toString());
                assertThat(more.objects()).allSatisfy(object -> assertThat(StrictModels.complaints(object)).isEmpty());
            }
        }
    }

    /** A file that no kustomization names is never applied, and nobody would notice. */
    @Test
    void everyFileIsUsed() throws IOException {
        Set<String> used = files("kustomization.yaml").stream().flatMap(file -> {
            Manifest wanted = Manifest.read(file).get(0);
            return Stream.concat(wanted.texts("resources").stream(),
                    wanted.parts("patches").map(patch -> patch.text("path")))
                    .map(name -> file.resolveSibling(name).normalize().toString());
        }).collect(Collectors.toSet());

        assertThat(files(".yaml")).filteredOn(file -> !file.endsWith("kustomization.yaml")).map(Path::toString)
                .filteredOn(file -> !used.contains(file))
                .containsExactlyInAnyOrder("k8s/base/secret.example.yaml", EXAMPLE_JOB.toString());
    }

    @Test
    void theExampleOfASecretNamesVariablesThatThereAreAndNoValue() {
        Manifest secret = Manifest.read(Installations.FOLDER.resolve("base/secret.example.yaml")).get(0);

        assertThat(StrictModels.complaints(secret)).isEmpty();
        assertThat(secret.strings("stringData")).hasSize(6).allSatisfy((name, value) -> {
            assertThat(value).contains("REPLACE");
            assertThat(name).matches(known -> ProjectSettings.names().contains(known)
                    || known.equals("REDIS_PASSWORD"));
        });
    }

    @Test
    void whatIsThereForWhomIsWhatTheFoldersAreFor() {
        assertThat(Installations.overlay("dev").objects()).extracting(Manifest::kind).doesNotContain(
                "HorizontalPodAutoscaler", "StatefulSet", "HTTPRoute", "Secret");
        assertThat(Installations.overlay("prod").objects()).extracting(Manifest::kind).contains("Namespace",
                "ServiceAccount", "Deployment", "Service", "HorizontalPodAutoscaler", "PodDisruptionBudget",
                "NetworkPolicy", "ConfigMap", "StatefulSet", "HTTPRoute", "ServiceMonitor", "PrometheusRule");
        assertThat(Installations.overlay("prod").settings()).containsEntry("S3_BUCKET_NAME", "example-focus-bills")
                .containsEntry("REPLICAS", "10").containsEntry("SHUTDOWN_GRACE", "600s");
    }

    /** It is what the command in its first line prints. */
    @Test
    void theExampleOfAJobIsPrintedByTheVerb() throws IOException {
        String file = Files.readString(EXAMPLE_JOB);
        String command = file.lines().findFirst().orElseThrow();
        assertThat(command).startsWith("# java -jar target/quarkus-app/quarkus-run.jar bulk ");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream text = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Console console = new Console(Channels.newChannel(printed), text, System.err, false);

        int code = new CommandLineInterface(Exports.opener(), new Defaults(YearMonth.of(2026, 1), () -> 7), console)
                .run(command.substring(command.indexOf("bulk ")).split(" "));

        assertThat(code).isZero();
        assertThat(file).isEqualTo(command + "\n" + printed.toString(StandardCharsets.UTF_8));
    }
}
