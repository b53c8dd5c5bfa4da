package io.focusgen.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.Main;
import io.focusgen.testing.FaultProxy;
import io.focusgen.testing.S3Server;

/**
 * The Pods of a printed Job as processes, and a real S3 server: sixteen parts, of which the writers of five are killed at six
 * points of their work, each at another one and the last one twice, and begun again as Kubernetes would.
 */
@Tag("long")
class BulkProcessesTest {

    private static final int SHARDS = 16;
    private static final int ROWS = 400_000;
    private static final int AT_ONCE = 3;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String PREFIX = "bulk/run=1/";
    private static final String MANIFEST = PREFIX + "manifest.json";
    private static final byte[] BUSY = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1);

    /** Longer than anybody waits. */
    private static final int ALWAYS = 1_000_000;

    private static S3Server server;

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = new S3Server();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void endAll() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process begin(String log, Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-Xmx384m", "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(folder.resolve(log + ".out").toFile())
                .redirectError(folder.resolve(log + ".err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("S3_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        processes.add(process);
        process.getOutputStream().close();
        return process;
    }

    private void end(String log, Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).as(log).isTrue();
        assertThat(process.exitValue()).as(Files.readString(folder.resolve(log + ".err"))).isZero();
    }

    /** As its Pod is begun. @param port of the server, or of what stands before it */
    private Process part(int index, int port, List<String> arguments) throws IOException {
        Map<String, String> environment = new TreeMap<>(S3Server.environment(port));
        environment.put("JOB_COMPLETION_INDEX", Integer.toString(index));
        return begin("part-" + index, environment, arguments);
    }

    /** With SIGKILL, as soon as it has got so far. */
    private void kill(int index, List<String> arguments, String stuckAt, Callable<Boolean> reached)
            throws IOException, InterruptedException {
        try (FaultProxy proxy = new FaultProxy(server.port())) {
            proxy.answer(stuckAt, BUSY, ALWAYS);
            Process process = part(index, proxy.port(), arguments);
            await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(20))
                    .until(() -> proxy.requests(stuckAt) > 0 && reached.call());
            process.destroyForcibly().waitFor();
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> printed() throws IOException, InterruptedException {
        end("job", begin("job", Map.of(), List.of("bulk", "--rows", Integer.toString(ROWS), "--granularity", "hourly",
                "--month", "2026-01", "--shards", Integer.toString(SHARDS), "--out",
                "s3://" + S3Server.BUCKET + "/" + PREFIX)));
        Object job = new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(folder.resolve("job.out")));
        for (String name : List.of("spec", "template", "spec")) {
            job = ((Map<String, Object>) job).get(name);
        }
        return (List<String>) ((List<Map<String, Object>>) ((Map<String, Object>) job).get("containers")).get(0)
                .get("args");
    }

    private static boolean isThere(String key) {
        return server.objects().contains(key);
    }

    private static String keyOf(int index) {
        return PREFIX + "aws-focus-1.2-2026-01-part-" + (index + 1) + "-of-" + SHARDS + ".csv";
    }

    @Test
    void sixteenProcessesOfWhichFiveAreKilledWriteWhatOneDoes() throws Exception {
        List<String> arguments = printed();
        // Before there is an upload, before its first piece and behind it, before it is whole, and between the part and its
        // receipt.
        kill(9, arguments, "^POST [^ ]*[?&]uploads", () -> true);
        kill(0, arguments, "^PUT [^ ]*partNumber=2&", () -> server.uploads().contains(keyOf(0)));
        kill(5, arguments, "^POST [^ ]*uploadId=", () -> server.uploads().contains(keyOf(5)));
        kill(6, arguments, "^PUT [^ ]*partNumber=1&", () -> server.uploads().contains(keyOf(6)));
        kill(15, arguments, "^PUT [^ ]*_parts/", () -> isThere(keyOf(15)));
        assertThat(server.uploads()).containsExactlyInAnyOrder(keyOf(0), keyOf(5), keyOf(6));

        Map<Integer, Process> running = new TreeMap<>();
        for (int index = 0; index < SHARDS - 1; index++) {
            running.put(index, part(index, server.port(), arguments));
            if (running.size() == AT_ONCE || index == SHARDS - 2) {
                for (Map.Entry<Integer, Process> one : running.entrySet()) {
                    end("part-" + one.getKey(), one.getValue());
                }
                running.clear();
                assertThat(isThere(MANIFEST)).isFalse();
            }
        }
        kill(15, arguments, "^PUT [^ ]*manifest.json", () -> true);
        assertThat(isThere(MANIFEST)).isFalse();
        end("part-15", part(15, server.port(), arguments));

        assertThat(server.uploads()).isEmpty();
        Path joined = folder.resolve("joined");
        JsonNode manifest = new ObjectMapper().readTree(server.bytes(MANIFEST));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(joined))) {
            for (JsonNode file : manifest.get("files")) {
                byte[] bytes = server.bytes(PREFIX + file.get("name").asText());
                assertThat(bytes).hasSize(file.get("bytes").asInt());
                assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                        .isEqualTo(file.get("sha256").asText());
                out.write(bytes);
            }
        }
        assertThat(manifest.get("files")).hasSize(SHARDS);
        assertThat(manifest.get("rows").asLong()).isEqualTo(ROWS);
        Path whole = folder.resolve("whole.csv");
        end("whole", begin("whole", Map.of(), List.of("generate", "cost-and-usage", "--rows", Integer.toString(ROWS),
                "--granularity", "hourly", "--month", "2026-01", "--out", whole.toString())));
        assertThat(Files.mismatch(whole, joined)).isEqualTo(-1);
        // Parts, receipts, manifest, and nothing else.
        assertThat(server.objects()).hasSize(2 * SHARDS + 1);
    }
}
