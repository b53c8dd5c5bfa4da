package io.focusgen.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.bundle.BundleReader;
import io.focusgen.job.disk.DiskJobStore;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.GeneratorVersion;

/** A process that is killed in the middle of a job of some hundred megabytes, and the next one. */
class KilledProcessTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Process process;

    @AfterEach
    void close() throws InterruptedException {
        kill();
    }

    /** @param opened whether it may read the state of a digest, as the jar lets it */
    private void start(Path dir, boolean opened) throws IOException {
        List<String> opens = opened
                ? List.of("--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/sun.security.provider=ALL-UNNAMED")
                : List.of();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        command.addAll(opens);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), JobProcess.class.getName(), dir.toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
    }

    /** With SIGKILL: nothing in it runs any more. */
    private void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static Job job() {
        String request = BundleReader.read(Map.of("rows", List.of("250000"), "months", List.of("2"), "month",
                List.of("2026-01")), new Defaults(YearMonth.of(2026, 1), () -> 1)).canonical().query();
        return Job.queued("me",
                new JobOrder(request, "a".repeat(64), "disk", GeneratorVersion.CURRENT, 500_000, 1), Instant.now(),
                null);
    }

    private static Job added(Path dir) throws IOException {
        try (DiskJobStore store = DiskJobStore.open(dir.resolve("jobs"), JobProcess.SETTINGS).await()
                .atMost(TIMEOUT)) {
            Job job = job();
            store.add(job, null).await().atMost(TIMEOUT);
            return job;
        }
    }

    /** As it is stored: whoever works at it has locked the folder. */
    private static JsonNode stored(Path dir, Job job) {
        try {
            return JSON.readTree(dir.resolve("jobs").resolve(job.id() + ".json").toFile()).get("job");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode whole(Path dir, Job job) {
        return await().atMost(TIMEOUT).until(() -> stored(dir, job),
                found -> JobStatus.valueOf(found.get("status").asText()).ended());
    }

    private static Map<String, String> files(Path dir, Job job) throws Exception {
        Map<String, String> files = new TreeMap<>();
        Path root = dir.resolve("files").resolve(job.id());
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                try (InputStream in = Files.newInputStream(file)) {
                    byte[] buffer = new byte[1 << 16];
                    int count;
                    while ((count = in.read(buffer)) >= 0) {
                        digest.update(buffer, 0, count);
                    }
                }
                files.put(root.relativize(file).toString(), HexFormat.of().formatHex(digest.digest()));
            }
        }
        return files;
    }

    private static Map<String, String> told(JsonNode job) {
        Map<String, String> files = new TreeMap<>();
        job.at("/progress/files").forEach(file -> files.put(file.get("name").asText(), file.get("sha256").asText()));
        return files;
    }

    @Test
    void theFilesAreThoseOfAnUndisturbedRun() throws Exception {
        Path calm = folder.resolve("calm");
        Job reference = added(calm);
        start(calm, true);
        JsonNode undisturbed = whole(calm, reference);
        kill();
        assertThat(undisturbed.get("status").asText()).isEqualTo("COMPLETED");
        long bytes = undisturbed.at("/progress/bytes").asLong();
        assertThat(bytes).isGreaterThan(300_000_000);

        Path dir = folder.resolve("disturbed");
        Job job = added(dir);
        for (double share : List.of(0.1, 0.6)) {
            // The second one has what the first kept of the digest, the last one nothing.
            start(dir, true);
            await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(5))
                    .until(() -> stored(dir, job).at("/progress/bytes").asLong() >= share * bytes);
            kill();
            JsonNode left = stored(dir, job);
            assertThat(left.get("status").asText()).isEqualTo("RUNNING");
            assertThat(files(dir, job)).containsAllEntriesOf(told(left));
            assertThat(left.at("/progress/checkpoint/digest").asText()).matches("|[0-9a-f]{64,190}");
        }
        start(dir, false);
        JsonNode end = whole(dir, job);

        assertThat(end.get("status").asText()).isEqualTo("COMPLETED");
        assertThat(told(end)).isEqualTo(told(undisturbed));
        assertThat(files(dir, job)).isEqualTo(files(calm, reference)).isEqualTo(told(end));
    }
}
