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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.bundle.Bundle;
import io.focusgen.bundle.BundleParameter;
import io.focusgen.bundle.BundleReader;
import io.focusgen.bundle.BundleRequest;
import io.focusgen.bundle.ZipBlocks;
import io.focusgen.http.offer.ApiCatalog;
import io.focusgen.preview.Preview;
import io.focusgen.pricelist.PriceList;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.Documentation;
import io.focusgen.spec.Documented;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.PreviewParameter;
import io.focusgen.spec.PreviewReader;
import io.focusgen.spec.PreviewSpec;
import io.focusgen.spec.SpecReader;
import io.focusgen.stream.AnswerSheetBlocks;
import io.focusgen.stream.Exports;
import io.focusgen.stream.PriceListBlocks;
import io.focusgen.table.TableFormat;
import io.focusgen.testing.Bytes;
import io.focusgen.truth.AnswerSheet;
import io.focusgen.truth.Sheet;

/** The verbs that write something about a data set: {@code preview}, {@code price-list}, {@code truth} and {@code catalog}. */
class ReportVerbsTest {

    private static final Defaults DEFAULTS = new Defaults(YearMonth.of(2026, 3), () -> 77);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    private int run(String... arguments) {
        Console console = new Console(Channels.newChannel(output),
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(messages, true, StandardCharsets.UTF_8), false);
        return new CommandLineInterface(Exports.opener(), DEFAULTS, console).run(arguments);
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    private String messages() {
        return messages.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aPreviewIsWhatTheServiceAnswers() {
        assertThat(run("preview", "--provider", "aws,gcp", "--rows", "300", "--offset=5", "--limit", "2")).isZero();

        PreviewSpec spec = PreviewReader.read(Map.of("provider", List.of("aws,gcp"), "rows", List.of("300"), "offset",
                List.of("5"), "limit", List.of("2")), DEFAULTS);
        assertThat(output())
                .isEqualTo(Preview.of(spec).document(Preview.PATH + "?" + spec.canonical().query(), () -> false));
        assertThat(messages()).isEmpty();
    }

    @Test
    void anAnswerSheetIsWhatTheServiceAnswers() {
        assertThat(run("truth", "coverage", "--rows", "3000", "--format", "csv")).isZero();

        assertThat(output()).isEqualTo(Bytes.of(new AnswerSheetBlocks(AnswerSheet.of(SpecReader.read(
                Map.of("rows", List.of("3000")), DEFAULTS), Sheet.COVERAGE, TableFormat.CSV, () -> false))).toString());
        long rows = output().lines().count() - 1;
        assertThat(messages()).matches("focus-generator: " + rows
                + " rows, [0-9]+ bytes in [0-9]+ ms, [0-9.]+ [kMG]?B/s; seed 1, month 2026-03\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.csv", "x.CSV.gz", "x.csv.zst", "x.ndjson", "x.ndjson.gz", "x.parquet"})
    void theNameSaysTheFormat(String name) throws IOException {
        Path file = folder.resolve(name);
        Path asked = folder.resolve("asked");

        assertThat(run("generate", "cost-and-usage", "--rows", "10", "--out", file.toString())).isZero();
        assertThat(run("generate", "cost-and-usage", "--rows", "10", "--out", asked.toString(), "--format",
                name.substring(2).toLowerCase(Locale.ROOT))).isZero();

        assertThat(file).hasSameBinaryContentAs(asked);
    }

    @Test
    void anAnswerSheetHasAName() {
        assertThat(run("truth", "--rows", "0")).isEqualTo(1);
        assertThat(messages()).contains("SHEET: Must be ", "--rows 0: ");
        messages.reset();
        assertThat(run("truth", "covrage", "--rows", "1")).isEqualTo(1);
        assertThat(messages()).contains("Nearest: coverage");
        messages.reset();
        assertThat(run("truth", "coverage", "ownership")).isEqualTo(1);
        assertThat(output()).isEmpty();
    }

    @Test
    void aPriceListIsWhatTheServiceAnswers() throws IOException {
        Path file = folder.resolve("prices.csv");
        assertThat(run("price-list", "--provider", "gcp", "--currency", "EUR", "--out",
                file.toString())).isZero();
        assertThat(run("price-list", "--rows", "1")).isZero();

        assertThat(file).content().isEqualTo(Bytes.of(new PriceListBlocks(PriceList.of(SpecReader.read(
                Map.of("provider", List.of("gcp"), "currency", List.of("EUR")), DEFAULTS), TableFormat.CSV)))
                .toString());
        assertThat(output()).isEqualTo(Bytes.of(new PriceListBlocks(PriceList.of(SpecReader.read(
                Map.of("rows", List.of("1")), DEFAULTS), TableFormat.JSON))).toString());
        assertThat(messages()).startsWith("focus-generator: " + Files.size(file) + " bytes");
    }

    @Test
    void aBundleIsWhatTheServiceAnswers() throws IOException {
        Path file = folder.resolve("bundle.zip");
        String[] arguments = {"bundle", "--provider", "aws,gcp", "--rows", "3000", "--months", "2", "--layout", "hive",
                "--format", "ndjson.gz"};
        assertThat(run(Stream.concat(Stream.of(arguments), Stream.of("--out", file.toString())).toArray(String[]::new)))
                .isZero();
        assertThat(messages()).startsWith("focus-generator: 12 files, 12000 rows, " + Files.size(file) + " bytes in ")
                .endsWith("; seed 1, month 2026-03\n").hasLineCount(1);

        BundleRequest request = BundleReader.read(Map.of("provider", List.of("aws,gcp"), "rows", List.of("3000"),
                "months", List.of("2"), "layout", List.of("hive"), "format", List.of("ndjson.gz")), DEFAULTS);
        assertThat(file).hasBinaryContent(Bytes.of(ZipBlocks.of(Bundle.of(request))).toArray());
    }

    @Test
    void aBundleSaysEverythingThatIsWrong() {
        assertThat(run("bundle", "--rows", "0", "--parts", "0", "--layout", "monthy", "--out", "s3://b")).isEqualTo(1);
        assertThat(messages()).contains("--rows 0: ", "--parts 0: ", "Nearest: monthly", "--out s3://b: ");
        messages.reset();
        assertThat(run("bundle", "--rows", "100", "--parts", "900")).isEqualTo(1);
        assertThat(messages()).startsWith("focus-generator: --parts 900: Must be at most ").hasLineCount(1);
        assertThat(output()).isEmpty();
    }

    @Test
    void theCatalogueGoesWhereItIsAsked() throws IOException {
        Path file = folder.resolve("catalog.json");
        assertThat(run("catalog", "--out", file.toString())).isZero();
        assertThat(output()).isEmpty();
        assertThat(run("catalog")).isZero();

        assertThat(output()).isEqualTo(ApiCatalog.text()).isEqualTo(Files.readString(file));
        assertThat(new ObjectMapper().readTree(output()).path("parameters")).hasSize(Parameter.values().length);
        assertThat(messages()).isEmpty();
    }

    @Test
    void theCatalogueTakesNoParameters() {
        assertThat(run("catalog", "gcp", "--out", "s3://x")).isEqualTo(1);
        assertThat(run("catalog", "--provider", "aws")).isEqualTo(1);

        assertThat(output()).isEmpty();
        assertThat(messages().lines()).containsExactly(
                "focus-generator: gcp: There is nothing that this word could say.",
                "focus-generator: --out s3://x: Must be s3://bucket/key: a bucket has 3 to 63 small letters, digits, . and -;"
                        + " a key has letters, digits and . _ - = with slashes between, no part beginning with a dot, at most 512"
                        + " characters.",
                "focus-generator: --provider: This verb has no such option; generate, preview, price-list, truth, bundle,"
                        + " bulk have.");
    }

    @Test
    void theHelpOfTheCatalogueSaysWhatIsInIt() throws IOException {
        assertThat(run("catalog", "--help")).isZero();

        List<String> members = new ArrayList<>();
        new ObjectMapper().readTree(ApiCatalog.text()).fieldNames().forEachRemaining(members::add);
        assertThat(output().replace("\n", " ")).contains(String.join(", ", members)).contains("/api/v1/catalog",
                "--out=", "Examples:",
                "Exit code:");
    }

    @Test
    void everythingWrongWithAPreviewIsSaidAtOnce() {
        assertThat(run("preview", "everything", "--rows", "0", "--limit=1001", "--summaries", "tru", "--out", "s3://x",
                "--delimiter", "tab")).isEqualTo(1);
        assertThat(run("preview", "--ofset", "3")).isEqualTo(1);

        assertThat(output()).isEmpty();
        assertThat(messages()).contains("everything: There is nothing that this word could say.",
                "--rows 0: Must be a whole number",
                "--limit 1001: Must be a whole number from 0 to 1000. Nearest: 1000",
                "--summaries tru: Must be one of true, false. Nearest: true",
                "--out s3://x: Must be s3://bucket/key",
                "--delimiter tab: Must not be given for json", "--ofset: There is no such option. Nearest: --offset");
    }

    @Test
    void everythingWrongWithAPriceListIsSaidAtOnce() {
        assertThat(run("price-list", "--rows", "0", "--format", "parquet", "--limit", "3")).isEqualTo(1);

        assertThat(messages()).contains("--rows 0: Must be a whole number",
                "--format parquet: Must be one of json, csv.",
                "--limit: This verb has no such option; preview has.");
    }

    @Test
    void aDataSetTooLargeToBeSummedUpIsRefused() {
        assertThat(run("preview", "--rows", "1e10", "--granularity", "hourly", "--provider", "aws")).isEqualTo(1);

        assertThat(messages()).contains("--rows 10000000000: Must be at most 1344000000").contains("summaries=false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview", "price-list", "bundle"})
    void theHelpExplainsEveryOption(String verb) {
        assertThat(run(verb, "--help")).isZero();

        String help = output().replaceAll("\\s+", " ");
        Map<String, Documented[]> own = Map.of("preview", PreviewParameter.values(), "bundle",
                BundleParameter.values());
        assertThat(Stream.concat(Stream.of(own.getOrDefault(verb, new Documented[0])), Stream.of(Parameter.values())))
                .allSatisfy(parameter -> assertThat(help)
                        .contains(Documentation.option(parameter) + "=", parameter.help(), parameter.type().allowed()));
        assertThat(help).contains("--out=", "Example:", "Exit code:");
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidInOneLine() {
        assertThat(run("preview", "--rows", "1", "--out", folder.resolve("none/preview.json").toString())).isEqualTo(2);

        assertThat(messages()).hasLineCount(1).contains("cannot write", "there is no such directory");
    }

    @Test
    void anOptionOfAnotherVerbIsSaidToBeThat() {
        assertThat(run("generate", "cost-and-usage", "--layout", "hive")).isEqualTo(1);
        assertThat(run("truth", "coverage", "--limit=3")).isEqualTo(1);
        assertThat(run("preview", "--format", "csv")).isEqualTo(1);

        assertThat(messages().lines()).contains(
                "focus-generator: --layout: This verb has no such option; bundle has.",
                "focus-generator: --limit 3: This verb has no such option; preview has.",
                "focus-generator: --format: This verb has no such option; generate, price-list, truth, bundle, bulk have.");
    }

    @Test
    void aVerbThatThereIsNotIsRefusedWithThoseThatThereAre() {
        assertThat(run("generat", "cost-and-usage")).isEqualTo(1);
        assertThat(run("--rows", "5")).isEqualTo(1);

        assertThat(messages()).startsWith("focus-generator: generat: There is no such verb; there is generate, preview,"
                + " price-list, truth, bundle, bulk, catalog, key, completion. Nearest: generate\nTry: java -jar target/quarkus-app/quarkus-run.jar --help\n"
                + "focus-generator: --rows: There is no such verb; there is generate, ");
        assertThat(run("serve", "--help")).isEqualTo(1);
        assertThat(run("jobs", "-h")).isEqualTo(1);
        assertThat(messages()).contains("focus-generator: serve: There is no such verb; ",
                "focus-generator: jobs: There is no such verb; ");
    }
}
