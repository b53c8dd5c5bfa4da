package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.KeyedService.BOB;
import static io.focusgen.http.KeyedService.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.testing.TestKeys;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/**
 * Who is refused before the body was read, on a connection that is kept: either the next request is answered, or the end is
 * announced and comes. Nothing of the body is ever taken for a request, though all of it is one.
 */
@QuarkusTest
@TestProfile(UnreadBodiesTest.Keyed.class)
@Timeout(60)
class UnreadBodiesTest {

    private static final String SPENT = TestKeys.key("spent");
    private static final String HIDDEN = "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: hidden\r\n\r\n";
    private static final int BYTES = 200 << 10;
    private static final String BODY = HIDDEN.repeat(BYTES / HIDDEN.length() + 1).substring(0, BYTES);

    /** Keys, one of which may ask once a minute. */
    public static class Keyed extends KeyedService {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("RATE_LIMIT", "on");
            settings.put("API_KEYS", settings.get("API_KEYS") + ';'
                    + TestKeys.line("spent", "spent", "generate", " minute=1 hour=1 day=1 streams=8"));
            return settings;
        }
    }

    /** Who is refused, and with what. */
    enum Refused {
        UNKNOWN_KEY(401, "unauthenticated", CSV),
        CROSS_SITE(403, "cross-site-request", CSV),
        NO_CSRF_TOKEN(403, "wrong-csrf-token", CSV),
        UNKNOWN_PATH(404, "unknown-path", "/api/nothing"),
        UNKNOWN_FILE(404, "unknown-data-set", "/api/v1/nothing.csv"),
        METHOD(405, "method-not-allowed", "/api/v1/catalog"),
        MEDIA_TYPE(415, "unsupported-media-type", CSV),
        LIMIT(429, "quota-exceeded", CSV);

        private final int status;
        private final String problem;
        private final String path;

        Refused(int status, String problem, String path) {
            this.status = status;
            this.problem = problem;
            this.path = path;
        }
    }

    /** When the body comes. */
    enum Sent {
        WITH_THE_HEAD,
        IN_CHUNKS,
        BEHIND_THE_ANSWER
    }

    @TestHTTPResource
    URL service;

    @TestHTTPResource("/")
    URI root;

    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
    }

    static Stream<Arguments> all() {
        return Stream.of(Refused.values())
                .flatMap(refused -> Stream.of(Sent.values()).map(sent -> Arguments.of(refused, sent)));
    }

    private String headers(Refused refused) {
        String type = refused == Refused.MEDIA_TYPE ? "text/plain" : "application/json";
        return "Content-Type: " + type + "\r\n" + switch (refused) {
            case UNKNOWN_KEY -> "X-API-Key: " + UNKNOWN;
            case CROSS_SITE -> "Sec-Fetch-Site: cross-site\r\nX-API-Key: " + BOB;
            case NO_CSRF_TOKEN -> "Cookie: focus-session=" + SessionClient.open(client, BOB).cookie();
            case LIMIT -> "X-API-Key: " + spent();
            case UNKNOWN_PATH, UNKNOWN_FILE, METHOD, MEDIA_TYPE -> "X-API-Key: " + BOB;
        };
    }

    /** A key that may not ask any more. */
    private String spent() {
        for (int i = 0; i < 2; i++) {
            int unused = client.get(CSV + "?rows=1&month=2026-01", "X-API-Key", SPENT).statusCode();
        }
        return SPENT;
    }

    @ParameterizedTest
    @MethodSource("all")
    void theNextRequestIsAnsweredOrTheEndIsAnnounced(Refused refused, Sent sent) throws IOException {
        String framing = sent == Sent.IN_CHUNKS ? "Transfer-Encoding: chunked" : "Content-Length: " + BYTES;
        String body = sent == Sent.IN_CHUNKS
                ? Integer.toHexString(BYTES) + "\r\n" + BODY + "\r\n0\r\n\r\n"
                : BODY;
        try (RawConnection connection = new RawConnection(root)) {
            connection.send("POST " + refused.path + " HTTP/1.1\r\n" + headers(refused) + "\r\n" + framing,
                    sent == Sent.BEHIND_THE_ANSWER ? "" : body);
            String head = connection.readHead();
            assertThat(head).startsWith("HTTP/1.1 " + refused.status + " ");
            String problem = new String(connection.readExactly(length(head)), StandardCharsets.UTF_8);
            assertThat(problem).contains("/problems/" + refused.problem);
            if (sent == Sent.BEHIND_THE_ANSWER) {
                connection.sendMore(body);
            }
            if (head.toLowerCase(java.util.Locale.ROOT).contains("connection: close")) {
                assertThat(connection.read(1)).isZero();
                return;
            }
            connection.send("GET " + CSV + "?rows=1&month=2026-01 HTTP/1.1\r\nX-Request-Id: next\r\nX-API-Key: " + BOB);
            assertThat(connection.readHead()).startsWith("HTTP/1.1 200 ").containsIgnoringCase("X-Request-Id: next");
            assertThat(connection.readToLastChunk()).doesNotContain("HTTP/1.1");
        }
    }

    private static int length(String head) {
        return Integer.parseInt(head.replaceFirst("(?is).*\ncontent-length: (\\d+).*", "$1"));
    }
}
