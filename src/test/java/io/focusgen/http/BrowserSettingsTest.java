package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.Client.header;
import static io.focusgen.http.KeyedService.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Every page may read, and everybody comes by https. */
@QuarkusTest
@TestProfile(BrowserSettingsTest.Open.class)
class BrowserSettingsTest {

    /** As settings say. */
    public static class Open extends KeyedService {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("CORS_ORIGINS", "*");
            settings.put("HTTPS_ONLY", "true");
            return settings;
        }
    }

    private static final String ROW = CSV + "?rows=1&month=2026-01";

    @TestHTTPResource
    URL service;

    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
    }

    @Test
    void everyPageMayReadAndNoneComesWithACookie() {
        HttpResponse<String> answer = client.get(ROW, "Origin", "https://evil.example", "X-API-Key", BOB,
                "Sec-Fetch-Site",
                "cross-site", "Sec-Fetch-Mode", "cors");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "Access-Control-Allow-Credentials")).isEmpty();
        assertThat(
                client.send("OPTIONS", ROW, "Origin", "https://evil.example", "Access-Control-Request-Method", "POST")
                        .headers().map())
                .containsKey("access-control-allow-methods");
    }

    @Test
    void whatAPageChangesItChangesWithAKeyOfItsOwn() {
        SessionClient session = SessionClient.open(client, BOB);
        String[] foreign = {"Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"};

        assertThat(client.send("POST", ROW, with(foreign, "X-API-Key", BOB)).statusCode()).isEqualTo(200);
        assertThat(client.send("POST", ROW, with(foreign, session.changing())).statusCode()).isEqualTo(403);
        assertThat(client.send("POST", ROW, with(foreign, "X-API-Key", BOB, "Cookie", "a=b")).statusCode())
                .isEqualTo(403);
        assertThat(client.send("POST", ROW, foreign).statusCode()).isEqualTo(403);
    }

    private static String[] with(String[] some, String... more) {
        return java.util.stream.Stream.of(some, more).flatMap(java.util.Arrays::stream).toArray(String[]::new);
    }

    @Test
    void browsersAreToldToStayWithHttpsAndToKeepCookiesThere() {
        assertThat(header(client.get("/nothing"), "Strict-Transport-Security")).isEqualTo("max-age=31536000");
        HttpResponse<String> opened = client.post(SessionClient.PATH, "{\"key\":\"" + BOB + "\"}");
        assertThat(SessionClient.setCookie(opened, "focus-session")).endsWith("; SameSite=Strict; HttpOnly; Secure");
        assertThat(SessionClient.setCookie(opened, "focus-csrf")).endsWith("; SameSite=Strict; Secure");
    }
}
