package io.focusgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.focusgen.testing.JavaProcess;

/** A process in which a thread of somebody else has no memory left, while the main thread waits for it. */
class MemoryEndTest {

    private static final int SECONDS = 60;
    private static final long HEAP = 96L << 20;

    @TempDir
    Path folder;

    /** Waits for ever for a thread that cannot do what it should. */
    static final class Waiting {

        private Waiting() {
        }

        /** Takes what kind of error the thread ends with. */
        public static void main(String... arguments) throws InterruptedException {
            Thread.setDefaultUncaughtExceptionHandler(new MemoryEnd(System.err, HEAP));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.println("removed")));
            Thread thread = new Thread(() -> {
                if (arguments[0].equals("memory")) {
                    throw new OutOfMemoryError("Java heap space");
                }
                throw new IllegalStateException("something else");
            }, "library");
            thread.start();
            thread.join();
            if (arguments[0].equals("memory")) {
                new CountDownLatch(1).await();
            }
        }
    }

    private int run(String kind) throws IOException, InterruptedException {
        List<String> command = JavaProcess.command(Waiting.class);
        command.add(kind);
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("messages").toFile()).start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aThreadWithoutMemoryEndsTheProcessWithASentence() throws IOException, InterruptedException {
        assertThat(run("memory")).isEqualTo(2);
        assertThat(Files.readAllLines(folder.resolve("messages"))).containsExactly(
                "focus-generator: failed: the heap of the"
                        + " JVM, 96 MiB, is too small for this; give it more, such as twice as much with -Xmx192m",
                "removed");
    }

    @Test
    void anyOtherEndOfAThreadIsToldAndEndsNothing() throws IOException, InterruptedException {
        assertThat(run("other")).isZero();
        assertThat(Files.readString(folder.resolve("messages"))).contains("Exception in thread library",
                "IllegalStateException: something else", "removed");
    }
}
