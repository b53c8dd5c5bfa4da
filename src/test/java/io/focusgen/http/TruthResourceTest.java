package io.focusgen.http;

import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.SpecReader;
import io.focusgen.stream.AnswerSheetBlocks;
import io.focusgen.table.TableColumn;
import io.focusgen.table.TableFormat;
import io.focusgen.testing.Bytes;
import io.focusgen.truth.AnswerSheet;
import io.focusgen.truth.Sheet;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@Timeout(120)
class TruthResourceTest {

    private static final String TRUTH = "/api/v1/truth/";
    private static final String QUERY = "?provider=gcp&month=2026-01&months=2&rows=4000";

    @TestHTTPResource
    URL service;

    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
    }

    private static String expected(Sheet sheet, TableFormat format) {
        DatasetSpec spec = SpecReader.read(Map.of("provider", List.of("gcp"), "month", List.of("2026-01"), "months",
                List.of("2"), "rows", List.of("4000")), new Defaults(YearMonth.of(2025, 1), () -> 1));
        return Bytes.of(new AnswerSheetBlocks(AnswerSheet.of(spec, sheet, format, () -> false))).toString();
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void everySheetIsThereInEveryFormatByGetAndPost(Sheet sheet) {
        for (TableFormat format : TableFormat.values()) {
            String path = TRUTH + sheet.label() + "." + format.extension() + QUERY;
            HttpResponse<String> answer = client.get(path);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Content-Type")).startsWith(format.mediaType());
            assertThat(header(answer, "Content-Disposition")).isEqualTo("attachment; filename=\"gcp-" + sheet.label()
                    + "-2026-01-to-2026-02." + format.extension() + "\"");
            assertThat(header(answer, "Link")).startsWith("<" + TRUTH + sheet.label() + "." + format.extension());
            assertThat(answer.body()).isEqualTo(expected(sheet, format));
            assertThat(client.send("POST", path).body()).isEqualTo(answer.body());
            assertThat(client.send("HEAD", path).statusCode()).isEqualTo(200);
        }
        assertThat(json(client.get(TRUTH + sheet.label() + ".json" + QUERY)).get(sheet.label())).isNotNull();
    }

    @Test
    void aTagThatTheClientHoldsIsNotAnsweredAgain() {
        String tag = header(client.send("HEAD", TRUTH + "coverage.csv" + QUERY), "ETag");

        assertThat(tag).isNotEmpty();
        assertThat(client.get(TRUTH + "coverage.csv" + QUERY, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(client.get(TRUTH + "coverage.csv" + QUERY + "&seed=9", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatThereIsNotIsSaidWithWhatThereIs() {
        HttpResponse<String> sheet = client.get(TRUTH + "covrage.csv");
        assertThat(sheet.statusCode()).isEqualTo(404);
        assertThat(json(sheet).get("nearest").asText()).isEqualTo("coverage");
        HttpResponse<String> format = client.get(TRUTH + "coverage.parquet");
        assertThat(format.statusCode()).isEqualTo(406);
        assertThat(json(format).get("allowed")).extracting(JsonNode::asText).containsExactly("json", "csv");
        assertThat(client.send("DELETE", TRUTH + "coverage.csv").statusCode()).isEqualTo(405);
        assertThat(client.get(TRUTH + "coverage.json?delimiter=tab").statusCode()).isEqualTo(400);
        assertThat(client.get(TRUTH + "coverage.csv?rows=0").statusCode()).isEqualTo(400);
        assertThat(client.get(TRUTH + "coverage.csv?rows=1e10").statusCode()).isEqualTo(400);
    }

    @Test
    void whatCannotBeMetIsRefusedWithoutTheSheetToo() {
        for (String query : List.of("waste.csv?rows=1e6&budget=1", "coverage.csv?rows=1e10", "ownership.json?rows=0")) {
            assertThat(client.get(TRUTH + query).statusCode()).as(query).isEqualTo(400);
            assertThat(client.send("HEAD", TRUTH + query).statusCode()).as(query).isEqualTo(400);
        }
    }

    @Test
    void theCatalogueSaysWhereTheyAreAndWhatStandsInThem() {
        JsonNode sheets = json(client.get("/api/v1/catalog")).get("truth");

        assertThat(sheets).hasSize(Sheet.values().length);
        for (Sheet sheet : Sheet.values()) {
            JsonNode entry = sheets.get(sheet.ordinal());
            assertThat(entry.get("formats")).extracting(format -> format.get("path").asText())
                    .containsExactly(TRUTH + sheet.label() + ".json", TRUTH + sheet.label() + ".csv");
            assertThat(entry.get("columns")).extracting(column -> column.get("name").asText())
                    .containsExactlyElementsOf(Stream.of(sheet.columns()).flatMap(List::stream)
                            .map(TableColumn::id).toList());
        }
    }
}
