package io.focusgen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.focusgen.spec.Defaults;
import io.focusgen.testing.FakeEngine;

class PartFileTest {

    @TempDir
    Path folder;

    /** Runs a command that would take hours, in a process of its own. */
    public static final class Endless {

        public static void main(String[] arguments) {
            System.exit(new CommandLineInterface(new FakeEngine(), new Defaults(YearMonth.of(2026, 3), () -> 1),
                    Console.ofProcess()).run("generate", "cost-and-usage", "--rows", "1e11", "--out", arguments[0]));
        }
    }

    @Test
    void anInterruptRemovesThePart() throws IOException, InterruptedException {
        Path file = folder.resolve("aws.csv");
        Path part = folder.resolve("aws.csv.part");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m", "-cp",
                System.getProperty("java.class.path"), Endless.class.getName(), file.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("messages").toFile()).start();
        try {
            await().atMost(30, TimeUnit.SECONDS).until(() -> Files.exists(part) && Files.size(part) > 0);

            // Not the signal of Ctrl-C, which a process started in the background of a script ignores; the JVM treats both alike.
            process.destroy();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(part).doesNotExist();
            assertThat(file).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
    }
}
