package io.focusgen.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process of its own, seen through /proc. Ended on {@link #close}, and with this process at the latest. */
public final class Child implements AutoCloseable {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Path LOGS = Path.of("target/bench-logs").toAbsolutePath();

    /** What /proc counts CPU time in; the kernel's interface has it fixed at 100 a second. */
    private static final double TICKS_PER_SECOND = 100;

    private static final Duration START = Duration.ofSeconds(60);

    /** Places in /proc/…/stat behind the name in parentheses: own time, and that of ended children. */
    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int CHILDREN_UTIME = 13;
    private static final int CHILDREN_STIME = 14;

    private final Process process;
    private final Path log;
    private final int port;

    private Child(String name, List<String> command, int port) throws IOException {
        Files.createDirectories(LOGS);
        log = LOGS.resolve(name + ".log");
        this.port = port;
        // A folder of its own: the service reads a file named .env in the folder it is started in.
        process = new ProcessBuilder(command).directory(LOGS.toFile()).redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile())).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    private static List<String> java(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        return command;
    }

    /** One that nobody listens on. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The packaged service on a free port of the loopback address, ready to answer. */
    public static Child service(String name, String... jvmOptions) throws IOException {
        int port = freePort();
        List<String> options = new ArrayList<>(List.of(jvmOptions));
        // As "make run" has it: who measures asks more often than a caller may.
        options.addAll(List.of("-Dfocus.limit.preset=off", "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port, "-jar", JAR.toString()));
        Child child = new Child(name, java(options), port);
        child.awaitAnswer("/q/health/ready");
        return child;
    }

    /** {@link ConstantServer} on a free port of the loopback address, ready to answer. */
    static Child constantServer() throws IOException {
        return server("constant", ConstantServer.class);
    }

    /** A main class of this class path that listens on the port it is given before its arguments, ready to answer. */
    static Child server(String name, Class<?> main, String... arguments) throws IOException {
        int port = freePort();
        List<String> options = new ArrayList<>(
                List.of("-cp", absoluteClassPath(), main.getName(), Integer.toString(port)));
        options.addAll(List.of(arguments));
        Child child = new Child(name, java(options), port);
        child.awaitAnswer("/0");
        return child;
    }

    /** The command line of the package, run to its end. */
    static Child commandLine(String name, List<String> jvmOptions, List<String> arguments) throws IOException {
        return commandLine(name, Map.of(), jvmOptions, arguments);
    }

    /** The same with more variables in its environment. */
    static Child commandLine(String name, Map<String, String> environment, List<String> jvmOptions,
            List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("env"));
        environment.forEach((variable, value) -> command.add(variable + "=" + value));
        command.addAll(java(jvmOptions));
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(arguments);
        return new Child(name, command, 0).untilEnd();
    }

    /**
     * Seconds that the command line of the package took from its start to the first byte on its standard output, and to
     * its end.
     */
    static double[] firstByteAndEnd(List<String> arguments) throws IOException {
        Files.createDirectories(LOGS);
        List<String> options = new ArrayList<>(List.of("-jar", JAR.toString()));
        options.addAll(arguments);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(java(options)).directory(LOGS.toFile())
                .redirectError(Redirect.to(LOGS.resolve("verb.log").toFile())).start();
        try (InputStream data = process.getInputStream()) {
            int first = data.read();
            double firstByte = (System.nanoTime() - start) / 1e9;
            data.transferTo(OutputStream.nullOutputStream());
            int code = process.waitFor();
            if (first < 0 || code != 0) {
                throw new IOException("exit " + code + "; " + Files.readString(LOGS.resolve("verb.log")));
            }
            return new double[]{firstByte, (System.nanoTime() - start) / 1e9};
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }

    /** A main class of this class path, run to its end. */
    static Child main(Class<?> main, List<String> jvmOptions, String... arguments) throws IOException {
        List<String> options = new ArrayList<>(jvmOptions);
        options.addAll(List.of("-cp", absoluteClassPath(), main.getName()));
        options.addAll(List.of(arguments));
        return new Child(main.getSimpleName(), java(options), 0).untilEnd();
    }

    private static String absoluteClassPath() {
        List<String> paths = new ArrayList<>();
        for (String path : System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
            paths.add(Path.of(path).toAbsolutePath().toString());
        }
        return String.join(java.io.File.pathSeparator, paths);
    }

    private void awaitAnswer(String path) throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            try (HttpGet get = new HttpGet(port, path)) {
                get.toEnd();
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    close();
                    throw new IOException("no answer on " + path + "; its output:\n" + output(), notYet);
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }

    private Child untilEnd() throws IOException {
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                close();
                throw new IOException("not at its end after five minutes; its output:\n" + output());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
        if (process.exitValue() != 0) {
            throw new IOException("exit " + process.exitValue() + "; its output:\n" + output());
        }
        return this;
    }

    /** Tells it to end, as an operator does: with SIGTERM. */
    void terminate() {
        process.destroy();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end. @return the exit code, −1 where it has not ended by then */
    int exitWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    }

    public int port() {
        return port;
    }

    /** What it printed. */
    String output() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    public long pid() {
        return process.pid();
    }

    /** User and system time so far. */
    public double cpuSeconds() {
        return cpu(read("/proc/" + process.pid() + "/stat"), UTIME, STIME);
    }

    /** User and system time so far of the threads whose names begin so; of those that run still. */
    public double cpuSeconds(String threads) throws IOException {
        double seconds = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path task : tasks) {
                try {
                    if (Files.readString(task.resolve("comm")).startsWith(threads)) {
                        seconds += cpu(Files.readString(task.resolve("stat")), UTIME, STIME);
                    }
                } catch (NoSuchFileException ended) {
                    // The JVM ends compiler threads that have nothing to do; the others count.
                }
            }
        }
        return seconds;
    }

    /** User and system time of all children of this process that have ended. */
    static double endedChildrenCpuSeconds() {
        return cpu(read("/proc/self/stat"), CHILDREN_UTIME, CHILDREN_STIME);
    }

    private static double cpu(String stat, int user, int system) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[user]) + Long.parseLong(fields[system])) / TICKS_PER_SECOND;
    }

    /** The most memory that was resident at any time. */
    double peakMebibytes() {
        return mebibytes("VmHWM:");
    }

    /** The memory that is resident now. */
    public double residentMebibytes() {
        return mebibytes("VmRSS:");
    }

    private double mebibytes(String name) {
        String status = read("/proc/" + process.pid() + "/status");
        String value = status.lines().filter(line -> line.startsWith(name)).findFirst().orElseThrow();
        return Long.parseLong(value.replaceAll("[^0-9]", "")) / 1024.0;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
