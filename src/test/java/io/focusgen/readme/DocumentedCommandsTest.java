package io.focusgen.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.cli.CommandLineInterface;
import io.focusgen.cli.Console;
import io.focusgen.spec.Defaults;
import io.focusgen.testing.FakeEngine;

/** Every command that a page shows is one that there is: the way to start it, the verb, all options and their values. */
class DocumentedCommandsTest {

    private static final String COMMAND = "java -jar target/quarkus-app/quarkus-run.jar ";

    @TempDir
    Path folder;

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), docs.sorted()).toList();
        }
    }

    static List<String> commands() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path page : pages()) {
            Files.readAllLines(page, StandardCharsets.UTF_8).stream().filter(line -> line.startsWith(COMMAND))
                    .forEach(lines::add);
        }
        return lines;
    }

    @Test
    void thereAreSomeAndNoPageShowsAnotherWayToStartOne() throws IOException {
        assertThat(commands()).hasSizeGreaterThanOrEqualTo(3);
        for (Path page : pages()) {
            assertThat(Files.readAllLines(page, StandardCharsets.UTF_8)).as(page.toString())
                    .noneMatch(line -> line.startsWith("focus-generator "));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itDoesWhatItSays(String line) throws IOException {
        Files.writeString(folder.resolve("acme.yaml"), "teams: [{name: checkout}]");
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        PrintStream said = new PrintStream(messages, true, StandardCharsets.UTF_8);
        Console console = new Console(Channels.newChannel(data), said, said, false);
        // Values have no blanks on our pages; files are meant beside the reader.
        String[] arguments = line.substring(COMMAND.length()).replace("--out ", "--out " + folder + "/")
                .replace(" @", " @" + folder + "/").split(" +");

        int code = new CommandLineInterface(new FakeEngine(), new Defaults(YearMonth.of(2026, 3), () -> 7), console)
                .run(arguments);

        assertThat(messages.toString(StandardCharsets.UTF_8)).doesNotContain("Must", "no such");
        assertThat(code).isZero();
        assertThat(data.size() + written()).isPositive();
    }

    private long written() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("acme.yaml")).mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
