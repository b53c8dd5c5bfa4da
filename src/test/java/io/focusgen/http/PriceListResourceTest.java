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

import com.fasterxml.jackson.databind.JsonNode;

import io.focusgen.pricelist.PriceColumn;
import io.focusgen.pricelist.PriceList;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.SpecReader;
import io.focusgen.stream.PriceListBlocks;
import io.focusgen.table.TableFormat;
import io.focusgen.testing.Bytes;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@Timeout(120)
class PriceListResourceTest {

    private static final String LIST = "/api/v1/price-list";
    private static final String QUERY = "?provider=gcp&currency=EUR&month=2026-01&months=2";

    @TestHTTPResource
    URL service;

    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
    }

    private static String expected(TableFormat format) {
        DatasetSpec spec = SpecReader.read(Map.of("provider", List.of("gcp"), "currency", List.of("EUR"), "month",
                List.of("2026-01"), "months", List.of("2")), new Defaults(YearMonth.of(2025, 1), () -> 1));
        return Bytes.of(new PriceListBlocks(PriceList.of(spec, format))).toString();
    }

    @Test
    void itIsJsonWhereNothingElseIsAskedFor() {
        HttpResponse<String> answer = client.get(LIST + QUERY);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"gcp-price-list-2026-01-to-2026-02.json\"");
        assertThat(header(answer, "Link")).startsWith("</api/v1/price-list?provider=gcp&");
        assertThat(answer.body()).isEqualTo(expected(TableFormat.JSON));
        assertThat(json(answer).get("prices").size()).isGreaterThan(10_000);
    }

    @Test
    void asCsvItHeedsTheOptionsOfCsv() {
        HttpResponse<String> answer = client.get(LIST + ".csv" + QUERY);

        assertThat(header(answer, "Content-Type")).isEqualTo("text/csv; charset=us-ascii; header=present");
        assertThat(answer.body()).isEqualTo(expected(TableFormat.CSV));
        HttpResponse<String> tabs = client.get(LIST + ".csv?rows=1&delimiter=tab&header=false&lineEnd=crlf");
        assertThat(header(tabs, "Content-Type")).isEqualTo("text/csv; charset=us-ascii; header=absent");
        assertThat(tabs.body().lines().findFirst().orElseThrow().split("\t", -1))
                .hasSize(PriceColumn.values().length);
        assertThat(tabs.body()).contains("\r\n").doesNotContain("SkuPriceId");
        assertThat(client.get(LIST + "?rows=1&delimiter=tab").statusCode()).isEqualTo(400);
    }

    @Test
    void postIsAnsweredLikeGet() {
        assertThat(client.send("POST", LIST + ".csv" + QUERY).body()).isEqualTo(expected(TableFormat.CSV));
        assertThat(client.send("POST", LIST + QUERY).body()).isEqualTo(expected(TableFormat.JSON));
    }

    @Test
    void aTagThatTheClientHoldsIsNotAnsweredAgain() {
        String tag = header(client.send("HEAD", LIST + QUERY), "ETag");

        assertThat(tag).isNotEmpty();
        assertThat(client.get(LIST + QUERY, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(client.get(LIST + QUERY + "&profile=startup", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void theCatalogueSaysWhereItIsAndWhatStandsInIt() {
        JsonNode list = json(client.get("/api/v1/catalog")).get("priceList");

        assertThat(list.get("formats")).extracting(format -> format.get("path").asText()).containsExactly(LIST,
                LIST + ".csv");
        assertThat(list.get("columns")).extracting(column -> column.get("name").asText()).containsExactlyElementsOf(
                Stream.of(PriceColumn.values()).map(PriceColumn::id).toList());
    }

    @Test
    void itTakesTheParametersOfADataSetAndNoOthers() {
        HttpResponse<String> answer = client.get(LIST + "?rows=0&limit=3");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("violations")).extracting(violation -> violation.get("field").asText())
                .containsExactlyInAnyOrder("rows", "limit");
        assertThat(client.get(LIST + ".parquet").statusCode()).isEqualTo(404);
    }
}
