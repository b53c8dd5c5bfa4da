package io.focusgen.http;

import static io.focusgen.http.Client.header;
import static io.focusgen.http.KeyedService.BOB;
import static io.focusgen.http.KeyedService.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Who tries keys waits, and nobody else. */
@QuarkusTest
@TestProfile(FailedLoginsTest.Limited.class)
class FailedLoginsTest {

    /** With limits that only who tries keys meets. */
    public static class Limited extends KeyedService {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("RATE_LIMIT", "on");
            return settings;
        }
    }

    private static final String ROW = "/api/v1/cost-and-usage.csv?rows=1&month=2026-01";
    private static final int FREE = 30;

    @TestHTTPResource
    URL service;

    @Test
    void afterThirtyWrongKeysNoneFromThisAddressIsLookedAt() {
        Client client = new Client(service);
        assertThat(client.get(ROW, "X-API-Key", BOB).statusCode()).isEqualTo(200);
        for (int i = 0; i <= FREE; i++) {
            assertThat(client.get(ROW, "X-API-Key", UNKNOWN).statusCode()).as("attempt %d", i).isEqualTo(401);
        }

        HttpResponse<String> right = client.get(ROW, "X-API-Key", BOB);

        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.body()).contains("abnormal-usage-detected", "Too many keys from your address were refused");
        assertThat(Long.parseLong(header(right, "Retry-After"))).isBetween(1L, 10L);
        assertThat(client.send("POST", "/api/v1/session").statusCode()).isEqualTo(429);
        // Who shows no key is told so, and what is open to everybody stays so.
        assertThat(client.get(ROW).statusCode()).isEqualTo(401);
        assertThat(client.get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(client.get("/problems").statusCode()).isEqualTo(200);
    }
}
