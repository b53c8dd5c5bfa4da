package io.focusgen.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.focusgen.bench.Child;
import io.focusgen.bench.HttpGet;

/** What a service on the loopback address says of itself. */
final class Metrics {

    private static final long MILLIS_BETWEEN = 100;

    private Metrics() {
    }

    /** MiB of the heap that are in use behind a full collection. */
    static double collectedHeap(Child service) throws IOException, InterruptedException {
        Process collection = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(service.pid()), "GC.run").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (collection.waitFor() != 0) {
            throw new IOException("jcmd GC.run failed with " + collection.exitValue());
        }
        return sum(service.port(), "jvm_memory_used_bytes{area=\"heap\"") / (1 << 20);
    }

    /**
     * The sum of a metric over its labels; 0 where there is none of that name.
     *
     * @param name with some of the labels, as the line begins with them, or without
     */
    static double sum(int port, String name) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (HttpGet get = new HttpGet(port, "/q/metrics").showing(piece -> {
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            text.writeBytes(bytes);
        })) {
            get.toEnd();
        }
        return text.toString(StandardCharsets.UTF_8).lines()
                .filter(line -> line.startsWith(name) && "{, ".indexOf(line.charAt(name.length())) >= 0)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    /** Waits for something. @throws IllegalStateException where it is not so in time */
    static void await(String what, double seconds, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not so within " + seconds + " s: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN);
        }
    }
}
