package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static io.focusgen.http.OidcServer.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.focusgen.testing.FakeEngine;
import io.focusgen.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Who has a key or a token is limited by that, wherever it asks from, and by limits of its own where it has them. */
@QuarkusTest
@TestProfile(OwnLimitsTest.Keyed.class)
@Timeout(180)
class OwnLimitsTest extends LimitedService {

    private static final String OWN = " minute=2 hour=50 day=60 streams=1 rows=70";
    private static final String CATALOG = "/api/v1/catalog";

    /** Keys by their labels, and a provider at a port that is free at the start. */
    public static class Keyed extends LimitedService.Limited {

        @Override
        public Map<String, String> getConfigOverrides() {
            // Profiles are asked more than once.
            String url = "http://127.0.0.1:" + Integer.getInteger("test.own-limits.oidc.port", freePort());
            System.setProperty("test.own-limits.oidc.port", url.substring(url.lastIndexOf(':') + 1));
            List<String> lines = new ArrayList<>(Stream.of("plain", "neighbour", "traveller", "without")
                    .map(label -> TestKeys.line(label, label, "generate", "")).toList());
            lines.add(TestKeys.line("old", "rotated", "generate", ""));
            lines.add(TestKeys.line("new", "rotated", "generate", " minute=5 hour=5000 day=5000 streams=1"));
            Stream.of("requests", "rows", "places")
                    .forEach(label -> lines.add(TestKeys.line(label, label, "generate", OWN)));
            lines.add(TestKeys.line("queries", "queries", "generate", OWN + " queries=6"));
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.putAll(Map.of("API_KEYS", String.join(";", lines), "OIDC_URL", url, "OIDC_AUDIENCE",
                    OidcServer.AUDIENCE, "OIDC_SCOPE_PREFIX", "focus:", "focus.disk.dir",
                    "target/test-data/own-limits"));
            return settings;
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ConfigProperty(name = "focus.oidc.url")
    URI provider;

    private HttpResponse<String> as(String label, String path) {
        return get(path, "X-API-Key", TestKeys.key(label));
    }

    private static String left(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return header(answer, "X-RateLimit-Remaining");
    }

    @Test
    void twoKeysFromOneAddressDoNotShare() {
        for (int i = 2; i >= 0; i--) {
            assertThat(left(as("plain", ROW))).isEqualTo(Integer.toString(i));
        }
        assertThat(as("plain", ROW).statusCode()).isEqualTo(429);
        assertThat(left(as("neighbour", ROW))).isEqualTo("2");
        assertThat(get(ROW).statusCode()).as("who has no key").isEqualTo(401);
    }

    @Test
    void aKeyIsOneCallerWhereverItAsksFrom() {
        for (int i = 2; i >= 0; i--) {
            another();
            assertThat(left(as("traveller", ROW))).isEqualTo(Integer.toString(i));
        }
        another();
        assertThat(as("traveller", ROW).statusCode()).isEqualTo(429);
    }

    @Test
    void keysOfOneNameAreCountedTogetherAndEachIsHeldToItsOwnLimits() {
        assertThat(left(as("old", ROW))).isEqualTo("2");
        assertThat(left(as("new", ROW))).isEqualTo("3");
        assertThat(left(as("old", ROW))).isEqualTo("0");
        assertThat(as("old", ROW).statusCode()).isEqualTo(429);
        assertThat(left(as("new", ROW))).isEqualTo("1");
    }

    @Test
    void aKeyHasTheRequestsOfItsOwn() {
        HttpResponse<String> first = as("requests", ROW);

        assertThat(items(first, "RateLimit-Policy")).isEqualTo(Map.of("minute", Map.of("q", "2", "w", "60"), "hour",
                Map.of("q", "50", "w", "3600"), "day", Map.of("q", "60", "w", "86400"), "rows",
                Map.of("q", "70", "w", "86400", "x-unit", "\"rows\""), "streams",
                Map.of("q", "1", "qu", "\"concurrent-requests\"")));
        assertThat(left(first)).isEqualTo("1");
        assertThat(left(as("requests", ROW))).isEqualTo("0");
        assertThat(as("requests", ROW).statusCode()).isEqualTo(429);
    }

    @Test
    void aKeyHasTheRowsOfItsOwn() {
        HttpResponse<String> never = as("rows", CSV + "?rows=71");
        assertThat(never.statusCode()).isEqualTo(400);
        assertThat(never.body()).contains("you may have 70 in any 24 h");
        assertThat(items(as("rows", CSV + "?rows=70"), "RateLimit").get("rows")).containsEntry("r", "0");
    }

    @Test
    void aKeyHasTheQueriesOfItsOwnOrThoseOfEverybody() {
        for (int i = 5; i >= 0; i--) {
            assertThat(left(as("queries", CATALOG))).isEqualTo(Integer.toString(i));
        }
        assertThat(as("queries", CATALOG).statusCode()).isEqualTo(429);
        assertThat(items(as("without", CATALOG), "RateLimit-Policy").get("queries")).containsEntry("q", "4");
        assertThat(items(as("rows", CATALOG), "RateLimit-Policy").get("queries")).as("it says nothing of them")
                .containsEntry("q", "4");
    }

    @Test
    void aKeyHasThePlacesOfItsOwn() throws IOException {
        engine.planGate = new CountDownLatch(1);
        try (RawConnection one = new RawConnection(root)) {
            one.send(
                    "GET " + CSV + "?rows=30&seed=" + FakeEngine.PLANS_LONG + " HTTP/1.1\r\nX-Forwarded-For: " + address
                            + "\r\nX-API-Key: " + TestKeys.key("places"));
            await().until(() -> places.taken("key:places") == 1);
            another();
            HttpResponse<String> second = as("places", ROW);

            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(json(second).at("/violated-policies/0").asText()).isEqualTo("streams");
            assertThat(items(second, "RateLimit-Policy").get("streams")).containsEntry("q", "1");
        } finally {
            engine.planGate.countDown();
        }
    }

    @Test
    void subjectsOfTokensDoNotShareAndEachIsOneCallerWhereverItAsksFrom() {
        try (OidcServer tokens = new OidcServer(provider.getPort())) {
            KeyPair pair = tokens.publish("good");
            String anna = "Bearer " + signed(tokens.claims("anna"), "good", pair);
            String ben = "Bearer " + signed(tokens.claims("ben"), "good", pair);
            // The first one waits until the provider was asked, and counts nothing.
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> get("/api/v1/session", "Authorization", ben).statusCode() == 200);

            for (int i = 2; i >= 0; i--) {
                assertThat(left(get(ROW, "Authorization", anna))).isEqualTo(Integer.toString(i));
            }
            assertThat(get(ROW, "Authorization", anna).statusCode()).isEqualTo(429);
            assertThat(left(get(ROW, "Authorization", ben))).isEqualTo("2");
            another();
            assertThat(get(ROW, "Authorization", anna).statusCode()).isEqualTo(429);
            assertThat(left(get(ROW, "Authorization", ben))).isEqualTo("1");
        }
    }
}
