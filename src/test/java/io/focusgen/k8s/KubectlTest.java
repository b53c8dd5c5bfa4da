package io.focusgen.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our kustomize comes to what the real one comes to. Needs kubectl; see {@code make k8s-check}. */
@Tag("kubectl")
class KubectlTest {

    private static final int SECONDS = 60;

    @TempDir
    Path folder;

    private List<Manifest> built(Path path) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path messages = folder.resolve("messages");
        Process process = new ProcessBuilder("kubectl", "kustomize", path.toString()).redirectOutput(output.toFile())
                .redirectError(messages.toFile()).start();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(messages)).isZero();
        assertThat(messages).isEmptyFile();
        return Manifest.read(output);
    }

    private static Map<String, Map<String, Object>> byName(List<Manifest> objects) {
        Map<String, Map<String, Object>> byName = new TreeMap<>();
        objects.forEach(object -> assertThat(byName.put(object.toString(), object.content())).isNull());
        return byName;
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/dev", "overlays/prod", "bulk"})
    void aFolder(String name) throws IOException, InterruptedException {
        Path path = Installations.FOLDER.resolve(name);

        assertThat(byName(Kustomization.build(path))).isEqualTo(byName(built(path)));
    }

    /** A component in an overlay of its own beside the overlay prod. */
    @ParameterizedTest
    @ValueSource(strings = {"redis", "s3", "gateway", "ingress", "monitoring", "streams-scaling", "open"})
    void aComponent(String name) throws IOException, InterruptedException {
        Path path = Files.createTempDirectory(Path.of("target"), "kustomize");
        Files.writeString(path.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                namespace: focus-generator
                resources: [../../k8s/base]
                components: [../../k8s/components/%s]
                """.formatted(name));

        assertThat(byName(Kustomization.build(path))).isEqualTo(byName(built(path)));
    }
}
