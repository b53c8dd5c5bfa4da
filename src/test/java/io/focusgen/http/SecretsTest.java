package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.focusgen.testing.TestKeys;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Whatever opens something is in no answer and in no log, even at LOG_LEVEL=DEBUG, wherever somebody puts it. */
@QuarkusTest
@TestProfile(KeyedService.class)
@Timeout(120)
class SecretsTest {

    private static final String UNKNOWN = TestKeys.key("never listed");
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzZWNyZXQifQ.c2lnbmVkLXdpdGgtYS1zZWNyZXQ";
    private static final String PASSWORD = "Basic aHVudGVyMjpodW50ZXIy";

    /** Of a link that S3 has signed. */
    private static final String SIGNATURE = "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";
    private static final String WEBHOOK = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TestHTTPResource
    URL service;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final PatternFormatter formatter = new PatternFormatter("%c %s %e");
    private final Handler watch = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            ExtLogRecord line = ExtLogRecord.wrap(entry);
            // With the fields that a line for machines has.
            lines.add(formatter.format(line) + ' ' + line.getMdcCopy());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    private final Logger root = Logger.getLogger("");
    private java.util.logging.Level before = Level.INFO;

    @BeforeEach
    void setUp() {
        before = root.getLevel();
        root.setLevel(Level.DEBUG);
        root.addHandler(watch);
    }

    @AfterEach
    void tearDown() {
        root.removeHandler(watch);
        root.setLevel(before);
    }

    @Test
    void secretsStayWithWhoHasThem() {
        Client client = new Client(service);
        SessionClient session = SessionClient.open(client, KeyedService.BOB);
        List<String> secrets = List.of(KeyedService.BOB, UNKNOWN, TOKEN, PASSWORD.substring(6), session.cookie(),
                session.token(), SIGNATURE, WEBHOOK);
        List<String> requests = new ArrayList<>();
        for (String secret : List.of(KeyedService.BOB, UNKNOWN, TOKEN, session.cookie(), session.token(), PASSWORD)) {
            for (String header : List.of("Authorization: Bearer " + secret, "Authorization: " + secret,
                    "X-API-Key: " + secret,
                    "Cookie: focus-session=" + secret,
                    "Cookie: focus-session=" + session.cookie() + "\r\nX-CSRF-Token: " + secret,
                    "X-CSRF-Token: " + secret, "Cookie: " + secret,
                    "X-API-Key: " + secret + "\r\nX-API-Key: " + UNKNOWN,
                    "Authorization: Bearer " + secret + "\r\n: x", "Authorization: Bearer " + secret
                            + "\r\nContent-Length: 99999999999999999999")) {
                for (String line : List.of("GET " + CSV + "?rows=1&month=2026-01", "GET " + CSV + "?rows=0",
                        "GET /nothing",
                        "PUT " + CSV, "POST /api/v1/jobs?rows=0", "DELETE /api/v1/session", "GET /api/v1/jobs",
                        "GET /%zz")) {
                    requests.add(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n");
                }
            }
            String key = "X-API-Key: " + KeyedService.BOB + "\r\n";
            for (String body : List.of("{\"key\":\"" + secret + "\"}", "{\"" + secret + "\":1}",
                    "{\"seed\":\"" + secret + "\"}",
                    "{\"rows\":" + secret, secret, "[\"" + secret + "\"]",
                    "{\"key\":\"" + secret + "\",\"rows\":\"" + secret + "\"}")) {
                for (String path : List.of("/api/v1/session", CSV, "/api/v1/jobs")) {
                    requests.add("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + (path.endsWith("session") ? "" : key)
                            + "Content-Type: application/json\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body);
                }
            }
            if (!secret.equals(PASSWORD)) {
                for (String target : List.of(CSV + "?key=" + secret, CSV + "?" + secret,
                        CSV + "?access_token=" + secret + "&rows=0",
                        CSV + "?columns=" + "x".repeat(80) + secret, "/" + secret, "/api/v1/" + secret,
                        "/api/v1/jobs/" + secret,
                        "/problems/" + secret, "/api/v1/session?key=" + secret, "/api/v1/" + secret + ".csv")) {
                    requests.add(
                            "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + key + "\r\n");
                }
            }
        }
        for (String target : List.of("/api/v1/jobs/x?X-Amz-Signature=" + SIGNATURE,
                CSV + "?rows=0&X-Amz-Signature=" + SIGNATURE, CSV + "?webhook=" + WEBHOOK, "/" + WEBHOOK)) {
            requests.add("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-API-Key: "
                    + KeyedService.BOB + "\r\n\r\n");
        }
        assertThat(requests).hasSizeGreaterThan(600);

        List<String> leaks = new ArrayList<>();
        for (String request : requests) {
            String answer = client.raw(request);
            // Whoever opens a session is given its cookies, and GET says the token to who has the session.
            String told = answer.lines()
                    .filter(line -> !line.startsWith("Set-Cookie: ") && !line.contains("\"csrfToken\""))
                    .reduce("", (one, other) -> one + '\n' + other);
            secrets.stream().filter(told::contains).forEach(secret -> leaks.add(request + "\n->\n" + answer));
            assertThat(answer).as(request).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 500")
                    .doesNotContain("\tat ", "Exception");
        }
        client.get("/nothing/more");
        await().until(() -> lines.stream().anyMatch(line -> line.startsWith("io.focusgen.access GET /nothing/more ")));

        assertThat(leaks.stream().limit(5)).isEmpty();
        assertThat(lines.stream().filter(line -> secrets.stream().anyMatch(line::contains)).limit(5)).isEmpty();
        assertThat(lines).anyMatch(line -> line.contains("fgk_***"));
    }
}
