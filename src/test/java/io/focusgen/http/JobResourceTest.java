package io.focusgen.http;

import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Filter;
import java.util.logging.Logger;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.focusgen.sink.Sources;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@Timeout(120)
class JobResourceTest {

    private static final String JOBS = "/api/v1/jobs";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String SMALL = "{\"rows\":400,\"provider\":[\"aws\",\"gcp\"],\"month\":\"2026-01\",\"months\":2}";
    /** Takes minutes. */
    private static final String LARGE = "{\"rows\":\"1e8\",\"month\":\"2026-01\",\"format\":\"csv.zst\"}";

    @TestHTTPResource
    URL service;

    @TestHTTPResource("/")
    URI root;

    @ConfigProperty(name = "focus.disk.dir")
    Path dir;

    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
    }

    private String asked(String body, String... headers) {
        HttpResponse<String> answer = client.post(JOBS, body, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return header(answer, "Location");
    }

    private JsonNode ended(String job) {
        return await().atMost(TIMEOUT).until(() -> json(client.get(job)),
                found -> !List.of("queued", "running").contains(found.get("status").asText()));
    }

    private JsonNode running(String job) {
        return await().atMost(TIMEOUT).until(() -> json(client.get(job)),
                found -> found.get("status").asText().equals("running") && found.get("bytes").asLong() > 0);
    }

    private static List<String> names(JsonNode job) {
        List<String> names = new ArrayList<>();
        job.get("files").forEach(file -> names.add(file.get("name").asText()));
        return names;
    }

    private static String sha256(String ascii) {
        return Sources.sha256(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aJobIsStoredThenWrittenAndItsFilesAreThoseOfTheirUrls() {
        HttpResponse<String> answer = client.post(JOBS, SMALL);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(header(answer, "Retry-After")).isEqualTo("1");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        String location = header(answer, "Location");
        assertThat(location).isEqualTo(JOBS + "/" + json(answer).get("id").asText());

        JsonNode job = ended(location);

        assertThat(job.get("status").asText()).as(job.toString()).isEqualTo("completed");
        assertThat(names(job)).startsWith("aws-focus-1.2-2026-01.csv", "aws-focus-1.2-2026-02.csv",
                "gcp-focus-1.2-2026-01.csv", "gcp-focus-1.2-2026-02.csv", "price-list.csv").endsWith("manifest.json");
        assertThat(job.get("rows").asLong()).isEqualTo(job.get("rowsTotal").asLong()).isEqualTo(1_600);
        long bytes = 0;
        for (JsonNode file : job.get("files")) {
            HttpResponse<String> content = client.get(file.get("url").asText());
            assertThat(content.statusCode()).isEqualTo(200);
            assertThat(header(content, "Content-Length")).isEqualTo(file.get("bytes").asText());
            assertThat(header(content, "ETag")).isEqualTo('"' + file.get("sha256").asText() + '"');
            assertThat(sha256(content.body())).isEqualTo(file.get("sha256").asText());
            if (file.has("canonicalUrl")) {
                assertThat(client.get(file.get("canonicalUrl").asText()).body()).isEqualTo(content.body());
            }
            bytes += file.get("bytes").asLong();
        }
        assertThat(job.get("bytes").asLong()).isEqualTo(bytes);
        assertThat(header(client.get(location), "Retry-After")).isEmpty();
        assertThat(client.get(JOBS).body()).contains(job.get("id").asText());

        assertThat(client.send("DELETE", location).statusCode()).isEqualTo(204);
        assertThat(client.get(location).statusCode()).isEqualTo(404);
        assertThat(client.get(location + "/files/manifest.json").statusCode()).isEqualTo(404);
        assertThat(client.get(JOBS).body()).doesNotContain(job.get("id").asText());
    }

    @Test
    void partsOfAFileAreGivenAsTheStandardSays() {
        String job = asked("{\"rows\":300,\"month\":\"2026-01\"}");
        JsonNode file = ended(job).get("files").get(0);
        String url = file.get("url").asText();
        HttpResponse<String> whole = client.get(url);
        String text = whole.body();
        String tag = header(whole, "ETag");

        HttpResponse<String> some = client.get(url, "Range", "bytes=10-19");
        assertThat(some.statusCode()).isEqualTo(206);
        assertThat(some.body()).isEqualTo(text.substring(10, 20));
        assertThat(header(some, "Content-Range")).isEqualTo("bytes 10-19/" + text.length());
        assertThat(client.get(url, "Range", "bytes=-5").body()).isEqualTo(text.substring(text.length() - 5));
        assertThat(client.get(url, "Range", "bytes=100-").body()).isEqualTo(text.substring(100));
        assertThat(client.get(url, "Range", "bytes=100-", "If-Range", tag).statusCode()).isEqualTo(206);
        assertThat(client.get(url, "Range", "bytes=100-", "If-Range", "\"other\"").statusCode()).isEqualTo(200);
        for (String range : List.of("bytes=5-2", "lines=1-2", "bytes=0-1,5-6", "bytes=-", "bytes=x-")) {
            assertThat(client.get(url, "Range", range).body()).as(range).isEqualTo(text);
        }
        for (String range : List.of("bytes=" + text.length() + "-", "bytes=-0",
                "bytes=9".repeat(1) + "9".repeat(40) + "-")) {
            HttpResponse<String> beyond = client.get(url, "Range", range);
            assertThat(beyond.statusCode()).as(range).isEqualTo(416);
            assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */" + text.length());
        }
        for (String held : List.of(tag, "\"a\", " + tag, "W/" + tag, "*")) {
            assertThat(client.get(url, "If-None-Match", held).statusCode()).as(held).isEqualTo(304);
        }
        assertThat(client.get(url, "If-Match", "\"a\", " + tag).statusCode()).isEqualTo(200);
        assertThat(client.get(url, "If-Match", "*").statusCode()).isEqualTo(200);
        assertThat(client.get(url, "If-Match", "\"a\"").statusCode()).isEqualTo(412);
        assertThat(client.get(url, "If-Match", "W/" + tag).statusCode()).isEqualTo(412);
        assertThat(client.send("HEAD", url, "Range", "bytes=0-9").statusCode()).isEqualTo(200);
        HttpResponse<String> head = client.send("HEAD", url);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(text.length()));
        assertThat(header(head, "Content-Disposition")).isEqualTo("attachment; filename=\"aws-focus-1.2-2026-01.csv\"");
    }

    @Test
    void whoLeavesInTheMiddleOfAFileIsALineAndNoComplaint() throws IOException {
        String job = asked("{\"rows\":20000,\"month\":\"2026-01\"}");
        String url = ended(job).get("files").get(0).get("url").asText();
        List<String> lines = new CopyOnWriteArrayList<>();
        Logger access = Logger.getLogger("io.focusgen.access");
        Filter before = access.getFilter();
        access.setFilter(line -> {
            // Those of earlier requests may come a little after their answers.
            if (line.getMessage().contains(", broken off")) {
                lines.add(line.getMessage());
            }
            return true;
        });
        try (LogWatch log = new LogWatch()) {
            for (int i = 1; i <= 3; i++) {
                try (RawConnection connection = new RawConnection(root)) {
                    connection.send("GET " + url + " HTTP/1.1").read(3 << 20);
                }
                int left = i;
                await().atMost(TIMEOUT).until(() -> lines.size() == left);
            }
            await().during(Duration.ofMillis(300)).until(() -> log.complaints.isEmpty());
        } finally {
            access.setFilter(before);
        }
        assertThat(client.get(url).statusCode()).isEqualTo(200);
    }

    /** By which whoever runs the service finds out who asked for a job that the log names. */
    @Test
    void theLineOfAnOrderNamesTheJobAndNoOtherLineDoes() {
        List<String> named = new CopyOnWriteArrayList<>();
        Logger access = Logger.getLogger("io.focusgen.access");
        Filter before = access.getFilter();
        access.setFilter(line -> {
            ExtLogRecord entry = (ExtLogRecord) line;
            named.add(entry.getMdc("method") + " " + entry.getMdc("job") + " " + entry.getMdc("status"));
            return true;
        });
        try {
            String key = "order-of-the-log";
            String job = asked("{\"rows\":5}", "Idempotency-Key", key);
            ended(job);
            client.post(JOBS, "{\"rows\":5}", "Idempotency-Key", key);
            client.post(JOBS, "{\"rows\":0}");

            String id = job.substring(JOBS.length() + 1);
            await().untilAsserted(() -> assertThat(named).filteredOn(line -> line.startsWith("POST"))
                    .containsExactlyInAnyOrder("POST " + id + " 202", "POST " + id + " 200", "POST null 400"));
            assertThat(named).filteredOn(line -> line.startsWith("GET")).isNotEmpty()
                    .containsOnly("GET null 200");
        } finally {
            access.setFilter(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"removed", "cut", "written to"})
    void aFileThatIsNotAsItWasIsMissedWithAReason(String how) throws IOException {
        String job = asked("{\"rows\":5}");
        JsonNode file = ended(job).get("files").get(0);
        Path place = dir.resolve("files").resolve(job.substring(JOBS.length() + 1)).resolve(file.get("name").asText());
        switch (how) {
            case "removed" -> Files.delete(place);
            case "cut" -> Files.writeString(place, Files.readString(place).substring(1));
            default -> Files.writeString(place, "more", StandardOpenOption.APPEND);
        }

        HttpResponse<String> gone = client.get(file.get("url").asText());

        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(json(gone).get("type").asText()).isEqualTo("/problems/unknown-job-file");
        assertThat(json(gone).get("detail").asText()).contains("not there any more", "canonicalUrl");
        assertThat(client.get(file.get("canonicalUrl").asText()).statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyStandsForOneRequest() {
        String key = "order-" + System.nanoTime();
        String body = "{\"rows\":5,\"seed\":\"random\"}";
        String job = asked(body, "Idempotency-Key", key);
        ended(job);

        HttpResponse<String> again = client.post(JOBS, body, "Idempotency-Key", key);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(header(again, "Location")).isEqualTo(job);
        assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
        HttpResponse<String> other = client.post(JOBS, "{\"rows\":6}", "Idempotency-Key", key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("/problems/idempotency-key-reused");
        assertThat(asked(body, "Idempotency-Key", key + "x")).isNotEqualTo(job);
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        HttpResponse<String> answer = client.post(JOBS + "?target=s3",
                "{\"rows\":0,\"layout\":\"montly\",\"parts\":0,\"dataset\":\"x\",\"webhook\":\"ftp://x\",\"colour\":1}",
                "Idempotency-Key", "a b");

        assertThat(answer.statusCode()).isEqualTo(400);
        List<String> fields = new ArrayList<>();
        json(answer).get("violations").forEach(violation -> fields.add(violation.get("field").asText()));
        assertThat(fields).containsExactlyInAnyOrder("rows", "layout", "parts", "dataset", "webhook", "colour",
                "target",
                "Idempotency-Key");
        assertThat(answer.body()).contains("\"nearest\":\"monthly\"");
        assertThat(client.post(JOBS, "{\"rows\":10000,\"budget\":1}").statusCode()).isEqualTo(400);
        assertThat(client.post(JOBS, "{\"months\":120,\"parts\":50,\"month\":\"2020-01\"}").body())
                .contains("a job has at most 1000 files", "\"nearest\":\"8\"");
    }

    @Test
    void pathsThatTakeNoParametersRefuseThem() {
        String job = asked("{\"rows\":5}");
        String file = ended(job).at("/files/0/url").asText();

        for (String path : List.of(JOBS, job, job + "/events", file)) {
            HttpResponse<String> answer = client.get(path + "?limit=5&colour=red");
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).contains("\"field\":\"limit\"", "\"field\":\"colour\"", "takes no parameters");
        }
        assertThat(client.send("DELETE", job + "?force=true").statusCode()).isEqualTo(400);
        assertThat(client.get(job).statusCode()).isEqualTo(200);
    }

    @Test
    void whatDoesNotFitIsRefusedWithWhatDoes() {
        HttpResponse<String> answer = client.post(JOBS, "{\"rows\":\"1e9\",\"months\":12,\"month\":\"2025-01\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode violation = json(answer).get("violations").get(0);
        assertThat(violation.get("field").asText()).isEqualTo("rows");
        assertThat(violation.get("allowed").asText()).contains(" TB, and ", " GB are left", "csv.zst");
        String job = asked("{\"months\":12,\"month\":\"2025-01\",\"rows\":" + violation.get("nearest").asText() + "}");
        assertThat(json(client.get(job)).get("bytesTotal").asLong()).isGreaterThan(1L << 30);
        assertThat(json(client.get(job)).has("location")).isFalse();
        client.send("DELETE", job);
    }

    @Test
    void aCancelStopsWithinASecondAndTheSecondForgets() {
        String job = asked(LARGE);
        JsonNode before = running(job);
        assertThat(before.get("rate").asLong()).isPositive();
        assertThat(before.get("remaining").asLong()).isPositive();
        long asked = System.nanoTime();

        assertThat(client.send("DELETE", job).statusCode()).isEqualTo(202);
        JsonNode after = ended(job);

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMillis(1_500));
        assertThat(after.get("status").asText()).isEqualTo("cancelled");
        assertThat(after.get("files")).isEmpty();
        assertThat(client.send("DELETE", job).statusCode()).isEqualTo(204);
        assertThat(client.send("DELETE", job).statusCode()).isEqualTo(404);
    }

    @Test
    void whatThereIsNotIsNotFound() {
        String job = asked("{\"rows\":5}");
        ended(job);
        for (String path : List.of(JOBS + "/x", JOBS + "/AAAAAAAAAAAAAAAAAAAAAA", JOBS + "/x/events",
                JOBS + "/x/files/a", job + "/files/x", job + "/files/..%2f..%2fjobs%2flock",
                job + "/files/%2e%2e/manifest.json", job + "/files/manifest.json%00")) {
            assertThat(client.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(client.get(path).body()).contains("\"type\":\"/problems/unknown-");
        }
    }

    @Test
    void eventsTellHowFarItIsAndEndWithIt() throws IOException {
        String job = asked("{\"rows\":300000,\"month\":\"2026-01\"}");
        String all;
        try (RawConnection connection = new RawConnection(root)) {
            assertThat(connection.send("GET " + job + "/events HTTP/1.1").readHead()).contains("HTTP/1.1 200 ",
                    "Content-Type: text/event-stream", "Cache-Control: no-store");
            all = connection.readToLastChunk();
        }

        assertThat(all)
                .contains("retry: 2000", "event: progress\nid: ", "event: end\nid: completed-", "\"manifest.json\"")
                .endsWith("0\r\n\r\n");
        assertThat(all.indexOf("event: end")).isGreaterThan(all.lastIndexOf("event: progress"));
        String last = all.replaceAll("(?s).*\nid: (completed\\S+)\n.*", "$1");
        assertThat(client.get(job + "/events", "Last-Event-ID", last).statusCode()).isEqualTo(204);
        assertThat(client.get(job + "/events").body()).startsWith("retry: 2000\n\nevent: end\n");
    }

    @Test
    void aListenerHearsOfTheEndOfACancelledJobAndMayLeaveBefore() throws IOException {
        String job = asked(LARGE);
        running(job);
        try (RawConnection gone = new RawConnection(root)) {
            gone.send("GET " + job + "/events HTTP/1.1").readHead();
        }
        try (RawConnection connection = new RawConnection(root)) {
            connection.send("GET " + job + "/events HTTP/1.1").readHead();
            client.send("DELETE", job);
            assertThat(connection.readToLastChunk()).contains("event: end\nid: cancelled-");
        }
        client.send("DELETE", job);
    }
}
