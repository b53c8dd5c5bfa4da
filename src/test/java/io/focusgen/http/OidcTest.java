package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static io.focusgen.http.OidcServer.signed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;

import io.focusgen.testing.TestKeys;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** Tokens of an identity provider, good ones and all the others. The service has started without it. */
@QuarkusTest
@TestProfile(OidcTest.WithProvider.class)
@Timeout(180)
class OidcTest {

    /** A provider at a port that is free at the start. */
    public static class WithProvider implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            // Profiles are asked more than once.
            String url = "http://127.0.0.1:" + Integer.getInteger("test.oidc.port", freePort());
            System.setProperty("test.oidc.port", url.substring(url.lastIndexOf(':') + 1));
            return Map.of("OIDC_URL", url, "OIDC_AUDIENCE", OidcServer.AUDIENCE, "OIDC_SCOPE_PREFIX", "focus:",
                    "API_KEYS", TestKeys.line("key", "key", "generate", ""), "RATE_LIMIT", "off", "focus.disk.dir",
                    "target/test-data/oidc");
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final String ROW = CSV + "?rows=1&month=2026-01";
    private static final String ID = "first";

    @TestHTTPResource
    URL service;

    @TestHTTPResource("/")
    URI root;

    @ConfigProperty(name = "focus.oidc.url")
    URI url;

    private Client client;
    private OidcServer provider;
    private KeyPair pair;

    /** Its keys are other ones every time: the service has to find out. */
    @BeforeEach
    void setUp() {
        client = new Client(service);
        start();
    }

    private void start() {
        provider = new OidcServer(url.getPort());
        pair = provider.publish(ID + System.nanoTime());
    }

    @AfterEach
    void tearDown() {
        provider.close();
    }

    private HttpResponse<String> ask(String token) {
        return client.get(ROW, "Authorization", "Bearer " + token);
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(json(answer).get("type").asText()).isEqualTo("/problems/unauthenticated");
        assertThat(header(answer, "WWW-Authenticate"))
                .contains("Bearer realm=\"focus-generator\", error=\"invalid_token\"");
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /** One test after another, because only the first token of all meets a provider that was never asked. */
    @Test
    void tokens() throws Exception {
        theProviderMayBeAwayAtFirst();
        KeyPair good = provider.publish("good");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ask(signed(provider.claims("anna"), "good", good)).statusCode() == 200);
        goodTokensLetIn(good);
        allOthersDoNot(good);
        jobsBelongToTheSubject(good);
        aNewKeyIsFound();
        aKeyOfOursNeedsNoProvider();
    }

    private void theProviderMayBeAwayAtFirst() {
        String token = signed(provider.claims("anna"), "none", pair);
        provider.close();
        unchecked(token);
        start();
        provider.silent = true;
        unchecked(token);
        provider.silent = false;
    }

    private void unchecked(String token) {
        long start = System.nanoTime();
        HttpResponse<String> answer = ask(token);
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(json(answer).get("type").asText()).isEqualTo("/problems/identity-unavailable");
        assertThat(header(answer, "Retry-After")).isEqualTo("5");
        assertThat(waited).isLessThan(Duration.ofSeconds(8));
    }

    private void goodTokensLetIn(KeyPair good) throws IOException {
        JsonNode anna = json(client.get("/api/v1/session", "Authorization",
                "Bearer " + signed(provider.claims("anna"), "good", good)));
        assertThat(anna.get("kind").asText()).isEqualTo("subject");
        assertThat(anna.get("caller").asText()).matches("subject:[A-Za-z0-9_-]{43}");
        assertThat(anna.get("scopes").toString()).isEqualTo("[\"generate\"]");
        JsonNode other = json(client.get("/api/v1/session", "Authorization", "Bearer "
                + signed(
                        provider.claims("anna").claim("scope", "admin").claim("scp",
                                List.of("focus:admin", "focus:validate", "x")),
                        "good", good)));
        assertThat(other.get("caller")).isEqualTo(anna.get("caller"));
        assertThat(other.get("scopes").toString()).isEqualTo("[\"validate\",\"admin\"]");
        HttpResponse<String> noScope = ask(signed(provider.claims("anna").claim("scope", "generate"), "good", good));
        assertThat(noScope.statusCode()).isEqualTo(403);
        assertThat(json(noScope).get("detail").asText())
                .isEqualTo("This needs the scope generate; the caller has none.");
        assertThat(
                ask(signed(provider.claims("anna").audience(java.util.Set.of("x", OidcServer.AUDIENCE)), "good", good))
                        .statusCode())
                .isEqualTo(200);

        String bearer = "\r\nAuthorization: Bearer " + signed(provider.claims("anna"), "good", good);
        try (RawConnection connection = new RawConnection(root)) {
            for (int i = 0; i < 3; i++) {
                connection.send("GET " + ROW + " HTTP/1.1" + bearer);
                assertThat(connection.readToLastChunk()).startsWith("HTTP/1.1 200 ");
                connection.send(
                        "POST " + CSV + " HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 28" + bearer,
                        "{\"rows\":1,\"month\":\"2026-01\"}");
                assertThat(connection.readToLastChunk()).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    private void allOthersDoNot(KeyPair good) throws Exception {
        long now = System.currentTimeMillis() / 1_000;
        String right = signed(provider.claims("anna"), "good", good);
        String[] parts = right.split("\\.");
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("expired", signed(provider.claims("anna").issuedAt(now - 100).expiresAt(now - 50), "good", good));
        tokens.put("other audience", signed(provider.claims("anna").audience("others"), "good", good));
        tokens.put("other issuer", signed(provider.claims("anna").issuer("https://evil.example"), "good", good));
        tokens.put("signed by somebody else", signed(provider.claims("anna"), "good", OidcServer.pair()));
        tokens.put("no subject", signed(claimsWithoutSubject(now), "good", good));
        tokens.put("blank subject", signed(provider.claims(" "), "good", good));
        tokens.put("another payload", parts[0] + "." + encode(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8)
                .replace("anna", "boss")) + "." + parts[2]);
        tokens.put("no signature", parts[0] + "." + parts[1] + ".");
        tokens.put("alg none", encode("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        tokens.put("alg none with kid",
                encode("{\"alg\":\"none\",\"kid\":\"good\"}") + "." + parts[1] + "." + parts[2]);
        String symmetric = encode("{\"alg\":\"HS256\",\"kid\":\"good\",\"typ\":\"JWT\"}") + "." + parts[1];
        tokens.put("HS256 with the public key", symmetric + "." + hmac(good.getPublic().getEncoded(), symmetric));
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8))
                .encodeToString(good.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
        tokens.put("HS256 with the public key as PEM", symmetric + "." + hmac(pem.getBytes(UTF_8), symmetric));
        tokens.put("no token", "x");
        tokens.put("opaque", "0123456789abcdef0123456789abcdef");
        tokens.put("three dots", "x.y.z");
        tokens.put("cut off", right.substring(0, right.length() - 10));

        for (Map.Entry<String, String> token : tokens.entrySet()) {
            HttpResponse<String> answer = ask(token.getValue());
            assertThat(answer.statusCode()).as(token.getKey() + ": " + answer.body()).isEqualTo(401);
            refused(answer);
            if (token.getValue().length() > 20) {
                assertThat(answer.body()).as(token.getKey()).doesNotContain(token.getValue().substring(10));
            }
        }
        assertThat(ask(right).statusCode()).isEqualTo(200);
    }

    private io.smallrye.jwt.build.JwtClaimsBuilder claimsWithoutSubject(long now) {
        return io.smallrye.jwt.build.Jwt.claims().issuer(provider.issuer()).audience(OidcServer.AUDIENCE).issuedAt(now)
                .expiresAt(now + 100).claim("scope", "focus:generate");
    }

    private static String hmac(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    }

    private void jobsBelongToTheSubject(KeyPair good) {
        String anna = "Bearer " + signed(provider.claims("anna"), "good", good);
        String boss = "Bearer " + signed(provider.claims("boss"), "good", good);
        HttpResponse<String> taken = client.post("/api/v1/jobs", "{\"rows\":1,\"month\":\"2026-01\"}", "Authorization",
                anna);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        String job = header(taken, "Location");

        assertThat(client.get(job, "Authorization", anna).statusCode()).isEqualTo(200);
        assertThat(client.get(job, "Authorization", boss).statusCode()).isEqualTo(404);
        assertThat(client.get(job, "X-API-Key", TestKeys.key("key")).statusCode()).isEqualTo(404);
    }

    /** The provider has made a key since; tokens that name one that nobody has do not make it busy. */
    private void aNewKeyIsFound() {
        KeyPair fresh = provider.publish("fresh");
        String token = signed(provider.claims("anna"), "fresh", fresh);
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofSeconds(1))
                .until(() -> ask(token).statusCode() == 200);

        int before = provider.asked.get();
        for (int i = 0; i < 50; i++) {
            refused(ask(signed(provider.claims("anna"), "invented" + i, fresh)));
        }
        assertThat(provider.asked.get() - before).isLessThanOrEqualTo(2);
    }

    private void aKeyOfOursNeedsNoProvider() {
        provider.close();
        assertThat(client.get(ROW, "X-API-Key", TestKeys.key("key")).statusCode()).isEqualTo(200);
        assertThat(client.get("/q/health/ready").statusCode()).isEqualTo(200);
        start();
    }
}
