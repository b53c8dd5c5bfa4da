package io.focusgen.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;

import io.focusgen.sink.FileTarget;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.TextOptions;
import io.focusgen.spec.Violation;
import io.focusgen.stream.Format;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.RandomRequests;
import io.focusgen.testing.Request;

class BundleTest {

    private static final String MOVING = "scenario=migration&rows=300&months=3";

    /** Those that can be asked and met. */
    static Stream<DatasetSpec> requests() {
        List<DatasetSpec> specs = RandomRequests.of(4_000, 60, 6_000)
                .flatMap(request -> Asked.spec(request).stream()).toList();
        assertThat(specs).hasSizeGreaterThan(40);
        return specs.stream();
    }

    /** The whole point of a canonical URL: it alone gives the file again. */
    @ParameterizedTest
    @MethodSource("requests")
    void everyFileHasTheBytesOfItsCanonicalUrl(DatasetSpec spec) {
        Bundle bundle = Bundle.of(spec, Format.CSV, Layout.MONTHLY, 1);
        bundle.plan();
        for (BundleFile file : bundle.files()) {
            Bytes bytes = Bytes.of(file.open());
            assertThat(bytes.toArray()).as(file.canonicalUrl()).isEqualTo(Asked.at(file.canonicalUrl()));
            long header = spec.text().header().in(spec.shard()) ? 1 : 0;
            assertThat(file.rows()).isEqualTo(
                    file.isData() ? OptionalLong.of(bytes.lines() - header) : OptionalLong.empty());
        }
    }

    @ParameterizedTest
    @CsvSource({MOVING, "scenario=sampleco&rows=200&months=2", "scenario=reorg&rows=200&months=2&provider=aws,azure",
            "provider=aws,azure,gcp&rows=120000&currency=EUR&columns=BilledCost&budget=aws:900000",
            "provider=aws,gcp&rows=3000&months=2&trendMultipliers=aws:1,0.8&commitmentStart=2026-01-20&waste=4"})
    void soDoFilesOfScenariosAndOfProvidersThatDiffer(String query) {
        for (BundleFile file : Asked.bundle(query).files()) {
            assertThat(Bytes.of(file.open()).toArray()).as(file.canonicalUrl())
                    .isEqualTo(Asked.at(file.canonicalUrl()));
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void soDoFilesOfEveryFormatAndPart(Format format) {
        for (Layout layout : Layout.values()) {
            Bundle bundle = Asked.bundle(Request.rows(9_000).providers("aws", "gcp").months(2), format, layout, 2);
            bundle.plan();
            bundle.files().stream().filter(BundleFile::isData)
                    .forEach(file -> assertThat(Bytes.of(file.open()).toArray())
                            .as(file.canonicalUrl()).isEqualTo(Asked.at(file.canonicalUrl())));
        }
    }

    @Test
    void monthlyHasAFileForEachProviderAndMonthThenTables() {
        assertThat(Asked.names(Asked.bundle("provider=aws,gcp&months=2&month=2025-12&rows=100&version=1.2")))
                .containsExactly("aws-focus-1.2-2025-12.csv", "aws-focus-1.2-2026-01.csv", "gcp-focus-1.2-2025-12.csv",
                        "gcp-focus-1.2-2026-01.csv", "price-list.csv", "truth/anomalies.csv", "truth/waste.csv",
                        "truth/ownership.csv", "truth/coverage.csv", "truth/commitments.csv", "truth/drivers.csv");
    }

    @Test
    void hiveHasATableOfFoldersForEachMonthAndNothingElseInIt() {
        Bundle bundle = Asked.bundle("provider=aws,gcp&months=2&month=2025-12&rows=9000&layout=hive&parts=2"
                + "&format=parquet");
        assertThat(Asked.names(bundle)).startsWith(
                "cost-and-usage/billing_period=2025-12/aws-focus-1.2-2025-12-part-1-of-2.parquet",
                "cost-and-usage/billing_period=2025-12/aws-focus-1.2-2025-12-part-2-of-2.parquet",
                "cost-and-usage/billing_period=2026-01/aws-focus-1.2-2026-01-part-1-of-2.parquet")
                .contains("price-list.csv");
        assertThat(bundle.files()).allSatisfy(
                file -> assertThat(new FileTarget(file.name(), file.mediaType()).name()).isEqualTo(file.name()));
    }

    @ParameterizedTest
    @CsvSource({"'',csv,each,true", "'',csv.gz,each,true", "header=TRUE&,csv.zst,true,false",
            "header=false&,csv,false,false", "header=each&,csv,each,true"})
    void everyPartOfCsvSaysItsColumnsUnlessItIsSaidOtherwise(String said, String format, String header, boolean last) {
        Bundle bundle = Asked.bundle(said + "rows=9000&month=2026-01&parts=3&format=" + format);
        assertThat(bundle.request().dataset().spec().text().header().label()).isEqualTo(header);
        assertThat(Asked.request(bundle.request().canonical().query())).isEqualTo(bundle.request());
        BundleFile part = bundle.files().get(2);
        assertThat(part.canonicalUrl().contains("&header=each&")).isEqualTo(last);
        assertThat(Bytes.of(part.open()).toArray()).isEqualTo(Asked.at(part.canonicalUrl()));
        if (format.equals("csv")) {
            assertThat(Bytes.of(part.open()).toString().startsWith("AvailabilityZone,BilledCost,")).isEqualTo(last);
            assertThat(part.mediaType()).endsWith("header=" + (last ? "present" : "absent"));
        }
    }

    @ParameterizedTest
    @CsvSource({"rows=9000&parts=1&format=csv", "rows=9000&parts=3&format=ndjson", "rows=9000&parts=2&format=parquet",
            "rows=9000&layout=single&shard=2/3"})
    void nothingElseChangesItsHeader(String query) {
        BundleRequest request = Asked.request(query + "&month=2026-01");
        assertThat(request.dataset().spec().text()).isEqualTo(TextOptions.DEFAULT);
        assertThat(request.canonical().query()).doesNotContain("header=");
        assertThat(Asked.request(request.canonical().query())).isEqualTo(request);
    }

    @Test
    void singleIsTheStreamAndMayBeAShard() {
        Bundle bundle = Asked.bundle("provider=aws,gcp&months=2&rows=9000&layout=single&shard=2/3&month=2026-01");
        BundleFile file = bundle.files().get(0);
        assertThat(file.name()).isEqualTo("aws-gcp-focus-1.2-2026-01-to-2026-02-part-2-of-3.csv");
        assertThat(Bytes.of(file.open()).toArray()).isEqualTo(Asked.at(file.canonicalUrl()));
        assertThat(file.rows().orElseThrow()).isBetween(8_000L, 16_000L);
    }

    @Test
    void partsJoinedAreTheFile() {
        Request request = Request.rows(20_000).months(2).providers("aws", "azure");
        List<BundleFile> whole = Asked.bundle(request, Format.CSV, Layout.MONTHLY, 1).files();
        List<BundleFile> parts = Asked.bundle(request, Format.CSV, Layout.MONTHLY, 3).files();
        for (int i = 0; i < 4; i++) {
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            parts.subList(3 * i, 3 * i + 3).forEach(part -> joined.writeBytes(Bytes.of(part.open()).toArray()));
            assertThat(joined.toByteArray()).isEqualTo(Bytes.of(whole.get(i).open()).toArray());
        }
    }

    @Test
    void morePartsThanBlocksAreRefused() {
        Violation refused = refused("rows=9000&month=2026-01&parts=900");
        assertThat(refused.field()).isEqualTo("parts");
        assertThat(refused.message()).startsWith("Must be at most ");
        Asked.bundle("rows=9000&month=2026-01&parts=" + refused.nearest()).plan();
        assertThat(refused("rows=1e10&layout=single&format=parquet").message())
                .isEqualTo("Must be at least 24: a file in this format does not hold so many rows.");
    }

    private static Violation refused(String query) {
        return catchThrowableOfType(RefusedException.class, Asked.bundle(query)::plan).violations().get(0);
    }

    @Test
    void aSheetOfTooManyRowsIsLeftOutAndTheManifestSaysWhy() throws JsonProcessingException {
        Bundle bundle = Asked.bundle("rows=1e10&month=2026-01");
        assertThat(Asked.names(bundle)).contains("truth/ownership.csv").doesNotContain("truth/coverage.csv");
        JsonNode leftOut = new ObjectMapper().readTree(bundle.manifest(List.of())).get("leftOut");
        assertThat(leftOut).extracting(file -> file.get("name").asText())
                .containsExactly("truth/coverage.csv", "truth/commitments.csv");
        assertThat(leftOut.get(0).get("reason").asText()).startsWith("Must be at most ");
    }

    private static String column(String name, String type, String before) {
        return before + "{\"name\":\"" + name + "\",\"type\":\"" + type + "\"}";
    }

    @Test
    void theManifestTellsOfFilesOfSeveralProvidersAndOfFormatsWithoutHeader() throws JsonProcessingException {
        Bundle single = Asked.bundle("provider=aws,azure&currency=EUR&month=2026-01&months=2&rows=50&layout=single"
                + "&format=ndjson");
        JsonNode files = new ObjectMapper()
                .readTree(single.manifest(single.files().stream().map(file -> new WrittenFile(
                        file.name(), file.mediaType(), file.rows(), 1, "ab".repeat(32), file.canonicalUrl())).toList()))
                .get("files");
        assertThat(files).extracting(file -> file.get("kind").asText()).startsWith("rows", "price-list", "answer-sheet")
                .hasSize(8);
        assertThat(files.get(0).get("provider").asText()).isEqualTo("aws,azure");
        assertThat(files.get(0).get("currency").asText()).isEqualTo("USD,EUR");
        assertThat(files.get(0).get("months").asInt()).isEqualTo(2);
        assertThat(files.get(0).has("header")).isFalse();
        assertThat(files.get(1).get("header")).isEqualTo(BooleanNode.TRUE);
        assertThat(files.get(1).has("provider")).isFalse();
    }

    @Test
    void theManifestTellsWhatTheFilesAre() throws JsonProcessingException {
        Bundle bundle = Asked
                .bundle("provider=aws&month=2026-01&rows=9000&seed=-3&excelSafe=true&customColumns=x_A:constant:%22"
                        + "&columns=Tags,BilledCost,ServiceName,ChargePeriodStart&parts=2&header=true");
        List<WrittenFile> written = List.of(
                new WrittenFile("aws-focus-1.2-2026-01-part-2-of-2.csv", "text/csv", OptionalLong.of(50), 7,
                        "ab".repeat(32), "/api/v1/x?y=1"),
                new WrittenFile("truth/waste.csv", "text/csv", OptionalLong.empty(), 5, "cd".repeat(32),
                        "/api/v1/z?y=1"));
        JsonNode manifest = new ObjectMapper().readTree(bundle.manifest(written));
        assertThat(manifest.fieldNames()).toIterable().containsExactly("generator", "dataset", "format", "layout",
                "parts", "parameters", "seed", "canonicalUrl", "rows", "bytes", "columns", "files", "leftOut");
        assertThat(manifest.get("columns").toString()).isEqualTo(column("BilledCost", "decimal", "[") + ","
                + column("ChargePeriodStart", "datetime", "") + "," + column("ServiceName", "string", "") + ","
                + column("Tags", "json", "") + "," + column("x_A", "string", "") + "]");
        assertThat(manifest.get("generator").asText()).isEqualTo(GeneratorVersion.CURRENT);
        assertThat(manifest.get("dataset").asText()).isEqualTo("cost-and-usage");
        assertThat(manifest.get("parameters").get("excelSafe").asText()).isEqualTo("true");
        assertThat(manifest.get("seed").asLong()).isEqualTo(-3);
        assertThat(manifest.get("rows").asLong()).isEqualTo(50);
        assertThat(manifest.get("bytes").asLong()).isEqualTo(12);
        assertThat(manifest.get("leftOut")).isEmpty();
        JsonNode file = manifest.get("files").get(0);
        assertThat(file.get("sha256").asText()).isEqualTo("ab".repeat(32));
        assertThat(file.get("rows").asLong()).isEqualTo(50);
        assertThat(file.get("kind").asText()).isEqualTo("rows");
        assertThat(file.get("provider").asText()).isEqualTo("aws");
        assertThat(file.get("month").asText()).isEqualTo("2026-01");
        assertThat(file.get("months").asInt()).isOne();
        assertThat(file.get("part").asInt()).isEqualTo(2);
        assertThat(file.get("parts").asInt()).isEqualTo(2);
        assertThat(file.get("currency").asText()).isEqualTo("USD");
        assertThat(file.get("header")).isEqualTo(BooleanNode.FALSE);
        assertThat(manifest.get("files").get(1).get("rows").isNull()).isTrue();
        assertThat(manifest.get("files").get(1).get("kind").asText()).isEqualTo("answer-sheet");
        assertThat(manifest.get("files").get(1).get("header")).isEqualTo(BooleanNode.TRUE);
        String url = manifest.get("canonicalUrl").asText();
        assertThat(url).startsWith("/api/v1/bundle.zip?provider=aws&")
                .endsWith("&header=true&format=csv&layout=monthly&parts=2");
        assertThat(Asked.request(url.substring(url.indexOf('?') + 1)).canonical().query())
                .isEqualTo(bundle.request().canonical().query());
    }
}
