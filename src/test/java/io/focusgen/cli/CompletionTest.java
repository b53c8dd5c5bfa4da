package io.focusgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bash reads what {@code completion bash} writes, and is asked what it would complete. */
class CompletionTest {

    private static final int SECONDS = 60;

    @TempDir
    Path folder;

    private List<String> bash(String script) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("completion.sh"), HelpExamplesTest.help("completion", "bash"));
        Path answer = Files.createTempFile(folder, "answer", ".txt");
        Process process = new ProcessBuilder("bash", "-c", "source ./completion.sh\n" + script)
                .directory(folder.toFile()).redirectOutput(answer.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readAllLines(answer, StandardCharsets.UTF_8).stream().map(String::strip).toList();
    }

    /** Outside of readline {@code compopt} complains, which changes nothing of what is completed. */
    private List<String> complete(String typed) throws IOException, InterruptedException {
        String words = typed.replace("_", "''");
        int last = typed.split(" ").length;
        return bash("COMP_WORDS=(focus-generator " + words + "); COMP_CWORD=" + last + "\n"
                + "_complete_focus-generator\nprintf '%s\\n' \"${COMPREPLY[@]}\"");
    }

    @ParameterizedTest
    @CsvSource({"gen, generate", "b, bundle bulk", "pr, preview price-list",
            "_, generate preview price-list truth bundle bulk catalog key completion",
            "generate _, cost-and-usage", "generate cost, cost-and-usage",
            "generate --rows 5 --provider aws c, cost-and-usage", "truth w, waste",
            "truth _, anomalies waste ownership coverage commitments drivers", "completion _, bash zsh",
            "generate --prof, --profile", "generate --commitment-s, --commitment-scope --commitment-start",
            "generate --profile _, greenfield startup large-business enterprise data-heavy ml-ai",
            "generate cost-and-usage --provider a, aws azure", "generate cost-and-usage --format n, ndjson ndjson.gz",
            "truth waste --format _, json csv", "preview --currency E, EUR", "generate --excel-safe t, true",
            "generate --out comp, completion.sh", "generate -q --qu, --quiet"})
    void whatIsTypedIsCompleted(String typed, String completed) throws IOException, InterruptedException {
        assertThat(complete(typed)).containsExactlyInAnyOrder(completed.split(" "));
    }

    @Test
    void otherSpellingsOfOptionsAreNotOffered() throws IOException, InterruptedException {
        assertThat(complete("generate --commitmentU")).containsExactly("");
    }

    @Test
    void thereIsACommandWhereThereWasNone() throws IOException, InterruptedException {
        assertThat(bash("type -t focus-generator; focus-generator() { echo mine; }; source ./completion.sh\n"
                + "focus-generator; complete -p focus-generator"))
                .containsExactly("function", "mine",
                        "complete -o default -F _complete_focus-generator focus-generator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void bothShellsReadTheSame(String shell) {
        assertThat(HelpExamplesTest.help("completion", shell)).contains("BASH_VERSION", "ZSH_VERSION")
                .contains("java -jar '" + Path.of(CommandLineInterface.JAR).toAbsolutePath() + "' \"$@\"");
    }
}
