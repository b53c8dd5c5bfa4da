package io.focusgen.http;

import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;

import io.focusgen.http.streaming.Admission;
import io.focusgen.preview.Preview;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.PreviewParameter;
import io.focusgen.spec.PreviewReader;
import io.focusgen.spec.PreviewSpec;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@Timeout(120)
class PreviewResourceTest {

    private static final String SMALL = "/api/v1/preview?provider=aws&rows=300&month=2026-03&offset=7&limit=3";

    @TestHTTPResource
    URL service;

    @TestHTTPResource("/")
    URI root;

    @Inject
    Admission admission;

    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
    }

    @Test
    void aPreviewIsTheDocumentOfItsRequest() {
        HttpResponse<String> answer = client.get(SMALL);
        PreviewSpec spec = PreviewReader.read(Map.of("provider", List.of("aws"), "rows", List.of("300"), "month",
                List.of("2026-03"), "offset", List.of("7"), "limit", List.of("3")),
                new Defaults(YearMonth.of(2026, 1), () -> 1));
        String canonical = "/api/v1/preview?" + spec.canonical().query();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("application/json");
        assertThat(header(answer, "Link")).isEqualTo("<" + canonical + ">; rel=\"canonical\"");
        assertThat(header(answer, "Focus-Seed")).isEqualTo("1");
        assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=86400");
        assertThat(answer.body()).isEqualTo(Preview.of(spec).document(canonical, () -> false));
        assertThat(json(answer).get("rows")).hasSize(3);
        assertThat(client.get(json(answer).get("canonical").asText()).body()).isEqualTo(answer.body());
    }

    @Test
    void postWithTheSameParametersIsTheSame() throws IOException, InterruptedException {
        String body = "{\"provider\":[\"aws\"],\"rows\":300,\"month\":\"2026-03\",\"offset\":7,\"limit\":3,"
                + "\"summaries\":true}";
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + service.getPort() + "/api/v1/preview"))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(client.get(SMALL).body());
    }

    @Test
    void beyondTheEndThereAreNoRowsAndTheNumberOfThemAll() {
        JsonNode preview = json(client.get(SMALL.replace("offset=7", "offset=300")));

        assertThat(preview.get("rows")).isEmpty();
        assertThat(preview.get("totalRows").asLong()).isEqualTo(300);
    }

    @Test
    void aTagThatTheClientHoldsIsNotAnsweredAgain() {
        String tag = header(client.get(SMALL), "ETag");
        HttpResponse<String> again = client.get(SMALL, "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(client.get(SMALL.replace("limit=3", "limit=4"), "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(client.send("POST", SMALL, "If-None-Match", tag).statusCode()).isEqualTo(412);
        assertThat(client.get(SMALL, "If-None-Match", "*").statusCode()).isEqualTo(304);
    }

    @Test
    void headPlansAndSumsUpNothing() {
        HttpResponse<String> head = client.send("HEAD", SMALL);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "ETag")).isEqualTo(header(client.get(SMALL), "ETag"));
        assertThat(client.send("HEAD", "/api/v1/preview?rows=3e6&granularity=monthly").statusCode()).isEqualTo(400);
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        HttpResponse<String> answer = client
                .get("/api/v1/preview?rows=0&limit=1001&ofset=3&summaries=maybe&delimiter=tab");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("violations")).extracting(violation -> violation.get("field").asText())
                .containsExactlyInAnyOrder("rows", "limit", "ofset", "summaries", "delimiter");
    }

    @Test
    void whatIsTooLargeToBeSummedUpSaysHowItCanBeShown() {
        HttpResponse<String> answer = client.get("/api/v1/preview?provider=aws&rows=1e10&granularity=hourly");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/violations/0/nearest").asText()).isEqualTo("1344000000");
        assertThat(json(answer).at("/violations/0/allowed").asText()).contains("summaries=false");
        assertThat(client.get("/api/v1/preview?provider=aws&rows=1e8&limit=1&granularity=hourly&summaries=false")
                .statusCode()).isEqualTo(200);
    }

    @Test
    void theCatalogueSaysWhatItTakes() {
        JsonNode preview = json(client.get("/api/v1/catalog")).get("preview");

        assertThat(preview.get("path").asText()).isEqualTo("/api/v1/preview");
        assertThat(preview.get("parameters")).extracting(parameter -> parameter.get("name").asText())
                .containsExactlyElementsOf(PreviewParameter.labels());
    }

    @Test
    void workEndsWhenTheClientGoes() throws IOException {
        await().until(() -> admission.plans().taken() == 0);
        try (RawConnection connection = new RawConnection(root)) {
            connection.send("GET /api/v1/preview?provider=aws&granularity=daily&months=120&rows=460000 HTTP/1.1", "");
            await().until(() -> admission.plans().taken() == 1);
        }
        // Summing all of it up takes longer than this.
        await().atMost(Duration.ofSeconds(2)).until(() -> admission.plans().taken() == 0);
    }
}
