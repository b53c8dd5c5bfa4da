package io.focusgen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.focusgen.spec.Defaults;
import io.focusgen.testing.FakeEngine;
import io.focusgen.testing.JavaProcess;

class PartFileTest {

    @TempDir
    Path folder;

    /** Runs a command that would take hours, in a process of its own. */
    public static final class Endless {

        public static void main(String[] arguments) {
            System.exit(new CommandLineInterface(new FakeEngine(), new Defaults(YearMonth.of(2026, 3), () -> 1),
                    Console.ofProcess()).run(arguments));
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = JavaProcess.command(Endless.class, "-Xmx64m");
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("messages").toFile()).start();
    }

    /** Not by the signal of Ctrl-C, which a process started in the background of a script ignores; the JVM treats both alike. */
    private static void interrupt(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
    }

    @Test
    void anInterruptRemovesThePart() throws IOException, InterruptedException {
        Path file = folder.resolve("aws.csv");
        Path part = folder.resolve("aws.csv.part");
        Process process = start("generate", "cost-and-usage", "--rows", "1e11", "--out", file.toString());
        try {
            await().atMost(30, TimeUnit.SECONDS).until(() -> Files.exists(part) && Files.size(part) > 0);

            interrupt(process);

            assertThat(part).doesNotExist();
            assertThat(file).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void anInterruptedBundleLeavesItsWholeFilesAndNoManifest() throws IOException, InterruptedException {
        Path bundle = folder.resolve("bundle");
        Process process = start("bundle", "--months", "2", "--rows", "1e8", "--out", bundle + "/");
        try {
            await().atMost(60, TimeUnit.SECONDS).ignoreException(UncheckedIOException.class)
                    .until(() -> !files(bundle, ".part").isEmpty());

            interrupt(process);

            assertThat(files(bundle, ".part")).isEmpty();
            assertThat(files(bundle, "manifest.json")).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(ending)).toList();
        }
    }

    @Test
    void aFileThatIsReplacedHandsItsPermissionsOn() throws IOException {
        Path file = Files.writeString(folder.resolve("private.csv"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        new PartFile(file).write(channel -> channel.write(ByteBuffer.wrap("new".getBytes(StandardCharsets.US_ASCII))));

        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }
}
