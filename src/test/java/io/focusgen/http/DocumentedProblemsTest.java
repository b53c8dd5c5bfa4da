package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;

import io.focusgen.http.offer.Endpoint;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.http.streaming.Admission;
import io.focusgen.job.Added;
import io.focusgen.testing.FakeEngine;
import io.focusgen.testing.FakeJobs;
import io.focusgen.testing.FakeLimiter;
import io.focusgen.testing.FakeSuspicion;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Every problem that the OpenAPI document mentions of an operation can really be had from it. */
@QuarkusTest
@TestProfile(TightService.class)
@Timeout(300)
class DocumentedProblemsTest {

    /** Nobody needs an identity here: {@link IdentityProblemsTest} produces them where everybody does. */
    static final Set<ProblemType> OF_IDENTITY = Set.of(ProblemType.MISSING_SCOPE, ProblemType.WRONG_CSRF_TOKEN,
            ProblemType.IDENTITY_UNAVAILABLE);

    @TestHTTPResource
    URL service;

    @TestHTTPResource("/")
    URI root;

    @Inject
    FakeEngine engine;

    @Inject
    Admission admission;

    @Inject
    FakeJobs jobs;

    @Inject
    FakeLimiter limiter;

    @Inject
    FakeSuspicion suspicion;

    @ConfigProperty(name = "focus.disk.dir")
    Path dir;

    /** Whoever waits for the end of these waits for a time limit, and nothing that others change matters to them. */
    private static final Set<ProblemType> SLOW = Set.of(ProblemType.REQUEST_TIMEOUT, ProblemType.CONTENT_TOO_LARGE,
            ProblemType.URI_TOO_LONG, ProblemType.HEADERS_TOO_LARGE, ProblemType.MALFORMED_REQUEST);
    private static final int AT_ONCE = 8;

    private Client client;
    private final Set<ProblemType> produced = new TreeSet<>();
    private final List<Runnable> slow = new ArrayList<>();

    @BeforeEach
    void setUp() {
        client = new Client(service);
        engine.planGate = new CountDownLatch(0);
        await().until(() -> admission.streams().taken() == 0 && admission.plans().taken() == 0);
    }

    @AfterEach
    void nobodyIsRefused() {
        limiter.refusing = false;
        suspicion.wait = Duration.ZERO;
    }

    @Test
    void everyDocumentedProblemCanBeProduced() throws IOException {
        Path file = dir.resolve("files").resolve(FakeJobs.WHOLE.id()).resolve("a.csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "0123456789");
        JsonNode api = json(client.get("/q/openapi?format=JSON"));
        JsonNode paths = api.get("paths");
        for (Endpoint endpoint : Endpoint.values()) {
            for (String method : endpoint.methods()) {
                JsonNode responses = paths.get(endpoint.template()).get(method.toLowerCase(Locale.ROOT))
                        .get("responses");
                responses.properties()
                        .forEach(response -> api.at(response.getValue().path("$ref").asText("#").substring(1))
                                .at("/content/application~1problem+json/examples").fieldNames()
                                .forEachRemaining(label -> produce(endpoint, method, label, response.getKey())));
            }
        }
        atOnce(slow);
        // What belongs to no operation: another method, and a path that is none.
        assertThat(client.send("PUT", CSV).statusCode()).isEqualTo(405);
        produced.add(ProblemType.METHOD_NOT_ALLOWED);
        produced.addAll(OF_IDENTITY);
        assertThat(produced).containsExactlyInAnyOrder(ProblemType.values());
    }

    private void produce(Endpoint endpoint, String method, String label, String status) {
        ProblemType type = ProblemType.byLabel(label).orElseThrow();
        if (OF_IDENTITY.contains(type)) {
            return;
        }
        jobs.broken = type == ProblemType.JOBS_UNAVAILABLE;
        jobs.outcome = type == ProblemType.JOB_QUEUE_FULL ? Added.Outcome.FULL : Added.Outcome.OTHER_REQUEST;
        limiter.refusing = type == ProblemType.QUOTA_EXCEEDED;
        suspicion.wait = Duration.ofSeconds(type == ProblemType.ABNORMAL_USAGE_DETECTED ? 10 : 0);
        produced.add(type);
        if (SLOW.contains(type)) {
            slow.add(() -> verify(endpoint, method, type, status, client.raw(request(endpoint, method, type))));
        } else {
            verify(endpoint, method, type, status, type == ProblemType.OVERLOADED
                    ? endpoint == Endpoint.JOB_EVENTS ? beyondTheListeners() : overloaded(endpoint, method)
                    : client.raw(request(endpoint, method, type)));
        }
    }

    private static void atOnce(List<Runnable> cases) {
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CompletableFuture.allOf(cases.stream().map(each -> CompletableFuture.runAsync(each, clients))
                    .toArray(CompletableFuture<?>[]::new)).join();
        } finally {
            clients.shutdownNow();
        }
    }

    private static void verify(Endpoint endpoint, String method, ProblemType type, String status, String answer) {
        assertThat(answer).as("%s %s %s", method, endpoint, type).contains("HTTP/1.", " " + status + " ",
                "X-Request-Id: ", "Content-Type: application/problem+json");
        // Most clients do not see the body of an answer to HEAD, and most answers to it have none.
        if (!method.equals("HEAD")) {
            assertThat(answer).as("%s %s", method, endpoint).contains("\"type\":\"" + type.path() + "\"");
        }
    }

    private static String request(Endpoint endpoint, String method, ProblemType type) {
        String path = path(endpoint);
        String json = "Content-Type: application/json\r\n";
        return switch (type) {
            case INVALID_PARAMETERS -> of(method, path + "?rows=0&colour=red", "", "");
            case MALFORMED_REQUEST -> of(method, path, "Content-Length: 99999999999999999999\r\n", "");
            case MALFORMED_BODY -> of(method, path, json + "Content-Length: 1\r\n", "{");
            case UNEXPECTED_BODY -> of(method, path, "Content-Length: 1\r\n", "{");
            case QUOTA_EXCEEDED, ABNORMAL_USAGE_DETECTED -> of(method, path, "", "");
            case UNKNOWN_PATH -> of(method, endpoint == Endpoint.HOME ? path : "/problems/nothing",
                    "Accept: application/json\r\n", "");
            case UNKNOWN_DATA_SET -> of(method, "/api/v1/nothing.csv", "", "");
            case UNKNOWN_FORMAT -> of(method, "/api/v1/cost-and-usage.nothing", "", "");
            case REQUEST_TIMEOUT -> of(method, path, json + "Content-Length: 5\r\n", "{");
            case UNKNOWN_JOB -> of(method, path.replace(FakeJobs.WHOLE.id(), "BBBBBBBBBBBBBBBBBBBBBB"), "", "");
            case UNKNOWN_JOB_FILE -> of(method, path.replace("a.csv", "b.csv"), "", "");
            case JOBS_UNAVAILABLE -> of(method, path, "", "");
            case JOB_QUEUE_FULL -> of(method, path + "?rows=1", "", "");
            case IDEMPOTENCY_KEY_REUSED -> of(method, path + "?rows=1", "Idempotency-Key: x\r\n", "");
            case RANGE_NOT_SATISFIABLE -> of(method, path, "Range: bytes=10-\r\n", "");
            case PRECONDITION_FAILED -> endpoint == Endpoint.JOB_FILE
                    ? of(method, path, "If-Match: \"x\"\r\n", "")
                    : of(method, path + "?rows=1", "If-None-Match: *\r\n", "");
            case CONTENT_TOO_LARGE -> of(method, path, "Content-Length: 262145\r\n", "");
            case URI_TOO_LONG -> of(method, path + "?" + "x".repeat(20_000), "", "");
            case UNSUPPORTED_MEDIA_TYPE -> of(method, path, "Content-Type: text/plain\r\nContent-Length: 1\r\n", "x");
            case HEADERS_TOO_LARGE -> of(method, path, "Cookie: " + "x".repeat(30_000) + "\r\n", "");
            case INTERNAL_ERROR -> of(method, path + "?seed=" + FakeEngine.FAILS_TO_PLAN, "", "");
            case CONFLICTING_CREDENTIALS -> of(method, path, "X-API-Key: a\r\nX-API-Key: b\r\n", "");
            case UNAUTHENTICATED -> of(method, path, "X-API-Key: a\r\n", "");
            case CROSS_SITE_REQUEST ->
                of(method, path, "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n", "");
            case METHOD_NOT_ALLOWED, OVERLOADED, MISSING_SCOPE, WRONG_CSRF_TOKEN, IDENTITY_UNAVAILABLE ->
                throw new AssertionError("not produced by a request alone");
        };
    }

    private static String of(String method, String target, String headers, String body) {
        return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n"
                + body;
    }

    /** With all slots of both kinds taken. */
    private String overloaded(Endpoint endpoint, String method) {
        engine.planGate = new CountDownLatch(1);
        List<CompletableFuture<?>> waiting = new ArrayList<>();
        for (int i = 0; i < TightService.SLOTS + TightService.PLAN_SLOTS; i++) {
            String kind = i < TightService.SLOTS ? "GET" : "HEAD";
            waiting.add(CompletableFuture
                    .supplyAsync(() -> client.send(kind, CSV + "?rows=1&seed=" + FakeEngine.PLANS_LONG)));
        }
        await().until(() -> admission.streams().taken() == TightService.SLOTS
                && admission.plans().taken() == TightService.PLAN_SLOTS);
        String answer = client.raw(of(method, path(endpoint) + "?rows=1", "", ""));
        engine.planGate.countDown();
        waiting.forEach(CompletableFuture::join);
        await().until(() -> admission.streams().taken() == 0 && admission.plans().taken() == 0);
        assertThat(answer).contains("Retry-After: ");
        return answer;
    }

    /** Beside the one that there may be. */
    private String beyondTheListeners() {
        String events = Endpoint.JOB_EVENTS.template().replace("{id}", FakeJobs.RUNNING.id());
        try (RawConnection listener = new RawConnection(root)) {
            assertThat(listener.send("GET " + events + " HTTP/1.1").readHead()).contains(" 200 ");
            String answer = client.raw(of("GET", events, "", ""));
            assertThat(answer).contains("Retry-After: ", "As many clients follow jobs as may, 1.");
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String path(Endpoint endpoint) {
        return endpoint.template().replace("{dataset}.{format}", "cost-and-usage.csv")
                .replace("{sheet}.{format}", "coverage.csv").replace("{type}", "overloaded")
                .replace("{id}", FakeJobs.WHOLE.id()).replace("{name}", "a.csv");
    }
}
