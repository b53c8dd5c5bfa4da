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
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.spec.Defaults;
import io.focusgen.spec.Shard;
import io.focusgen.spec.Violation;
import io.focusgen.stream.Exports;

/** Jobs are printed as they would be asked for, and parts in a folder make a whole. */
class BulkCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    private int run(String... arguments) {
        output.reset();
        messages.reset();
        Console console = new Console(Channels.newChannel(output),
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(messages, true, StandardCharsets.UTF_8), false);
        return new CommandLineInterface(Exports.opener(), new Defaults(YearMonth.of(2026, 3), () -> 77), console)
                .run(arguments);
    }

    private String said() {
        return messages.toString(StandardCharsets.UTF_8);
    }

    private static String[] words(String line) {
        return line.split(" ");
    }

    private int part(int index, int count, String... more) {
        List<String> words = new ArrayList<>(List.of("bulk", "--rows", "20000", "--shard", index + "/" + count, "--out",
                folder + "/parts/"));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("parts"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> arguments() {
        Object job = new Load(LoadSettings.builder().build()).loadFromString(output.toString(StandardCharsets.UTF_8));
        for (String name : List.of("spec", "template", "spec")) {
            job = ((Map<String, Object>) job).get(name);
        }
        List<Map<String, Object>> containers = (List<Map<String, Object>>) ((Map<String, Object>) job)
                .get("containers");
        return ((List<String>) containers.get(0).get("args")).stream().map(word -> word.replace("$$", "$")).toList();
    }

    @Test
    void aJobNamesEveryParameter() {
        assertThat(run(words("bulk --rows 1e6 --shards 64 --seed random --provider aws,gcp --format csv.gz"
                + " --out s3://my-bucket/bills/"))).as(said()).isZero();

        assertThat(arguments()).startsWith("bulk", "cost-and-usage", "--shard=index/64", "--format=csv.gz",
                "--out=s3://my-bucket/bills/", "--quiet").contains("--provider=aws,gcp", "--month=2026-03",
                        "--rows=1000000", "--seed=77");
        assertThat(said())
                .matches("focus-generator: 2000000 rows in 64 parts, the first of [0-9]{5}, 16 at once; seed 77,"
                        + " month 2026-03\n");
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("\n  completions: 64\n", "\n  parallelism: 16\n",
                "\n  maxFailedIndexes: 6\n", "values: [1]");
    }

    /** What a Pod reads is the request that was printed, whatever stands in it. */
    @Test
    void itsArgumentsAskForTheSame() {
        String[] asked = {"bulk", "--rows", "20000", "--shards", "2", "--format", "csv.gz", "--out", "s3://bucket/p/",
                "--organisation", "teams: [{name: \"a b\"}]", "--custom-columns", "x_Run:constant:$(HOME) $$",
                "--anomalies", "1", "--columns",
                "BilledCost,Tags"};
        assertThat(run(asked)).as(said()).isZero();
        String first = output.toString(StandardCharsets.UTF_8);

        List<String> again = new ArrayList<>(arguments());
        again.set(2, "--shards=2");
        assertThat(run(again.toArray(String[]::new))).as(said()).isZero();

        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo(first).contains("$$(HOME) $$$$");
    }

    @Test
    void theNameOfTheJobTellsTheRequest() {
        assertThat(run(words("bulk --rows 10000 --shards 2 --out s3://bucket/p/"))).isZero();
        String one = output.toString(StandardCharsets.UTF_8);
        assertThat(run(words("bulk --rows 1e4 --shards 2 --out s3://bucket/p/ --seed 1"))).isZero();
        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo(one);
        assertThat(run(words("bulk --rows 1e4 --shards 2 --out s3://bucket/p/ --seed 2"))).isZero();

        assertThat(output.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("name: focus-bulk-")))
                .hasSize(1).doesNotContainAnyElementsOf(one.lines().toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "bulk --out s3://bucket/p/|--shards: Must say into how many parts",
            "bulk --shards 2 --shard 1/2 --out s3://bucket/p/|--shards 2: Must say into how many parts",
            "bulk --shards 0 --out s3://bucket/p/|--shards 0: Must be a whole number from 1 to 10000.",
            "bulk --shards 10001 --out s3://bucket/p/|--shards 10001: Must be a whole number from 1 to 10000.",
            "bulk --shards 99 --rows 10 --out s3://bucket/p/|--shards 99: Must be k/n with n at most",
            "bulk --shards 2|--out: Must be where the parts go",
            "bulk --shards 2 --out s3://bucket/p|Nearest: s3://bucket/p/",
            "bulk --shards 2 --out parts/|--out parts/: Must be s3://bucket/prefix/: the disk of a Pod",
            "bulk --shards 2 --out s3://B/p/|--out s3://B/p/: Must be s3://bucket/prefix/: a bucket",
            "bulk --shards 2 --parallelism 3 --out s3://bucket/p/|--parallelism 3: Must be a whole number from 1 to 2.",
            "bulk --shards 2 --image a\"b --out s3://bucket/p/|--image a\"b: Must be the name of an image",
            "bulk --shards 2 --rows x --out s3://bucket/p/|--rows x: Must be a whole number",
            "bulk --shards 2 --provider ibm --out s3://bucket/p/|--provider ibm: ",
            "bulk cost --shards 2 --out s3://bucket/p/|DATASET cost: Must be cost-and-usage.",
            "bulk --shard 1/2 --finish --out parts/|--finish: Must be with --shards",
            "bulk --shard 1/2 --seed random --out parts/|--seed random: Must be a number",
            "bulk --shard 3/2 --out parts/|--shard 3/2: Must be k/n",
            "bulk --shard index/2 --out parts/|--shard index/2: Must be k/n where JOB_COMPLETION_INDEX is no number",
            "bulk --shards 2 --excel-safe true --format parquet --out s3://bucket/p/|--excel-safe true: Must not be given",
            "generate --shards 2|--shards"})
    void whatIsWrongIsSaidAndNothingIsPrinted(String line, String sentence) {
        assertThat(run(words(line))).isEqualTo(CommandLineInterface.REFUSED);

        assertThat(said()).contains(sentence);
        assertThat(output.size()).isZero();
    }

    @Test
    void anIndexBeginsWithZeroAndAShardWithOne() {
        List<Violation> refused = new ArrayList<>();
        assertThat(JobIndex.read("shard", List.of("index/64"), "0", refused::add)).containsExactly("1/64");
        assertThat(JobIndex.read("shard", List.of("index/64"), "63", refused::add)).containsExactly("64/64");
        assertThat(JobIndex.read("shard", List.of("3/64"), null, refused::add)).containsExactly("3/64");
        assertThat(JobIndex.read("organisation", List.of("index/x"), null, refused::add)).containsExactly("index/x");
        assertThat(refused).isEmpty();
        for (String wrong : List.of("", "-1", "01", "x", "9999999999999999999")) {
            assertThat(JobIndex.read("shard", List.of("index/64"), wrong, refused::add)).isEmpty();
        }
        assertThat(refused).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson.gz"})
    void thePartsJoinedAreTheWholeAndTheManifestComesWithTheLast(String format) throws IOException {
        Path whole = folder.resolve("whole");
        assertThat(run("generate", "cost-and-usage", "--rows", "20000", "--format", format, "--out", whole.toString()))
                .isZero();

        for (int index : new int[]{3, 1}) {
            assertThat(part(index, 3, "--format", format)).as(said()).isZero();
            assertThat(files()).noneMatch(file -> file.endsWith("manifest.json"));
        }
        assertThat(said()).contains("part 1/3: ", " rows, ", "; 1 parts are missing\n");
        assertThat(run("bulk", "--rows", "20000", "--format", format, "--shards", "3", "--finish", "--out",
                folder + "/parts/")).isEqualTo(CommandLineInterface.FAILED);
        assertThat(said()).contains("1 part is missing: 2\n");
        assertThat(part(2, 3, "--format", format)).isZero();
        assertThat(said()).contains("; all parts and the manifest are there\n");

        JsonNode manifest = JSON.readTree(folder.resolve("parts/manifest.json").toFile());
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (JsonNode file : manifest.get("files")) {
            Path path = folder.resolve("parts").resolve(file.get("name").asText());
            joined.writeBytes(Files.readAllBytes(path));
            assertThat(Files.size(path)).isEqualTo(file.get("bytes").asLong());
        }
        assertThat(joined.toByteArray()).isEqualTo(Files.readAllBytes(whole));
        assertThat(manifest.get("rows").asLong()).isEqualTo(20_000);
        assertThat(manifest.get("bytes").asLong()).isEqualTo(joined.size());
        assertThat(files()).hasSize(4);
    }

    @Test
    void whatIsThereIsNotWrittenAgainAndWhatIsReplacedHasNoManifest() throws IOException {
        assertThat(part(1, 2)).isZero();
        assertThat(part(2, 2)).isZero();
        Path manifest = folder.resolve("parts/manifest.json");
        String said = Files.readString(manifest);

        assertThat(part(2, 2)).isZero();
        assertThat(said()).contains(" bytes, there already; all parts and the manifest are there");
        assertThat(manifest).hasContent(said);

        assertThat(part(2, 2, "--seed", "2")).isZero();
        assertThat(said()).contains("; 1 parts are missing");
        assertThat(manifest).doesNotExist();
        assertThat(part(1, 2)).isZero();
        assertThat(said()).contains("there already; 1 parts are missing");

        assertThat(part(2, 2)).isZero();
        assertThat(manifest).hasContent(said);
    }

    @Test
    void aPartThatIsGoneIsWrittenAgain() throws IOException {
        assertThat(part(1, 2)).isZero();
        Files.delete(files().get(0));

        assertThat(part(2, 2)).isEqualTo(CommandLineInterface.FAILED);
        assertThat(said()).contains("part-1-of-2.csv is gone or has another size: write part 1/2 again");
        assertThat(folder.resolve("parts/manifest.json")).doesNotExist();
        assertThat(part(1, 2)).isZero();

        assertThat(folder.resolve("parts/manifest.json")).exists();
    }

    @Test
    void aNameThatIsNoReceiptIsPassedOver() {
        PartReceipt receipt = new PartReceipt(new Shard(3, 64), "a".repeat(32), 5, 700, "b".repeat(64));

        assertThat(PartReceipt.of(receipt.name())).contains(receipt);
        assertThat(PartReceipt.of(receipt.name() + ".part")).isEmpty();
        assertThat(PartReceipt.of(receipt.name().replace("3-of", "65-of"))).isEmpty();
        assertThat(PartReceipt.of("_parts/readme.txt")).isEmpty();
    }
}
