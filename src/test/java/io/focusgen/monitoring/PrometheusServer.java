package io.focusgen.monitoring;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A real Prometheus on a free port of the loopback address, with our rules, that scrapes one service every second. */
final class PrometheusServer implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long START_SECONDS = 30;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    /**
     * Starts one and waits until it answers.
     *
     * @param folder for its data, rules and log
     * @param servicePort whom it scrapes
     * @throws IOException also where there is no Prometheus on the PATH
     */
    PrometheusServer(Path folder, int servicePort) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (Path rules : MonitoringFiles.in(Rule.FOLDER, "-rules.yaml")) {
            Files.copy(rules, folder.resolve(String.valueOf(rules.getFileName())));
        }
        Path settings = folder.resolve("prometheus.yaml");
        Files.writeString(settings, """
                global:
                  scrape_interval: 1s
                  scrape_timeout: 1s
                  evaluation_interval: 2s
                rule_files: ["*-rules.yaml"]
                scrape_configs:
                  - job_name: focus-generator
                    metrics_path: /q/metrics
                    sample_limit: 5000
                    static_configs:
                      - targets: ["127.0.0.1:%d"]
                """.formatted(servicePort));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        process = new ProcessBuilder("prometheus", "--config.file=" + settings, "--storage.tsdb.path="
                + folder.resolve("data"), "--web.listen-address=127.0.0.1:" + port).redirectErrorStream(true)
                .redirectOutput(Redirect.to(folder.resolve("prometheus.log").toFile())).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException(
                        "Prometheus did not start: " + Files.readString(folder.resolve("prometheus.log")));
            }
            Thread.sleep(100);
        }
    }

    private boolean ready() throws InterruptedException {
        try {
            return get("/-/ready").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The samples that an expression has now: an array of objects with {@code metric} and {@code value}. */
    JsonNode query(String expression) throws IOException, InterruptedException {
        JsonNode answer = json("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        if (!answer.path("status").asText().equals("success")) {
            throw new IOException(expression + ": " + answer.path("error").asText());
        }
        return answer.path("data").path("result");
    }

    /** All rules, with {@code name}, {@code type}, {@code health}, {@code lastError} and, of alerts, {@code state}. */
    JsonNode rules() throws IOException, InterruptedException {
        return json("/api/v1/rules").path("data").path("groups");
    }

    /** What it says of itself. */
    String version() throws IOException, InterruptedException {
        return json("/api/v1/status/buildinfo").path("data").path("version").asText();
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        return MAPPER.readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
