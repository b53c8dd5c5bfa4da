package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static io.focusgen.http.KeyedService.ALICE;
import static io.focusgen.http.KeyedService.ALICE_AGAIN;
import static io.focusgen.http.KeyedService.BOB;
import static io.focusgen.http.KeyedService.CHECKER;
import static io.focusgen.http.KeyedService.LATE;
import static io.focusgen.http.KeyedService.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.guard.LoginObserver;
import io.focusgen.http.offer.Endpoint;
import io.focusgen.observe.MicrometerLogins;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Who has a key, and what it opens. */
@QuarkusTest
@TestProfile(KeyedService.class)
@Timeout(120)
class KeysTest {

    private static final String ROW = CSV + "?rows=1&month=2026-01";

    @TestHTTPResource
    URL service;

    @TestHTTPResource("/")
    URI root;

    @Inject
    MicrometerLogins logins;

    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
    }

    private static void is(HttpResponse<String> answer, int status, String problem) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(answer).get("type").asText()).isEqualTo("/problems/" + problem);
    }

    @Test
    void aKeyIsTakenInEitherHeaderAndInBothIfItIsTheSame() {
        assertThat(client.get(ROW, "X-API-Key", BOB).statusCode()).isEqualTo(200);
        assertThat(client.get(ROW, "Authorization", "Bearer " + BOB).statusCode()).isEqualTo(200);
        assertThat(client.get(ROW, "Authorization", "bearer  " + BOB, "X-API-Key", BOB).statusCode()).isEqualTo(200);
    }

    static List<String> noKeys() {
        return List.of(UNKNOWN, LATE, "", "x", BOB.substring(1), BOB + "0", BOB.substring(0, 52), BOB + " " + BOB,
                BOB.toLowerCase(java.util.Locale.ROOT), "fgk_" + "0".repeat(49));
    }

    @ParameterizedTest
    @MethodSource("noKeys")
    void whatIsNoKeyIsRefusedAndNeverTakenForNobody(String given) {
        for (String[] headers : List.of(new String[]{"X-API-Key", given},
                new String[]{"Authorization", "Bearer " + given})) {
            HttpResponse<String> answer = client.get(ROW, headers);

            is(answer, 401, "unauthenticated");
            assertThat(header(answer, "WWW-Authenticate"))
                    .isEqualTo("Bearer realm=\"focus-generator\", error=\"invalid_token\"");
            assertThat(given.length() < 5 || !answer.body().contains(given)).isTrue();
        }
    }

    @Test
    void whyItIsRefusedIsSaid() {
        assertThat(client.get(ROW, "X-API-Key", LATE).body()).contains("The API key has expired.");
        assertThat(client.get(ROW, "X-API-Key", UNKNOWN).body()).contains("not one of this service, or not any more");
        assertThat(client.get(ROW, "X-API-Key", BOB + "x").body()).contains("missing or mistyped");
        assertThat(client.get(ROW, "Authorization", "Basic YTpi").body())
                .contains("Authorization takes Bearer, followed by an API key or a token of the identity provider.");
        assertThat(client.get(ROW).body()).contains(
                "This needs an API key or a token of the identity provider: send it as Authorization: Bearer");
    }

    @Test
    void twoDifferentCredentialsAreOneTooMany() {
        String session = SessionClient.open(client, ALICE).cookie();

        HttpResponse<String> two = client.get(ROW, "X-API-Key", BOB, "Authorization", "Bearer " + ALICE);
        is(two, 400, "conflicting-credentials");
        assertThat(json(two).get("detail").asText())
                .isEqualTo("The request has different credentials, in Authorization and X-API-Key; send one.");
        is(client.get(ROW, "X-API-Key", BOB, "X-API-Key", ALICE), 400, "conflicting-credentials");
        assertThat(client.get(ROW, "X-API-Key", ALICE, "Cookie", "focus-session=" + session).body())
                .contains("in X-API-Key and the cookie focus-session; send one.");
        is(client.get(ROW, "Cookie", "focus-session=" + session + "; focus-session=x"), 400, "conflicting-credentials");
    }

    @Test
    void aScopeThatIsMissingIsNamed() {
        HttpResponse<String> answer = client.get(ROW, "X-API-Key", CHECKER);

        is(answer, 403, "missing-scope");
        assertThat(json(answer).get("detail").asText())
                .isEqualTo("This needs the scope generate; the caller has validate.");
        assertThat(header(answer, "WWW-Authenticate")).contains("error=\"insufficient_scope\", scope=\"generate\"");
    }

    /** Of the table, so that a path that is added later is closed unless somebody says otherwise. */
    @ParameterizedTest
    @EnumSource(Endpoint.class)
    void everyPathButTheOpenOnesNeedsACaller(Endpoint endpoint) {
        String path = endpoint.template().replace("{dataset}.{format}", "cost-and-usage.csv")
                .replace("{sheet}.{format}", "coverage.csv").replace("{type}", "overloaded")
                .replace("{id}", "AAAAAAAAAAAAAAAAAAAAAA").replace("{name}", "a.csv");
        for (String method : endpoint.methods()) {
            HttpResponse<String> answer = client.send(method, path);

            assertThat(answer.statusCode() == 401).as(method + " " + path).isEqualTo(path.startsWith("/api/"));
            if (path.startsWith("/api/")) {
                assertThat(header(answer, "WWW-Authenticate")).startsWith("Bearer realm=\"focus-generator\"");
                assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
            } else if (endpoint == Endpoint.HOME) {
                // Nothing is there for who is no browser, and that is said to anybody.
                assertThat(answer.statusCode()).isEqualTo(404);
            } else {
                assertThat(answer.statusCode()).as(method + " " + path).isLessThan(400);
            }
        }
        assertThat(client.send("OPTIONS", path).statusCode()).isEqualTo(204);
    }

    @Test
    void otherSpellingsOfAPathOpenNothing() {
        for (String path : List.of("/api/v1/./cost-and-usage.csv", "/api//v1/catalog", "/q/../api/v1/catalog",
                "/api/v1/catalog/",
                "/api/v1/%63atalog", "//api/v1/catalog", "/api/v1/catalog;x=y", "/API/v1/catalog", "/api/v1/jobs/")) {
            assertThat(client.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).as(path)
                    .matches("(?s)HTTP/1.1 40[14] .*");
        }
    }

    @Test
    void jobsAndTheirFilesBelongToTheirCallerHoweverItIsKnown() {
        SessionClient session = SessionClient.open(client, ALICE);
        SessionClient ofBob = SessionClient.open(client, BOB);
        HttpResponse<String> taken = client.post("/api/v1/jobs", "{\"rows\":1,\"month\":\"2026-01\"}", "X-API-Key",
                ALICE);
        assertThat(taken.statusCode()).isEqualTo(202);
        String job = header(taken, "Location");
        await().until(() -> json(client.get(job, "X-API-Key", ALICE)).get("status").asText().equals("completed"));
        List<String> paths = new ArrayList<>(List.of(job, job + "/events"));
        json(client.get(job, "X-API-Key", ALICE)).get("files").forEach(file -> paths.add(file.get("url").asText()));
        assertThat(paths).hasSizeGreaterThan(3);

        for (String path : paths) {
            assertThat(client.get(path, "X-API-Key", ALICE).statusCode()).isEqualTo(200);
            assertThat(client.get(path, "Authorization", "Bearer " + ALICE_AGAIN).statusCode()).isEqualTo(200);
            assertThat(client.get(path, session.reading()).statusCode()).isEqualTo(200);
            is(client.get(path, "X-API-Key", BOB), 404, "unknown-job");
            is(client.get(path, ofBob.reading()), 404, "unknown-job");
            is(client.get(path), 401, "unauthenticated");
        }
        is(client.send("DELETE", job, "X-API-Key", BOB), 404, "unknown-job");
        is(client.send("DELETE", job, ofBob.changing()), 404, "unknown-job");
        assertThat(json(client.get("/api/v1/jobs", "X-API-Key", BOB)).get("jobs").findValuesAsText("id"))
                .noneMatch(job::endsWith);
        assertThat(json(client.get("/api/v1/jobs", session.reading())).get("jobs").findValuesAsText("id"))
                .anyMatch(job::endsWith);
        assertThat(client.send("DELETE", job, session.changing()).statusCode()).isEqualTo(204);
    }

    /** A refusal leaves the connection as it was, even where a body came with the request. */
    @Test
    void theNextRequestOnTheConnectionIsAnswered() throws IOException {
        try (RawConnection connection = new RawConnection(root)) {
            for (String key : List.of(UNKNOWN, CHECKER, BOB, UNKNOWN, BOB)) {
                connection.send("POST " + CSV + " HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 27"
                        + "\r\nX-API-Key: " + key, "{\"rows\":1,\"month\":\"2026-01\"}".substring(0, 27));
                String head = connection.readHead();
                assertThat(head).contains(key.equals(BOB) ? " 400 " : key.equals(CHECKER) ? " 403 " : " 401 ");
                connection.read(length(head));
                connection.send("GET " + ROW + " HTTP/1.1\r\nX-API-Key: " + key);
                head = connection.readHead();
                assertThat(head).contains(key.equals(BOB) ? " 200 " : key.equals(CHECKER) ? " 403 " : " 401 ");
                if (key.equals(BOB)) {
                    connection.readToLastChunk();
                } else {
                    connection.read(length(head));
                }
            }
        }
    }

    private static long length(String head) {
        return Long.parseLong(head.replaceFirst("(?is).*\ncontent-length: (\\d+).*", "$1"));
    }

    @Test
    void failedLoginsAreCountedAndMissingOnesAreNot() {
        double before = failed();
        client.get(ROW);
        client.get(ROW, "X-API-Key", BOB);
        client.get(ROW, "X-API-Key", CHECKER);
        assertThat(failed()).isEqualTo(before);

        client.get(ROW, "X-API-Key", UNKNOWN);
        client.get(ROW, "Authorization", "Bearer x.y.z");
        client.get(ROW, "Cookie", "focus-session=forged");
        client.post(SessionClient.PATH, "{\"key\":\"" + UNKNOWN + "\"}");

        // The token was not refused: nobody could say what it is worth.
        assertThat(failed()).isEqualTo(before + 3);
        assertThat(logins).isInstanceOf(LoginObserver.class);
    }

    private double failed() {
        return client.get("/q/metrics").body().lines().filter(line -> line.startsWith("focus_logins_failed_total "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ')))).findFirst().orElseThrow();
    }

    /** A resource is found without it, and so would everything be that nobody guards. */
    @Test
    void whatStandsBehindASemicolonLetsNobodyIn() {
        for (String path : List.of("/api;x/v1/cost-and-usage.csv?rows=1", "/api;/v1/jobs", "/api/v1;x/catalog",
                "/api;x/v1/monitoring/cache/stats", "/api/v1/catalog;x", "/;x/api/v1/catalog")) {
            assertThat(client.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .as(path).startsWith("HTTP/1.1 404 ").contains("unknown-path");
        }
        assertThat(client
                .raw("DELETE /api;x/v1/monitoring/cache HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ");
    }
}
