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
import static io.focusgen.http.SessionClient.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(KeyedService.class)
@Timeout(120)
class SessionResourceTest {

    private static final String ROW = CSV + "?rows=1&month=2026-01";

    @TestHTTPResource
    URL service;

    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
    }

    @Test
    void aKeyIsTradedForCookiesThatOnlyThisServiceGets() {
        Instant before = Instant.now();
        HttpResponse<String> answer = client.post(PATH, "{\"key\":\"" + ALICE + "\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(SessionClient.setCookie(answer, "focus-session"))
                .matches("focus-session=fgs_[A-Za-z0-9_.-]+; Path=/; Max-Age=28(800|799); SameSite=Strict; HttpOnly");
        assertThat(SessionClient.setCookie(answer, "focus-csrf"))
                .matches("focus-csrf=fgc_[A-Za-z0-9_-]{43}; Path=/; Max-Age=28(800|799); SameSite=Strict");
        JsonNode document = json(answer);
        assertThat(document.get("caller").asText()).isEqualTo("key:alice");
        assertThat(document.get("kind").asText()).isEqualTo("key");
        assertThat(document.get("scopes").toString()).isEqualTo("[\"generate\",\"validate\",\"admin\"]");
        assertThat(Instant.parse(document.get("expires").asText()))
                .isBetween(before.plus(Duration.ofHours(8)).minusSeconds(1), Instant.now().plus(Duration.ofHours(8)));
        assertThat(document.get("csrfToken").asText()).isEqualTo(SessionClient.cookie(answer, "focus-csrf"));
        assertThat(answer.body()).doesNotContain(ALICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-API-Key: ", "Authorization: Bearer "})
    void aHeaderWillDoAsWell(String header) {
        String[] parts = header.split(": ", 2);
        HttpResponse<String> answer = client.send("POST", PATH, parts[0], parts[1] + BOB);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("caller").asText()).isEqualTo("key:bob");
    }

    @Test
    void whoAsksIsTold() {
        SessionClient session = SessionClient.open(client, BOB);

        JsonNode document = json(client.get(PATH, session.reading()));
        assertThat(document.get("caller").asText()).isEqualTo("key:bob");
        assertThat(document.get("csrfToken").asText()).isEqualTo(session.token());
        JsonNode byKey = json(client.get(PATH, "X-API-Key", CHECKER));
        assertThat(byKey.toString())
                .isEqualTo("{\"caller\":\"key:checker\",\"kind\":\"key\",\"scopes\":[\"validate\"]}");
        assertThat(client.get(PATH).statusCode()).isEqualTo(401);
    }

    @Test
    void whoHasNoKeyGetsNoSession() {
        for (String key : new String[]{UNKNOWN, LATE, "x", "", ALICE + "0"}) {
            HttpResponse<String> answer = client.post(PATH, "{\"key\":\"" + key + "\"}");
            assertThat(answer.statusCode()).as(key).isEqualTo(401);
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
        assertThat(client.post(PATH, "{}").statusCode()).isEqualTo(401);
        assertThat(client.send("POST", PATH).statusCode()).isEqualTo(401);
        SessionClient session = SessionClient.open(client, BOB);
        assertThat(client.post(PATH, "{}", session.changing()).statusCode()).as("a cookie is no key").isEqualTo(401);
    }

    @Test
    void whoHasATokenIsToldToSendThatWithEachRequest() {
        HttpResponse<String> answer = client.send("POST", PATH, "Authorization", "Bearer eyJhbGciOiJub25lIn0.e30.c2ln");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).get("detail").asText()).contains("opens no session",
                "with each request, as Authorization: Bearer", "an API key");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aBodyThatIsSomethingElseIsExplainedAndNotShown() {
        HttpResponse<String> other = client.post(PATH, "{\"key\":\"" + ALICE + "\",\"password\":\"hunter2hunter2\"}");

        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(json(other).at("/violations/0/field").asText()).isEqualTo("password");
        assertThat(other.body()).doesNotContain("hunter2", ALICE);
        assertThat(client.post(PATH, "{\"key\":[\"" + ALICE + "\",\"" + BOB + "\"]}").statusCode()).isEqualTo(400);
        assertThat(client.post(PATH, "[").statusCode()).isEqualTo(400);
        assertThat(client.send("POST", PATH, java.net.http.HttpRequest.BodyPublishers.ofString(ALICE), "Content-Type",
                "text/plain").statusCode()).isEqualTo(415);
        HttpResponse<String> query = client.send("POST", PATH + "?key=" + ALICE);
        assertThat(query.statusCode()).isEqualTo(400);
        assertThat(query.body()).doesNotContain(ALICE).contains("fgk_***");
        assertThat(client.post(PATH, "{\"key\":\"" + ALICE + "\"}", "X-API-Key", BOB).statusCode()).isEqualTo(400);
    }

    @Test
    void aSessionMayBeOpenedOverAnother() {
        SessionClient session = SessionClient.open(client, BOB);

        HttpResponse<String> answer = client.post(PATH, "{\"key\":\"" + ALICE + "\"}", session.reading());

        assertThat(json(answer).get("caller").asText()).isEqualTo("key:alice");
        assertThat(client.post(PATH, "{\"key\":\"" + ALICE + "\"}", "Cookie", "focus-session=old").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anEndedSessionIsOverEvenForWhoHasKeptTheCookie() {
        SessionClient session = SessionClient.open(client, BOB);
        SessionClient other = SessionClient.open(client, BOB);
        assertThat(client.get(ROW, session.reading()).statusCode()).isEqualTo(200);
        assertThat(client.send("DELETE", PATH, session.reading()).statusCode()).as("without the token").isEqualTo(403);

        HttpResponse<String> ended = client.send("DELETE", PATH, session.changing());

        assertThat(ended.statusCode()).isEqualTo(204);
        assertThat(SessionClient.setCookie(ended, "focus-session"))
                .isEqualTo("focus-session=; Path=/; Max-Age=0; SameSite=Strict; HttpOnly");
        assertThat(SessionClient.setCookie(ended, "focus-csrf"))
                .isEqualTo("focus-csrf=; Path=/; Max-Age=0; SameSite=Strict");
        HttpResponse<String> after = client.get(ROW, session.reading());
        assertThat(after.statusCode()).isEqualTo(401);
        assertThat(after.body()).contains("The session is over");
        assertThat(SessionClient.setCookie(after, "focus-session")).contains("Max-Age=0");
        assertThat(client.get(ROW, other.reading()).statusCode()).isEqualTo(200);
    }

    @Test
    void aCookieThatWasNotMadeHereIsRefusedAndForgotten() {
        String good = SessionClient.open(client, BOB).cookie();
        for (String forged : new String[]{"x", "", "fgs_x.y", good + "A", good.replace("fgs_", "fgs_A"),
                good.substring(0, good.indexOf('.')), good.substring(0, good.indexOf('.')) + ".AAAA"}) {
            HttpResponse<String> answer = client.get(ROW, "Cookie", "focus-session=" + forged);
            assertThat(answer.statusCode()).as(forged).isEqualTo(401);
            assertThat(SessionClient.setCookie(answer, "focus-session")).contains("Max-Age=0");
        }
        assertThat(client.get(ROW, "Cookie", "other=x; focus-session=" + good).statusCode()).isEqualTo(200);
    }

    @Test
    void theTokenOfOneSessionIsNotThatOfAnotherOfTheSameCaller() {
        SessionClient first = SessionClient.open(client, ALICE);
        SessionClient second = SessionClient.open(client, ALICE_AGAIN);
        String cookies = "focus-session=" + first.cookie() + "; focus-csrf=" + second.token();

        assertThat(client.send("DELETE", PATH, "Cookie", cookies, "X-CSRF-Token", second.token()).statusCode())
                .isEqualTo(403);
        assertThat(client.send("DELETE", PATH, first.changing()).statusCode()).isEqualTo(204);
    }

    @Test
    void behindHttpsCookiesAreSecure() {
        // The server itself does not speak it here; BrowserSettingsTest shows it where settings say so.
        assertThat(SessionClient.setCookie(client.post(PATH, "{\"key\":\"" + BOB + "\"}", "X-Forwarded-Proto", "https"),
                "focus-session")).as("whoever asks cannot say so").doesNotContain("Secure");
    }
}
