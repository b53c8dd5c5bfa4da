package io.focusgen.cli;

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
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.Main;
import io.focusgen.spec.Defaults;
import io.focusgen.testing.FakeEngine;
import io.focusgen.testing.JavaProcess;

/** Whoever types an example of a help text gets what it promises. */
class HelpExamplesTest {

    private static final int SECONDS = 120;
    private static final List<String> VERBS = List.of("generate", "preview", "price-list", "truth", "bundle", "bulk",
            "catalog",
            "key", "completion");

    @TempDir
    Path folder;

    static String help(String... arguments) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
        assertThat(new CommandLineInterface(new FakeEngine(), new Defaults(YearMonth.of(2026, 3), () -> 77),
                new Console(Channels.newChannel(text), stream, stream, false)).run(arguments)).isZero();
        return text.toString(StandardCharsets.UTF_8);
    }

    static Stream<String> examples() {
        List<String> commands = new ArrayList<>();
        for (String verb : VERBS) {
            String examples = help(verb, "--help").split("Examples:\n", 2)[1].replace(" \\\n", " ");
            List<String> found = examples.lines().map(String::strip)
                    .filter(line -> line.startsWith(CommandLineInterface.COMMAND)).toList();
            assertThat(found).as(verb).isNotEmpty()
                    .allMatch(line -> Pattern.matches(Pattern.quote(CommandLineInterface.COMMAND) + " +" + verb + " .+",
                            line));
            commands.addAll(found);
        }
        return commands.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleRuns(String example) throws IOException, InterruptedException {
        // What they pipe into need not be here; that it arrives there is enough.
        String command = "jq() { cat; }; "
                + example.replace(CommandLineInterface.COMMAND, JavaProcess.quoted(Main.class));
        Path messages = folder.resolve("messages");
        Path data = folder.resolve("data");
        Process process = new ProcessBuilder("bash", "-euo", "pipefail", "-c", command).directory(folder.toFile())
                .redirectOutput(data.toFile()).redirectError(messages.toFile()).start();
        process.getOutputStream().close();

        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).as(Files.readString(messages)).isZero();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(
                    files.filter(Files::isRegularFile).filter(file -> !file.equals(messages))
                            .map(file -> file.toFile().length()).max(Long::compare))
                    .hasValueSatisfying(length -> assertThat(length).isGreaterThan(100));
        }
    }
}
