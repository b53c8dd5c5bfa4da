package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.Client.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.focusgen.http.offer.Endpoint;
import io.focusgen.testing.FakeEngine;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Every answer tells browsers the same, whoever has made it. */
@QuarkusTest
@TestProfile(FakeEngine.Profile.class)
class SecurityHeadersTest {

    private static final Map<String, String> ALWAYS = Map.of("X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY", "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Embedder-Policy", "require-corp",
            "Cross-Origin-Resource-Policy", "same-origin");

    @TestHTTPResource
    URL service;

    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
    }

    @Test
    void everyAnswerTellsBrowsersWhatItIs() {
        String tag = header(client.get(CSV + "?rows=1"), "ETag");
        Set<String> statuses = new TreeSet<>();
        for (String request : List.of("GET " + CSV + "?rows=1", "HEAD " + CSV + "?rows=1",
                "GET " + CSV + "?rows=1|If-None-Match: " + tag, "GET " + CSV + "?rows=0",
                "GET " + CSV + "|X-API-Key: x",
                "POST " + CSV + "|Sec-Fetch-Site: cross-site", "GET /nothing", "GET /%zz", "GET /api/v1/nothing.csv",
                "PUT " + CSV, "BREW " + CSV, "GET /api/v1/cost-and-usage.orc",
                "POST " + CSV + "|Content-Length: 999999999",
                "GET /" + "x".repeat(20_000), "GET /|X: " + "x".repeat(30_000),
                "GET /|Content-Length: 99999999999999999999",
                "GET /|: x", "POST " + CSV + "|Content-Type: text/plain|Content-Length: 2\r\n\r\n{}", "GET /docs",
                "GET /q/swagger-ui",
                "GET /q/swagger-ui/", "GET /q/swagger-ui/swagger-ui.css", "GET /|Accept: text/html", "GET /q/openapi",
                "GET /health",
                "GET /q/health/live",
                "GET /metrics", "GET /problems", "GET /problems/overloaded", "OPTIONS " + CSV, "GET /api/v1/session",
                "GET /api/v1/catalog", "GET /api/v1/jobs", "GET /api/v1/price-list.csv?rows=1", "GET /",
                "GET " + CSV + "?seed=" + FakeEngine.FAILS_TO_PLAN,
                "GET " + CSV + "?seed=" + FakeEngine.FAILS_IN_FIRST_BLOCK,
                "GET /q/health/../health", "DELETE /api/v1/session")) {
            String[] parts = request.split("\\|");
            String headers = String.join("\r\n", List.of(parts).subList(1, parts.length));
            String answer = client.raw(parts[0] + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers
                    + (headers.isEmpty() ? "" : "\r\n") + "\r\n");
            String name = request.substring(0, Math.min(60, request.length()));
            Map<String, String> told = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            answer.substring(0, answer.indexOf("\r\n\r\n")).lines().skip(1).forEach(line -> assertThat(
                    told.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2)) == null
                            || line.startsWith("Set-Cookie"))
                    .as(name + ": twice " + line).isTrue());

            assertThat(told).as(name).containsAllEntriesOf(ALWAYS);
            assertThat(told.get("Permissions-Policy")).as(name).contains("camera=()", "geolocation=()",
                    "microphone=()");
            String policy = told.get("Content-Security-Policy");
            assertThat(policy).as(name).startsWith("default-src 'none'; ")
                    .contains("frame-ancestors 'none'", "base-uri 'none'",
                            "form-action 'none'")
                    .doesNotContain("unsafe-");
            assertThat(policy.contains("script-src")).as(name).isEqualTo(parts[0].startsWith("GET /q/swagger-ui/"));
            assertThat(told).as(name).doesNotContainKeys("Strict-Transport-Security", "Access-Control-Allow-Origin",
                    "Server",
                    "X-Powered-By");
            statuses.add(answer.substring(9, 12));
        }
        assertThat(statuses).contains("200", "204", "302", "303", "304", "400", "401", "403", "404", "405", "406",
                "413", "414",
                "415", "431", "500");
    }

    /** Nobody needs a key on this machine, and a key that means nothing is not overlooked. */
    @Test
    void theOwnerOfTheMachineMayDoEverything() {
        assertThat(client.get("/api/v1/session").body()).isEqualTo(
                "{\"caller\":\"127.0.0.1\",\"kind\":\"address\",\"scopes\":[\"generate\",\"validate\",\"admin\"]}");
        assertThat(client.get("/api/v1/catalog", "Authorization", "Basic YTpi").statusCode()).isEqualTo(200);
        assertThat(client.get("/api/v1/catalog", "Cookie", "focus-session=x").statusCode()).isEqualTo(200);
        assertThat(client.get("/api/v1/catalog", "X-API-Key", "x").statusCode()).isEqualTo(401);
        assertThat(client.post("/api/v1/session", "{\"key\":\"x\"}").statusCode()).isEqualTo(401);
        assertThat(Endpoint.SESSION.scope()).isEmpty();
    }

    /** DNS rebinding: the page's own name means this machine, so that to the browser both are one origin. */
    @Test
    void aServiceOfThisMachineIsNotAskedByAnotherName() {
        String rebound = "GET /api/v1/catalog HTTP/1.1\r\nHost: evil.example:8080\r\nSec-Fetch-Site: same-origin\r\n"
                + "Connection: close\r\n\r\n";

        assertThat(client.raw(rebound)).startsWith("HTTP/1.1 403 ").contains("cross-site-request",
                "not this machine's own");
        assertThat(client.raw(rebound.replace("evil.example", "127.0.0.1"))).startsWith("HTTP/1.1 200 ");
        assertThat(client.raw(rebound.replace("/api/v1/catalog", "/q/health/live"))).startsWith("HTTP/1.1 200 ");
    }

    /** By Origin, where a browser does not send Sec-Fetch. */
    @Test
    void aServiceOfThisMachineIsNotReadByAnotherPage() {
        String own = "http://127.0.0.1:" + service.getPort();

        for (String origin : List.of("http://evil.example", "null", own + "1")) {
            assertThat(client.get("/api/v1/catalog", "Origin", origin).statusCode()).as(origin).isEqualTo(403);
        }
        assertThat(client.get("/api/v1/catalog", "Origin", own).statusCode()).isEqualTo(200);
        assertThat(client.get("/problems", "Origin", "http://evil.example").statusCode()).isEqualTo(200);
    }
}
