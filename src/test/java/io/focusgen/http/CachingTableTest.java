package io.focusgen.http;

import static io.focusgen.http.Client.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.focusgen.http.offer.Endpoint;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What {@code docs/operating.md} says that caches may keep must be so, for every path. */
@QuarkusTest
@Timeout(120)
class CachingTableTest {

    private static final Pattern LINE = Pattern.compile("\\| `(/[^`]*)` \\| `([^`]*)` \\| (yes|no) \\|");

    private static final String NAMED = "?rows=50&month=2026-03&provider=aws";

    @TestHTTPResource
    URL service;

    private Client client;
    private String job = "";

    private record Row(String cacheControl, boolean tagged) {
    }

    @BeforeEach
    void setUp() {
        client = new Client(service);
    }

    private static Map<String, Row> table() throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        Matcher lines = LINE.matcher(Files.readString(Path.of("docs/operating.md")));
        while (lines.find()) {
            rows.put(lines.group(1), new Row(lines.group(2), lines.group(3).equals("yes")));
        }
        return rows;
    }

    private String path(Endpoint endpoint) {
        String path = endpoint.template().replace("{dataset}.{format}", "cost-and-usage.csv")
                .replace("{sheet}.{format}", "coverage.csv").replace("{type}", "overloaded").replace("{id}", job)
                .replace("{name}", "manifest.json");
        return endpoint.ofDataset() ? path + NAMED : path;
    }

    private void completedJob() {
        HttpResponse<String> taken = client.post("/api/v1/jobs", "{\"rows\":50,\"month\":\"2026-03\"}");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        String location = header(taken, "Location");
        job = location.substring(location.lastIndexOf('/') + 1);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> client.get(location).body().contains("\"status\":\"completed\""));
    }

    @Test
    void everyPathSaysWhatTheTableSays() throws IOException {
        completedJob();
        Map<String, Row> table = table();
        assertThat(table.keySet()).containsExactlyElementsOf(
                Stream.of(Endpoint.values()).map(Endpoint::template).toList());
        for (Endpoint endpoint : Endpoint.values()) {
            Row row = table.get(endpoint.template());
            HttpResponse<String> answer = client.send(endpoint.methods().get(0), path(endpoint), "Accept",
                    endpoint == Endpoint.HOME ? "text/html" : "*/*");
            assertThat(answer.statusCode()).as(endpoint.template()).isBetween(200, 399);
            assertThat(header(answer, "Cache-Control")).as(endpoint.template()).isEqualTo(row.cacheControl());
            assertThat(answer.headers().firstValue("ETag").isPresent()).as(endpoint.template())
                    .isEqualTo(row.tagged());
            assertThat(answer.headers().firstValue("Vary").orElse("")).as(endpoint.template())
                    .isEqualToIgnoringCase(endpoint == Endpoint.OPENAPI || endpoint == Endpoint.HOME ? "Accept" : "");
            if (row.tagged()) {
                answer = client.get(path(endpoint), "If-None-Match", header(answer, "ETag"));
                assertThat(answer.statusCode()).as(endpoint.template()).isEqualTo(304);
                assertThat(header(answer, "Cache-Control")).as(endpoint.template()).isEqualTo(row.cacheControl());
            }
        }
    }

    @Test
    void whatHangsOnTheClockOrOnChanceSaysSo() {
        for (Endpoint endpoint : Endpoint.values()) {
            if (endpoint.ofDataset()) {
                String path = path(endpoint);
                assertThat(header(client.get(path.replace("&month=2026-03", "")), "Cache-Control"))
                        .as(endpoint.template()).isEqualTo("public, max-age=300");
                assertThat(header(client.get(path + "&seed=random"), "Cache-Control")).as(endpoint.template())
                        .isEqualTo("no-store");
            }
        }
    }

    @Test
    void noProblemIsKept() {
        for (Endpoint endpoint : Endpoint.values()) {
            String refused = client
                    .raw("PURGE " + path(endpoint) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(refused).as(endpoint.template()).containsIgnoringCase("cache-control: no-store");
        }
        assertThat(header(client.get("/api/v1/cost-and-usage.csv?rows=0"), "Cache-Control")).isEqualTo("no-store");
        assertThat(header(client.get("/nothing"), "Cache-Control")).isEqualTo("no-store");
    }
}
