package io.focusgen.attack;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The service that is attacked: one that runs already, or the packaged one in a process of its own with a small heap. */
final class Service implements AutoCloseable {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "attack").toAbsolutePath();
    private static final String HEAP = "-Xmx256m";
    private static final int MOST_START_MILLIS = 60_000;

    /** Nobody's: of a service that tells receivers of jobs, and refuses those that it must not reach. */
    static final String WEBHOOK_SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    /** What is attacked is what is behind them; without, nearly all would be turned away. */
    private static final Map<String, String> ENVIRONMENT = Map.of("RATE_LIMIT", "off", "WEBHOOK_SECRETS",
            WEBHOOK_SECRET, "FOCUS_STREAM_STALL_TIMEOUT", "10s");

    private final Door door;
    private final @Nullable Process process;

    private Service(Door door, @Nullable Process process) {
        this.door = door;
        this.process = process;
    }

    /** One that runs already. */
    static Service at(String url) {
        URI address = URI.create(url);
        int port = address.getPort() < 0 ? 80 : address.getPort();
        return new Service(new Door(address.getHost(), port, "", true), null);
    }

    /** The packaged one on a free port of the loopback address, ready to answer. */
    static Service start() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ProcessBuilder command = new ProcessBuilder(java("java"), HEAP, "-XX:+ExitOnOutOfMemoryError",
                "-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=" + port, "-jar", JAR.toString());
        command.environment().putAll(ENVIRONMENT);
        // A folder of its own: the service reads a file named .env in the folder it is started in.
        Process process = command.directory(FOLDER.toFile()).redirectErrorStream(true)
                .redirectOutput(Redirect.to(log().toFile())).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Service service = new Service(new Door("127.0.0.1", port, "", true), process);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MOST_START_MILLIS);
        while (!service.ready()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IOException("the service did not start: " + Files.readString(log()));
            }
            Thread.sleep(100);
        }
        return service;
    }

    private static String java(String tool) {
        return System.getProperty("java.home") + File.separator + "bin" + File.separator + tool;
    }

    private static Path log() {
        return FOLDER.resolve("service.log");
    }

    private boolean ready() {
        try {
            return door.get("/q/health/ready").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    Door door() {
        return door;
    }

    /** Whether it is a process of ours, whose heap can be collected and whose log can be read. */
    boolean ours() {
        return process != null;
    }

    boolean alive() {
        return process == null || process.isAlive();
    }

    /** The sum of a metric over its tags; empty where there is none. */
    OptionalDouble metric(Door keyed, String name) throws IOException {
        return metrics(keyed).filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .reduce(Double::sum);
    }

    private static Stream<String> metrics(Door keyed) throws IOException {
        return keyed.get("/q/metrics").text().lines();
    }

    /** MiB of the heap in use; behind a full collection where it is our process. */
    double heap(Door keyed) throws IOException, InterruptedException {
        if (process != null) {
            new ProcessBuilder(java("jcmd"), Long.toString(process.pid()), "GC.run")
                    .redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start().waitFor();
        }
        return metrics(keyed).filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum() / (1 << 20);
    }

    /** Lines of its log that say that something failed. */
    long errors() throws IOException {
        try (Stream<String> lines = Files.lines(log(), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(" ERROR [")).count();
        }
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
