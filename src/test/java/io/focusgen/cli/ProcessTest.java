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

import io.focusgen.Main;
import io.focusgen.testing.JavaProcess;

/** The command line as a process of its own, from {@link Main} on: what the whole way does to arguments. */
class ProcessTest {

    private static final int SECONDS = 60;

    @TempDir
    Path folder;

    /** How a process ended and what it said on both streams. */
    private record Ended(int code, String data, String messages) {
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = JavaProcess.command(Main.class);
        command.addAll(List.of(arguments));
        Path data = folder.resolve("data");
        Path messages = folder.resolve("messages");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(data.toFile())
                .redirectError(messages.toFile()).start();
        process.getOutputStream().close();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(data), Files.readString(messages));
    }

    private Ended generate(String file, String content) throws IOException, InterruptedException {
        Files.writeString(folder.resolve(file), content, StandardCharsets.UTF_8);
        return run("generate", "cost-and-usage", "--rows", "100", "--columns", "Tags", "--custom-columns",
                "x_Team:organisation:team", "--organisation", "@" + file);
    }

    @Test
    void anOrganisationIsReadFromAFile() throws IOException, InterruptedException {
        Ended yaml = generate("acme.yaml", """
                company: Acme Retail
                teams:
                  - name: checkout
                    weight: 10
                  - name: "search and find"
                """);
        Ended json = generate("acme.json", """
                {"company": "Acme Retail",
                 "teams": [{"name": "checkout", "weight": 10}, {"name": "search and find"}]}
                """);

        assertThat(yaml.messages()).contains("100 rows");
        assertThat(yaml.code()).isZero();
        assertThat(yaml.data().lines()).hasSize(101).anyMatch(line -> line.endsWith(",search and find"));
        assertThat(json.data()).isEqualTo(yaml.data());
        assertThat(json.code()).isZero();
    }

    @Test
    void aFileThatIsWrongIsRefusedWithThePlaceInIt() throws IOException, InterruptedException {
        Ended unknown = generate("unknown.yaml", "company: Acme\nteams:\n  - name: a\n    wieght: 3\n");
        Ended broken = generate("broken.json", "{\"teams\": [\n  {\"name\": \"a\"]\n}");
        Ended absent = run("preview", "--organisation=@absent.yaml");

        assertThat(unknown).isEqualTo(new Ended(1, "",
                "focus-generator: --organisation wieght: In line 4, column 5: A team"
                        + " has no such member; there are name, unit, costCentre, owner, weight, applications, environments. Nearest:"
                        + " weight\n"));
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.data()).isEmpty();
        assertThat(broken.messages()).hasLineCount(1)
                .startsWith("focus-generator: --organisation: In line 2, column 15: This is neither YAML nor JSON: ");
        assertThat(absent).isEqualTo(new Ended(1, "",
                "focus-generator: --organisation @absent.yaml: Must name a file that can be read after the @.\n"));
    }

    @Test
    void aFileIsNoListOfArguments() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("arguments"), "--version");

        Ended ended = run("@arguments");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.data()).isEmpty();
        assertThat(ended.messages())
                .startsWith("focus-generator: @arguments: There is no such verb; there is generate,");
    }

    /** What bash says of a pipe's first command, which is ours and would write for hours. */
    @Test
    void aPipeThatCloses() throws IOException, InterruptedException {
        Path messages = folder.resolve("messages");
        Path answer = folder.resolve("answer");
        Process process = new ProcessBuilder("bash", "-c", JavaProcess.quoted(Main.class)
                + " generate cost-and-usage --rows 1e9 | head -n 2 | wc -l; echo ${PIPESTATUS[0]}")
                .redirectOutput(answer.toFile()).redirectError(messages.toFile()).start();
        process.getOutputStream().close();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();

        assertThat(Files.readString(answer).replace(" ", "")).isEqualTo("2\n141\n");
        assertThat(messages).isEmptyFile();
    }
}
