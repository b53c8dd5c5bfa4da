package io.focusgen.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis in a process of its own, on a free port of the loopback address, which keeps nothing on disk: started again it
 * is empty. Ended on {@link #close}, and with this process at the latest. A {@code TestProfile} starts one in a static field.
 */
public final class RedisServer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(20);

    /** Above are those of the bus of a cluster, 10,000 further. */
    private static final int HIGHEST_PORT = 55_535;

    private static final Path FOLDER = folder();

    private final int port;
    private final List<String> options;
    private @Nullable Process process;

    /** Starts one. */
    public RedisServer() {
        this(List.of());
    }

    /** Starts one with other options, as on its command line: those with hyphens, or first the file of a sentinel. */
    public RedisServer(List<String> options) {
        this.port = freePort();
        this.options = List.copyOf(options);
        start();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int free = socket.getLocalPort();
            return free <= HIGHEST_PORT ? free : freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** An address of it, or of a proxy in front of it on this port. */
    public static String url(int port) {
        return "redis://127.0.0.1:" + port;
    }

    public String url() {
        return url(port);
    }

    /** Starts it on the same port, empty. */
    public void start() {
        try {
            List<String> command = new ArrayList<>(List.of(Executable.FILE.getAbsolutePath()));
            command.addAll(options);
            command.addAll(List.of("--port", String.valueOf(port), "--bind", "127.0.0.1"));
            if (!options.contains("--sentinel")) {
                command.addAll(List.of("--save", "", "--appendonly", "no"));
            }
            // A replica leaves what it was sent where it runs, and a cluster its map of nodes.
            Process started = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD).start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            process = started;
            waitUntilItAnswers(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kill −9, and what it held is gone. Without effect on one that does not run. */
    public void kill() {
        Process running = process;
        process = null;
        if (running == null) {
            return;
        }
        try {
            running.destroyForcibly();
            if (!running.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Redis does not end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It keeps its connections but answers nothing. */
    public void freeze() {
        signal("STOP");
    }

    /** The end of {@link #freeze}. */
    public void thaw() {
        signal("CONT");
    }

    /** Takes commands but runs them only after so long. */
    public void pause(Duration time) {
        command("CLIENT", "PAUSE", String.valueOf(time.toMillis()));
    }

    /** Forgets all keys, and all scripts. */
    public void flush() {
        command("FLUSHALL");
        command("SCRIPT", "FLUSH");
    }

    /**
     * Runs a command on a connection of its own.
     *
     * @return the lines of its answer as the protocol has them, e.g. {@code +OK}, {@code :1} or {@code $5} and the text
     * @throws IllegalStateException if Redis answers an error
     */
    public List<String> command(String... words) {
        return commands(List.of(), words);
    }

    /** The same behind a command that lets it in, such as {@code AUTH}. */
    public List<String> commands(List<String> before, String... words) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2000);
            socket.setSoTimeout(10_000);
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            if (!before.isEmpty()) {
                answer(socket, in, before);
            }
            return answer(socket, in, List.of(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> answer(Socket socket, BufferedReader in, List<String> words) throws IOException {
        StringBuilder text = new StringBuilder("*" + words.size() + "\r\n");
        for (String word : words) {
            text.append('$').append(word.getBytes(UTF_8).length).append("\r\n").append(word).append("\r\n");
        }
        socket.getOutputStream().write(text.toString().getBytes(UTF_8));
        List<String> lines = new ArrayList<>();
        readAnswer(in, lines);
        if (lines.get(0).startsWith("-")) {
            throw new IllegalStateException(lines.get(0));
        }
        return lines;
    }

    private static void readAnswer(BufferedReader in, List<String> lines) throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("Redis closed the connection");
        }
        lines.add(line);
        if (line.startsWith("$") && !line.equals("$-1")) {
            lines.add(String.valueOf(in.readLine()));
        } else if (line.startsWith("*")) {
            for (int left = Integer.parseInt(line.substring(1)); left > 0; left--) {
                readAnswer(in, lines);
            }
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void signal(String name) {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("Redis does not run");
        }
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(running.pid())).inheritIO().start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("kill -" + name + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void waitUntilItAnswers(Process started) throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!started.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("Redis does not start on port " + port);
            }
            Thread.sleep(20);
        }
    }

    private boolean answers() {
        try {
            return command("PING").get(0).equals("+PONG");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Unpacked once for all servers of this process. */
    private static final class Executable {

        static final File FILE = unpack();

        private static File unpack() {
            try {
                return ExecutableProvider.newJarResourceProvider(ExecutableProvider.newProvidedVersionsMap()).get();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
