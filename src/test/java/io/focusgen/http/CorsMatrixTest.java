package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.KeyedService.APP;
import static io.focusgen.http.KeyedService.BOB;
import static io.focusgen.http.KeyedService.OTHER_APP;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Every mixture of origin, method and path: only the pages of origins that are listed are told that they may read. */
@QuarkusTest
@TestProfile(KeyedService.class)
@Timeout(300)
class CorsMatrixTest {

    /** Two that are listed, and what resembles them. */
    private static final List<String> ORIGINS = List.of("", APP, OTHER_APP, "https://APP.example.com", APP + "/",
            APP + ":443",
            APP + ":8443", "http://app.example.com", "http://other.example", "https://other.example:8000",
            "https://evil-app.example.com", "https://app.example.com.evil.example", "https://sub.app.example.com",
            "https://evil.example", "null", "*", "https://app.example.com@evil.example", "x");

    /** Path, and the methods of it that the table has; none for one that is not there. */
    private static final Map<String, String> PATHS = new TreeMap<>(
            Map.of(CSV + "?rows=1&month=2026-01", "GET, HEAD, POST",
                    "/api/v1/jobs", "GET, HEAD, POST", "/api/v1/session", "GET, HEAD, POST, DELETE", "/q/health/live",
                    "GET, HEAD",
                    "/api/v2/nothing", ""));

    private static final List<String> KINDS = List.of("GET", "POST", "OPTIONS", "PREFLIGHT");

    @TestHTTPResource
    URL service;

    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
    }

    private Map<String, String> headers(String kind, String path, String origin, String more) {
        String method = kind.equals("PREFLIGHT") ? "OPTIONS" : kind;
        String answer = client.raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + (origin.isEmpty() ? "" : "Origin: " + origin + "\r\n")
                + (kind.equals("PREFLIGHT") ? "Access-Control-Request-Method: DELETE\r\n" : "") + more
                + (kind.equals("POST") ? "Content-Length: 0\r\n" : "") + "\r\n");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.substring(0, answer.indexOf("\r\n\r\n")).lines().skip(1).forEach(line -> {
            String before = headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
            assertThat(before == null || line.toLowerCase(Locale.ROOT).startsWith("set-cookie")).as(line).isTrue();
        });
        headers.put("status", answer.substring(9, 12));
        return headers;
    }

    @Test
    void onlyListedOriginsMayRead() {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (String origin : ORIGINS) {
            for (String kind : KINDS) {
                for (Map.Entry<String, String> path : PATHS.entrySet()) {
                    for (String key : List.of("", "X-API-Key: " + BOB + "\r\n")) {
                        Map<String, String> headers = headers(kind, path.getKey(), origin, key);
                        Map<String, String> told = new TreeMap<>(headers);
                        told.keySet()
                                .removeIf(name -> !name.toLowerCase(Locale.ROOT).startsWith("access-control-allow-"));
                        if (!told.equals(expected(kind, path.getValue(), origin, told))
                                || !headers.get("Vary").equals("Origin")
                                || headers.containsKey("Access-Control-Expose-Headers") == (told.isEmpty()
                                        || kind.equals("PREFLIGHT"))) {
                            wrong.add(kind + " " + path.getKey() + " from " + origin + ": " + headers);
                        }
                        tried++;
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isEqualTo(18 * 4 * 5 * 2);
    }

    private static Map<String, String> expected(String kind, String methods, String origin, Map<String, String> told) {
        Map<String, String> expected = new TreeMap<>();
        if (origin.equals("https://app.example.com") || origin.equals("http://other.example:8000")) {
            expected.put("Access-Control-Allow-Origin", origin);
            expected.put("Access-Control-Allow-Credentials", "true");
            if (kind.equals("PREFLIGHT") && !methods.isEmpty()) {
                expected.put("Access-Control-Allow-Methods", methods);
                String sent = told.getOrDefault("Access-Control-Allow-Headers", "none");
                expected.put("Access-Control-Allow-Headers", sent.contains("X-CSRF-Token") && sent.contains("X-API-Key")
                        && sent.contains("Idempotency-Key") && sent.contains("Content-Type") ? sent : "others");
            }
        }
        return expected;
    }

    @Test
    void aPageOfAListedOriginCanReadWhatItNeeds() {
        Map<String, String> headers = headers("GET", CSV + "?rows=1&month=2026-01", APP, "X-API-Key: " + BOB + "\r\n");

        assertThat(headers.get("status")).isEqualTo("200");
        assertThat(headers.get("Access-Control-Expose-Headers").split(", ")).contains("ETag", "Link", "Focus-Seed",
                "Focus-Rows",
                "Location", "Retry-After", "RateLimit", "RateLimit-Policy", "X-Request-Id", "WWW-Authenticate",
                "Content-Disposition");
        assertThat(headers("GET", CSV + "?rows=0", APP, "X-API-Key: " + BOB + "\r\n"))
                .containsEntry("status", "400").containsEntry("Access-Control-Allow-Origin", APP);
        assertThat(headers("GET", CSV, APP, "")).containsEntry("status", "401")
                .containsEntry("Access-Control-Allow-Origin", APP);
        assertThat(headers("GET", CSV, APP, "Content-Length: 999999\r\n")).containsEntry("status", "413")
                .containsEntry("Access-Control-Allow-Origin", APP);
    }

    @Test
    void aPreflightIsAnsweredWithoutAKeyAndForAWhile() {
        Map<String, String> headers = headers("PREFLIGHT", "/api/v1/session", APP,
                "Access-Control-Request-Headers: x-csrf-token\r\n");

        assertThat(headers).containsEntry("status", "204").containsEntry("Access-Control-Max-Age", "600")
                .containsEntry("Allow", "GET, HEAD, POST, DELETE, OPTIONS");
        assertThat(headers("PREFLIGHT", "/api/v2/nothing", APP, "")).containsEntry("status", "404");
    }

    @Test
    void oneOfTwoOriginsIsNone() {
        assertThat(headers("GET", "/q/health/live", APP, "Origin: https://evil.example\r\n"))
                .doesNotContainKey("Access-Control-Allow-Origin");
    }
}
