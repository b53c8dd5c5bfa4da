package io.focusgen.http;

import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;

import io.focusgen.sink.Sources;
import io.focusgen.sink.s3.S3Resource;
import io.focusgen.testing.FaultProxy;
import io.focusgen.testing.S3Server;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** Jobs over HTTP whose files go to a bucket. */
@QuarkusTest
@TestProfile(S3JobsTest.ShortLinks.class)
@QuarkusTestResource(value = S3Resource.class, restrictToAnnotatedClass = true)
@Timeout(180)
class S3JobsTest {

    private static final String JOBS = "/api/v1/jobs";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration LINK = Duration.ofSeconds(4);
    private static final String PREFIX = "exports/focus/";
    private static final String CALLS = "io.focusgen.sink.s3.GuardedS3Calls/CircuitBreaker/";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Links for some seconds, and a circuit breaker that opens before the retries of one call are used up. */
    public static class ShortLinks implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("focus.disk.dir", "target/test-data/s3-jobs", "S3_LINK_EXPIRY", LINK.toSeconds() + "s",
                    CALLS + "requestVolumeThreshold", "4");
        }
    }

    S3Server server;

    FaultProxy proxy;

    @TestHTTPResource
    URL service;

    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
    }

    private String asked(String body) {
        HttpResponse<String> answer = client.post(JOBS, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return header(answer, "Location");
    }

    private static boolean isOver(JsonNode job) {
        return !List.of("queued", "running").contains(job.get("status").asText());
    }

    private JsonNode ended(String job) {
        return await().atMost(TIMEOUT).until(() -> json(client.get(job)), S3JobsTest::isOver);
    }

    private Set<String> objects(String job) {
        String beginning = PREFIX + job.substring(JOBS.length() + 1) + "/";
        return server.objects().stream().filter(key -> key.startsWith(beginning))
                .map(key -> key.substring(beginning.length())).collect(Collectors.toCollection(TreeSet::new));
    }

    private static HttpResponse<byte[]> read(String url) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void theFilesInTheBucketAreThoseOfTheirUrlsAndTheManifestComesLast() {
        String location = asked("{\"rows\":2000,\"provider\":[\"aws\",\"gcp\"],\"month\":\"2026-01\",\"months\":4,"
                + "\"parts\":2,\"target\":\"s3\"}");
        List<Set<String>> seen = new ArrayList<>();
        await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(5)).until(() -> {
            seen.add(objects(location));
            return isOver(json(client.get(location)));
        });

        JsonNode job = ended(location);

        assertThat(job.get("status").asText()).as(job.toString()).isEqualTo("completed");
        assertThat(job.get("target").asText()).isEqualTo("s3");
        Set<String> names = new TreeSet<>();
        for (JsonNode file : job.get("files")) {
            String name = file.get("name").asText();
            names.add(name);
            byte[] stored = server.bytes(PREFIX + job.get("id").asText() + "/" + name);
            assertThat(Sources.sha256(stored)).isEqualTo(file.get("sha256").asText());
            assertThat(stored).hasSize(file.get("bytes").asInt());
            if (file.has("canonicalUrl")) {
                assertThat(client.get(file.get("canonicalUrl").asText()).body().getBytes(UTF_8)).as(name)
                        .isEqualTo(stored);
            }
        }
        assertThat(names).hasSize(job.get("files").size()).hasSizeGreaterThan(16);
        assertThat(objects(location)).isEqualTo(names);
        assertThat(seen).as("what was seen on the way").anyMatch(some -> !some.isEmpty() && some.size() < names.size())
                .allMatch(some -> !some.contains("manifest.json") || some.equals(names));
        assertThat(server.uploads()).isEmpty();

        assertThat(client.send("DELETE", location).statusCode()).isEqualTo(204);
        assertThat(objects(location)).isEmpty();
    }

    @Test
    void aFileIsReadByALinkThatExpires() throws InterruptedException {
        String location = asked("{\"rows\":10,\"month\":\"2026-01\",\"target\":\"s3\"}");
        ended(location);
        JsonNode file = json(client.get(location)).get("files").get(0);
        String url = file.get("url").asText();

        HttpResponse<byte[]> fresh = read(url);
        assertThat(fresh.statusCode()).isEqualTo(200);
        assertThat(Sources.sha256(fresh.body())).isEqualTo(file.get("sha256").asText());
        assertThat(url).contains("X-Amz-Expires=" + LINK.toSeconds(), "X-Amz-Signature=")
                .doesNotContain(S3Server.SECRET);
        assertThat(read(url.replaceFirst("X-Amz-Signature=.", "X-Amz-Signature=x")).statusCode()).isEqualTo(403);

        HttpResponse<String> way = client.get(location + "/files/" + file.get("name").asText());
        assertThat(way.statusCode()).isEqualTo(307);
        assertThat(header(way, "Cache-Control")).isEqualTo("no-store");
        assertThat(read(header(way, "Location")).body()).isEqualTo(fresh.body());

        Thread.sleep(LINK.plusSeconds(1).toMillis());
        assertThat(read(url).statusCode()).isEqualTo(403);
        assertThat(read(json(client.get(location)).get("files").get(0).get("url").asText()).statusCode())
                .isEqualTo(200);
        assertThat(client.send("DELETE", location).statusCode()).isEqualTo(204);
    }

    @Test
    void aCancelLeavesNoUpload() {
        String location = asked("{\"rows\":\"1e8\",\"month\":\"2026-01\",\"target\":\"s3\"}");
        await().atMost(TIMEOUT).until(() -> json(client.get(location)).get("bytes").asLong() > 0);
        assertThat(server.uploads()).hasSize(1);

        assertThat(client.send("DELETE", location).statusCode()).isEqualTo(202);

        assertThat(ended(location).get("status").asText()).isEqualTo("cancelled");
        assertThat(server.uploads()).isEmpty();
        assertThat(objects(location)).isEmpty();
    }

    @Test
    void aFileThatIsTakenOutOfTheBucketMeanwhileIsPutThereAgain() {
        String location = asked("{\"rows\":60000,\"month\":\"2026-01\",\"parts\":8,\"target\":\"s3\"}");
        // What is taken out before the job has looked whether it is there was never written.
        String first = await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(2))
                .until(() -> json(client.get(location)).at("/files/0/name").asText(), name -> !name.isEmpty());
        String key = PREFIX + location.substring(JOBS.length() + 1) + "/" + first;
        server.client().deleteObject(request -> request.bucket(S3Server.BUCKET).key(key)).join();
        assertThat(isOver(json(client.get(location)))).as("removed too late").isFalse();

        JsonNode job = ended(location);

        assertThat(job.get("status").asText()).isEqualTo("completed");
        Set<String> names = new TreeSet<>(job.get("files").findValuesAsText("name"));
        assertThat(objects(location)).isEqualTo(names).contains(first);
        assertThat(client.send("DELETE", location).statusCode()).isEqualTo(204);
    }

    @Test
    void whileTheBucketIsLeftAloneAJobFailsWithASentence() {
        String small = "{\"rows\":5,\"month\":\"2026-01\",\"target\":\"s3\"}";
        proxy.answer("^PUT ", "HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1), 10_000);
        int before = proxy.requests("^PUT ");

        JsonNode opening = ended(asked(small));
        int opened = proxy.requests("^PUT ");
        JsonNode open = ended(asked(small));

        assertThat(opened - before).as("calls until the circuit breaker opens").isBetween(1, 4);
        assertThat(proxy.requests("^PUT ")).as("calls while it is open").isEqualTo(opened);
        for (JsonNode job : List.of(opening, open)) {
            assertThat(job.get("status").asText()).isEqualTo("failed");
            assertThat(job.get("failure").asText())
                    .contains("could not be made visible: the bucket does not answer.", "Ask again when the target is")
                    .doesNotContain("Exception", "CircuitBreaker", "127.0.0.1");
            assertThat(job.get("files")).isEmpty();
        }
        proxy.forward();
        await().atMost(TIMEOUT).pollInterval(Duration.ofSeconds(1))
                .until(() -> ended(asked(small)).get("status").asText().equals("completed"));
    }
}
