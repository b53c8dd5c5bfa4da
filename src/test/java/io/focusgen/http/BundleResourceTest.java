package io.focusgen.http;

import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.bundle.BundleParameter;
import io.focusgen.bundle.Layout;
import io.focusgen.http.streaming.Admission;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@Timeout(120)
class BundleResourceTest {

    private static final String PATH = "/api/v1/bundle.zip";
    private static final String QUERY = "?provider=aws,gcp&month=2026-01&months=2&rows=4000";

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

    private byte[] bytes(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(root.resolve(path));
    }

    private static Map<String, byte[]> entries(byte... zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    @Test
    void everyFileIsWhatItsCanonicalUrlGives() throws IOException {
        Map<String, byte[]> entries = entries(bytes(at(PATH + QUERY + "&layout=hive&anomalies=2&delimiter=tab").GET()));
        JsonNode manifest = new ObjectMapper().readTree(entries.get("manifest.json"));

        assertThat(entries).hasSize(manifest.get("files").size() + 1)
                .containsKey("cost-and-usage/billing_period=2026-02/gcp-focus-1.2-2026-02.csv");
        for (JsonNode file : manifest.get("files")) {
            assertThat(bytes(at(file.get("canonicalUrl").asText()).GET())).as(file.toString())
                    .isEqualTo(entries.get(file.get("name").asText()));
            HttpResponse<String> head = client.send("HEAD", file.get("canonicalUrl").asText());
            assertThat(header(head, "Content-Type")).isEqualTo(file.get("mediaType").asText());
            if (!file.get("rows").isNull()) {
                assertThat(header(head, "Focus-Rows")).isEqualTo(file.get("rows").asText());
                assertThat(header(head, "Content-Disposition"))
                        .endsWith("\"" + file.get("name").asText().replaceFirst(".*/", "") + "\"");
            }
        }
        assertThat(bytes(at(manifest.get("canonicalUrl").asText()).GET()))
                .isEqualTo(bytes(at(PATH + QUERY + "&layout=hive&anomalies=2&delimiter=tab").GET()));
    }

    @Test
    void aBodyAsksForTheSame() {
        String body = "{\"provider\":[\"aws\",\"gcp\"],\"month\":\"2026-01\",\"months\":2,\"rows\":4000,\"parts\":2,"
                + "\"format\":\"csv.gz\"}";
        assertThat(bytes(at(PATH).POST(HttpRequest.BodyPublishers.ofString(body)).header("Content-Type",
                "application/json"))).isEqualTo(bytes(at(PATH + QUERY + "&format=csv.gz&parts=2").GET()));
    }

    @Test
    void theHeadersTellWhatItIs() {
        HttpResponse<String> head = client.send("HEAD", PATH + QUERY + "&seed=9");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Type")).isEqualTo("application/zip");
        assertThat(header(head, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"aws-gcp-bundle-2026-01-to-2026-02.zip\"");
        assertThat(header(head, "Focus-Seed")).isEqualTo("9");
        assertThat(header(head, "Cache-Control")).startsWith("public");
        assertThat(header(head, "Link")).startsWith("<" + PATH + "?provider=aws,gcp&")
                .endsWith("&format=csv&layout=monthly&parts=1>; rel=\"canonical\"");
        String tag = header(head, "ETag");
        assertThat(client.get(PATH + QUERY + "&seed=9", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(client.get(PATH + QUERY + "&seed=9", "If-None-Match", "*").statusCode()).isEqualTo(304);
        assertThat(header(client.send("HEAD", PATH + QUERY + "&seed=9&layout=single"), "ETag")).isNotEqualTo(tag);
        assertThat(header(client.send("HEAD", PATH + QUERY + "&seed=random"), "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whatCannotBeMetIsRefusedBeforeTheFirstByte() {
        assertThat(violations("?rows=0&parts=0&layout=x&format=x&shard=1/2&fromat=csv"))
                .containsExactlyInAnyOrder("rows", "parts", "layout", "format", "fromat");
        assertThat(violations(QUERY + "&parts=500")).containsExactly("parts");
        assertThat(violations(QUERY + "&shard=1/2")).containsExactly("shard");
        assertThat(violations("?rows=1e6&budget=1")).containsExactly("budget");
        assertThat(client.send("DELETE", PATH).statusCode()).isEqualTo(405);
        await().until(() -> admission.streams().taken() == 0 && admission.plans().taken() == 0);
    }

    private List<String> violations(String query) {
        HttpResponse<String> answer = client.get(PATH + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(client.send("HEAD", PATH + query).statusCode()).isEqualTo(400);
        assertThat(client.get(PATH + query, "If-None-Match", "*").statusCode()).isEqualTo(400);
        return json(answer).findValuesAsText("field");
    }

    /** It takes a slot for as long as it is read. */
    @Test
    void whoGoesAwayFreesItsSlot() throws IOException {
        try (RawConnection connection = new RawConnection(root)) {
            connection.send("GET " + PATH + "?rows=1e8 HTTP/1.1").readHead();
            assertThat(admission.streams().taken()).isEqualTo(1);
        }
        await().until(() -> admission.streams().taken() == 0);
    }

    @Test
    void theCatalogueSaysWhereItIsAndWhatItTakes() {
        JsonNode bundle = json(client.get("/api/v1/catalog")).get("bundle");

        assertThat(bundle.get("path").asText()).isEqualTo(PATH);
        assertThat(bundle.get("mediaType").asText()).isEqualTo("application/zip");
        assertThat(bundle.get("parameters")).extracting(parameter -> parameter.get("name").asText())
                .containsExactlyElementsOf(Stream.of(BundleParameter.values()).map(BundleParameter::label).toList());
        assertThat(bundle.get("layouts")).extracting(layout -> layout.get("name").asText())
                .containsExactlyElementsOf(Layout.labels());
    }
}
