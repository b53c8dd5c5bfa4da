package io.focusgen.http;

import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** One job at once, one that waits, one client that is told. */
@QuarkusTest
@TestProfile(JobLimitsTest.One.class)
@Timeout(120)
class JobLimitsTest {

    private static final String JOBS = "/api/v1/jobs";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String SMALL = "{\"rows\":5,\"month\":\"2026-01\"}";
    /** Takes minutes. */
    private static final String LARGE = "{\"rows\":\"1e8\",\"month\":\"2026-01\",\"format\":\"csv.zst\"}";

    /** One of everything, in a folder without earlier jobs. */
    public static class One implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("focus.disk.dir", "target/test-data/job-limits",
                    "JOB_QUEUE", "1", "JOBS_AT_ONCE", "1", "JOB_LISTENERS", "1",
                    "TRUSTED_PROXIES", "127.0.0.1", "focus.limit.streams-per-caller", "1");
        }
    }

    @TestHTTPResource
    URL service;

    @TestHTTPResource("/")
    URI root;

    /** Another caller, as its proxy says. */
    private static final String[] OTHER = {"X-Forwarded-For", "10.7.0.1"};

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

    private String status(String job) {
        return json(client.get(job)).get("status").asText();
    }

    private void reaches(String job, String status) {
        await().atMost(TIMEOUT).until(() -> status(job).equals(status));
    }

    private double metric(String nameAndTags) {
        return client.get("/q/metrics").body().lines().filter(line -> line.startsWith(nameAndTags + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(nameAndTags.length() + 1)))
                .findFirst().orElseThrow(() -> new AssertionError("there is no " + nameAndTags));
    }

    private double jobs(String status) {
        return metric("focus_jobs{status=\"" + status + "\"}");
    }

    private double ended(String outcome) {
        return metric("focus_jobs_ended_total{outcome=\"" + outcome + "\"}");
    }

    @Test
    void whatIsBeyondTheQueueIsRefusedAndEveryJobIsCounted() {
        double completed = ended("completed");
        double cancelled = ended("cancelled");
        double failed = ended("failed");
        String running = asked(LARGE);
        reaches(running, "running");
        String waiting = asked(SMALL);

        HttpResponse<String> refused = client.post(JOBS, SMALL);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(header(refused, "Retry-After")).isEqualTo("10");
        assertThat(json(refused).get("type").asText()).isEqualTo("/problems/job-queue-full");
        assertThat(json(refused).get("detail").asText()).contains("as may wait, 1.");
        assertThat(json(client.get(JOBS)).get("jobs").findValuesAsText("status")).startsWith("queued", "running");
        await().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(jobs("running")).isEqualTo(1);
            assertThat(jobs("queued")).isEqualTo(1);
        });

        assertThat(client.send("DELETE", running).statusCode()).isEqualTo(202);
        reaches(running, "cancelled");
        reaches(waiting, "completed");
        String next = asked(SMALL);
        reaches(next, "completed");

        await().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(ended("completed")).isEqualTo(completed + 2);
            assertThat(ended("cancelled")).isEqualTo(cancelled + 1);
            assertThat(ended("failed")).isEqualTo(failed);
        });
        long known = json(client.get(JOBS)).get("jobs").findValuesAsText("status").stream()
                .filter("completed"::equals).count();
        await().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(jobs("running")).isZero();
            assertThat(jobs("queued")).isZero();
            assertThat(jobs("completed")).isEqualTo(known).isGreaterThanOrEqualTo(2);
            assertThat(jobs("cancelled")).isGreaterThanOrEqualTo(1);
        });
    }

    /** Far more than what lies between a server and a client that does not read. */
    @Test
    void aFileThatIsBeingFetchedIsOneOfTheAnswersAtOnceOfItsCaller() throws IOException {
        String job = asked("{\"rows\":30000,\"month\":\"2026-01\"}");
        reaches(job, "completed");
        String file = json(client.get(job)).at("/files/0/url").asText();
        try (RawConnection reader = new RawConnection(root)) {
            String head = reader.send("GET " + file + " HTTP/1.1").readHead();
            assertThat(head).contains(" 200 ", "\"streams\";r=0");

            HttpResponse<String> second = client.get(file, "Range", "bytes=0-9");
            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(json(second).at("/violated-policies/0").asText()).isEqualTo("streams");
            HttpResponse<String> stream = client.get("/api/v1/cost-and-usage.csv?rows=1");
            assertThat(stream.statusCode()).isEqualTo(429);
            assertThat(client.send("HEAD", file).statusCode()).isEqualTo(200);
            assertThat(client.get("/api/v1/cost-and-usage.csv?rows=1", OTHER).statusCode()).isEqualTo(200);
        }
        await().atMost(TIMEOUT).until(() -> client.get(file, "Range", "bytes=0-9").statusCode() == 206);
        await().atMost(TIMEOUT).until(() -> client.get("/api/v1/cost-and-usage.csv?rows=1").statusCode() == 200);
    }

    @Test
    void whoIsTooManyToBeToldIsRefusedUntilAPlaceIsFree() throws IOException {
        String job = asked(LARGE);
        reaches(job, "running");
        String events = job + "/events";
        try (RawConnection first = new RawConnection(root)) {
            assertThat(first.send("GET " + events + " HTTP/1.1").readHead()).contains(" 200 ");

            HttpResponse<String> mine = client.get(events);
            assertThat(mine.statusCode()).as("one more of the same caller").isEqualTo(429);
            assertThat(json(mine).at("/violated-policies/0").asText()).isEqualTo("listeners");
            assertThat(header(mine, "RateLimit-Policy")).contains("\"listeners\";q=1;qu=\"concurrent-requests\"");

            HttpResponse<String> asked = client.post(JOBS, SMALL, OTHER);
            assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
            String theirs = header(asked, "Location");
            HttpResponse<String> second = client.get(theirs + "/events", OTHER);

            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(header(second, "Retry-After")).isEqualTo("5");
            assertThat(json(second).get("type").asText()).isEqualTo("/problems/overloaded");
            assertThat(json(second).get("detail").asText()).contains("As many clients follow jobs as may, 1.");
            assertThat(client.get(job).statusCode()).isEqualTo(200);
            assertThat(client.send("DELETE", theirs, OTHER).statusCode()).isEqualTo(202);
        }
        await().atMost(TIMEOUT).untilAsserted(() -> {
            try (RawConnection next = new RawConnection(root)) {
                assertThat(next.send("GET " + events + " HTTP/1.1").readHead()).contains(" 200 ");
            }
        });
        client.send("DELETE", job);
        reaches(job, "cancelled");
        for (int i = 0; i < 5; i++) {
            await().atMost(TIMEOUT).until(() -> client.get(events).statusCode() == 200);
        }
    }
}
