package io.focusgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.spec.BadRequests;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.Documentation;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.spec.Parameter;
import io.focusgen.testing.FakeEngine;

class CommandLineInterfaceTest {

    private static final Defaults DEFAULTS = new Defaults(YearMonth.of(2026, 3), () -> 77);
    private static final String[] SMALL = {"generate", "cost-and-usage", "--columns", "BilledCost", "--rows"};

    @TempDir
    Path folder;

    private final FakeEngine engine = new FakeEngine();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
    private WritableByteChannel data;

    @BeforeEach
    void setUp() {
        data = Channels.newChannel(output);
    }

    private int run(String... arguments) {
        Console console = new Console(data, new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(messages, true, StandardCharsets.UTF_8), false);
        return new CommandLineInterface(engine, DEFAULTS, console).run(arguments);
    }

    private int small(String rows, String... more) {
        return run(Stream.of(SMALL, new String[]{rows}, more).flatMap(Stream::of).toArray(String[]::new));
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    private String messages() {
        return messages.toString(StandardCharsets.UTF_8);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void dataAloneGoesToStandardOutput() {
        assertThat(small("3")).isZero();

        assertThat(output()).isEqualTo("BilledCost\n0\n1\n2\n");
        assertThat(messages()).hasLineCount(1)
                .contains("3 rows, 17 bytes", "seed 1", "month 2026-03", "budget 200000.00 USD",
                        "commitment coverage 0.6");
    }

    @Test
    void aFileAppearsWhole() throws IOException {
        Path file = folder.resolve("aws.csv");

        assertThat(small("1e3", "--out", file.toString())).isZero();

        assertThat(Files.readAllLines(file)).hasSize(1_001).startsWith("BilledCost", "0").endsWith("999");
        assertThat(output()).isEmpty();
        assertThat(files()).containsExactly("aws.csv");
    }

    @Test
    void anOlderFileIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("aws.csv"), "old");

        assertThat(small("1", "--out", file.toString())).isZero();

        assertThat(file).hasContent("BilledCost\n0\n");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("real.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);

        assertThat(small("1", "--out", link.toString())).isZero();

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("BilledCost\n0\n");
    }

    @Test
    void aDeviceIsWrittenToAndNotReplaced() {
        assertThat(small("1000", "--out", "/dev/null")).isZero();

        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void aFailureLeavesNothingBehind() throws IOException {
        Path file = Files.writeString(folder.resolve("aws.csv"), "old");

        assertThat(small("1e5", "--seed", String.valueOf(FakeEngine.FAILS_LATER), "--out", file.toString()))
                .isEqualTo(2);

        assertThat(file).hasContent("old");
        assertThat(files()).containsExactly("aws.csv");
    }

    @Test
    void standardOutputThatFailsIsSaidInOneLine() {
        data = new FullChannel("No space left on device");

        assertThat(small("1e5")).isEqualTo(2);

        assertThat(messages())
                .isEqualTo("focus-generator: cannot write to standard output: No space left on device\n");
    }

    @Test
    void aReaderThatHasGoneIsNoFailureToSpeakOf() {
        data = new PipeChannel(new FullChannel("Broken pipe"));

        assertThat(small("1e5")).isEqualTo(141);

        assertThat(messages()).isEmpty();
    }

    @Test
    void quietSaysNothingButWhatWentWrong() {
        assertThat(small("3", "--quiet")).isZero();
        assertThat(small("3", "-q")).isZero();
        assertThat(messages()).isEmpty();

        assertThat(small("0", "-q")).isEqualTo(1);
        assertThat(messages()).hasLineCount(1).contains("--rows 0: ");
    }

    @Test
    void aFormatThatIsAskedForNeedsNoName() throws IOException {
        Path file = folder.resolve("x.parquet");

        assertThat(small("1", "--format", "csv", "--out", file.toString())).isZero();

        assertThat(Files.readAllLines(file)).startsWith("BilledCost");
        assertThat(messages()).startsWith("focus-generator: " + file + " is written as csv\nfocus-generator: 1 rows, ")
                .hasLineCount(2);
        assertThat(small("1", "--quiet", "--format", "csv", "--out", file.toString())).isZero();
        assertThat(messages()).hasLineCount(2);
        assertThat(small("1", "--format", "csv", "--out", folder.resolve("x.csv").toString())).isZero();
        assertThat(messages()).hasLineCount(3);
    }

    @Test
    void aNameThatEndsInNoFormatIsRefusedWithTheNearest() throws IOException {
        assertThat(small("1", "--out", folder.resolve("x.json").toString())).isEqualTo(1);

        assertThat(messages()).isEqualTo("focus-generator: --out " + folder.resolve("x.json")
                + ": Must end in one of csv,"
                + " csv.gz, csv.zst, ndjson, ndjson.gz, parquet, or --format must say how to write it. Nearest: "
                + folder.resolve("x.ndjson") + "\n");
        assertThat(files()).isEmpty();
    }

    @Test
    void aFullDeviceIsSaidInOneLine() {
        if (Files.exists(Path.of("/dev/full"))) {
            assertThat(small("1e5", "--out", "/dev/full")).isEqualTo(2);

            assertThat(messages()).isEqualTo("focus-generator: cannot write /dev/full: No space left on device\n");
        }
    }

    @Test
    void aFolderThatIsNotThereIsSaidInOneLine() {
        Path file = folder.resolve("no/such/aws.csv");

        assertThat(small("1", "--out", file.toString())).isEqualTo(2);

        assertThat(messages()).isEqualTo("focus-generator: cannot write " + file + ": there is no such directory\n");
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(small("1", "--out", folder.toString())).isEqualTo(2);

        assertThat(messages()).hasLineCount(1).contains("is a directory");
    }

    @Test
    void everythingWrongIsSaidAtOnceALineEach() {
        assertThat(run("generate", "cost-and-usge", "--rows", "0", "--profile=big", "--sede", "--format", "orc",
                "--out",
                "ftp://bucket/key", "--month", "2026-3", "--rosw=5")).isEqualTo(1);

        assertThat(output()).isEmpty();
        assertThat(messages().lines()).containsExactly(
                "focus-generator: --sede: There is no such option. Nearest: --seed",
                "focus-generator: --rosw 5: There is no such option. Nearest: --rows",
                "focus-generator: DATASET cost-and-usge: Must be cost-and-usage. Nearest: cost-and-usage",
                "focus-generator: --format orc: Must be one of csv, csv.gz, csv.zst, ndjson, ndjson.gz, parquet.",
                "focus-generator: --out ftp://bucket/key: Must be the name of a file, s3://bucket/key, or - for standard output.",
                "focus-generator: --month 2026-3: Must be YYYY-MM from 2015-01 to 2100-12. Nearest: 2026-03",
                "focus-generator: --rows 0: Must be a whole number from 1 to 100000000000, also written as 10k, 2.5M, 1e6 or"
                        + " 1_000_000. Nearest: 1",
                "focus-generator: --profile big: Must be one of greenfield, startup, large-business, enterprise, data-heavy,"
                        + " ml-ai.");
        assertThat(engine.opened).hasValue(0);
    }

    @Test
    void theValueOfAnUnknownOptionIsNotTakenForADataSet() {
        assertThat(run("generate", "--sede", "4", "cost-and-usage")).isEqualTo(1);

        assertThat(messages()).hasLineCount(1).contains("--seed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "generate other", "generate cost-and-usage again",
            "generate cost-and-usage --rows",
            "generate cost-and-usage --rows 1 --rows 1", "generate cost-and-usage --out a --out b",
            "generate cost-and-usage --out=",
            "other", "--other", "generate cost-and-usage --seed=", "generate cost-and-usage @file"})
    void misuseIsRefused(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(1);

        assertThat(output()).isEmpty();
        assertThat(messages()).startsWith("focus-generator: ");
    }

    static Stream<BadRequests> badRequestsOfKnownParameters() {
        return BadRequests.all().filter(bad -> Parameter.byName(bad.field()).isPresent());
    }

    @ParameterizedTest
    @MethodSource("badRequestsOfKnownParameters")
    void whatTheServiceRefusesTheCommandLineRefuses(BadRequests bad) {
        List<String> arguments = BadRequests.raw(bad.query()).entrySet().stream().flatMap(entry -> entry.getValue()
                .stream()
                .map(value -> Documentation.option(Parameter.byName(entry.getKey()).orElseThrow()) + "=" + value))
                .toList();

        assertThat(
                run(Stream.concat(Stream.of("generate", "cost-and-usage"), arguments.stream()).toArray(String[]::new)))
                .isEqualTo(1);
        assertThat(messages().lines()).allSatisfy(line -> assertThat(line)
                .startsWith("focus-generator: " + Documentation.option(Parameter.byName(bad.field()).orElseThrow())));
    }

    @Test
    void whatThePlannerRefusesIsRefused() {
        assertThat(small("1", "--seed", "400", "--shard", "8/8")).isEqualTo(1);

        assertThat(messages()).isEqualTo("focus-generator: --shard 8/8: At most 7 shards. Nearest: 7/7\n");
    }

    @ParameterizedTest
    @CsvSource({"--commitment-coverage", "--commitmentCoverage", "--COMMITMENT-COVERAGE", "--commitmentcoverage"})
    void anOptionIsReadInEverySpelling(String option) {
        assertThat(small("1", option, "0.25")).isZero();

        assertThat(messages()).contains("commitment coverage 0.25");
    }

    @Test
    void theOtherEnglishSpellingIsRead() {
        assertThat(small("1", "--commitment-utilization", "0.8")).isEqualTo(1);
        assertThat(small("1", "--commitmentUtilization", "0.8")).isZero();
    }

    @Test
    void aNegativeSeedIsAValue() {
        assertThat(small("1", "--seed", "-5")).isZero();

        assertThat(messages()).contains("seed -5,");
    }

    @Test
    void aRandomSeedIsTold() {
        assertThat(small("1", "--seed", "random")).isZero();

        assertThat(messages()).contains("seed 77,");
    }

    @Test
    void columnsMayBeRepeated() {
        assertThat(run("generate", "cost-and-usage", "--rows=1", "--columns=Tags", "--columns=BilledCost")).isZero();

        assertThat(output()).startsWith("BilledCost,Tags\n");
    }

    @Test
    void rowsAreWrittenAsAsked() {
        assertThat(run("generate", "cost-and-usage", "--rows=1", "--columns=BilledCost,Tags", "--delimiter", "\\t",
                "--custom-columns", "x_B:constant:two", "--custom-columns=x_A:constant:one\\,1")).isZero();

        assertThat(output()).startsWith("BilledCost\tTags\tx_A\tx_B\n");
    }

    @Test
    void whatSaysHowCsvIsWrittenIsRefusedForAnotherFormat() {
        assertThat(run("generate", "cost-and-usage", "--rows=1", "--format=ndjson", "--line-end=lf", "--seed=x"))
                .isEqualTo(CommandLineInterface.REFUSED);

        assertThat(messages()).contains("--line-end lf: Must not be given for ndjson: it says how CSV is written.",
                "--seed x: ");
    }

    @Test
    void everyParameterIsAnOptionThatTheHelpExplains() {
        assertThat(run("generate", "--help")).isZero();

        String help = output().replaceAll("\\s+", " ");
        for (Parameter parameter : Parameter.values()) {
            assertThat(help).contains(Documentation.option(parameter) + "=", parameter.help(),
                    parameter.type().allowed(),
                    "Default: " + parameter.defaultValue());
        }
        assertThat(help).contains("--rows=N ", "--month=YYYY-MM ", "--commitment-coverage=NUMBER ", "--shard=K/N ",
                "--profile=CHOICE ", "--columns=LIST ", "--organisation=NAME|TEXT|@FILE ",
                "--commitment-start=YYYY-MM-DD ");
        assertThat(help).contains("--format=", "--out=", "Examples:", "Exit code:", " 1.5 to 3 %, ")
                .doesNotContain("%%");
        assertThat(messages()).isEmpty();
    }

    @Test
    void everyDocumentedExampleIsAccepted() {
        for (Parameter parameter : Parameter.values()) {
            if (parameter != Parameter.ROWS) {
                assertThat(run("generate", "cost-and-usage", "--rows", "1", Documentation.option(parameter),
                        parameter.example())).as(parameter.label()).isZero();
            }
        }
    }

    @Test
    void theProgramSaysWhatItIs() {
        assertThat(run("--help")).isZero();
        assertThat(run("--version")).isZero();

        assertThat(output()).contains("generate", "preview", "price-list", "truth", "bundle", "bulk", "catalog",
                "key", "completion",
                "focus-generator "
                        + GeneratorVersion.CURRENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "generate", "preview", "price-list", "truth", "bundle", "bulk", "catalog", "key",
            "completion"})
    void theUsageIsACommandThatThereIs(String verb) {
        assertThat(run((verb + " --help").strip().split(" "))).isZero();

        assertThat(output()).contains(("Usage: java -jar target/quarkus-app/quarkus-run.jar " + verb).strip() + " ");
    }

    /** A target that takes nothing. */
    private record FullChannel(String reason) implements WritableByteChannel {

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            throw new IOException(reason);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
