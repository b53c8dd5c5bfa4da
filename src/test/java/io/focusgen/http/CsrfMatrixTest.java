package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.KeyedService.APP;
import static io.focusgen.http.KeyedService.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Every mixture of who makes a browser ask for what, and with which proof; what must come of it is said here anew. */
@QuarkusTest
@TestProfile(KeyedService.class)
@Timeout(300)
class CsrfMatrixTest {

    private static final String NONE = "";
    private static final String FOREIGN = "https://evil.example";
    private static final String JOB = "/api/v1/jobs/BBBBBBBBBBBBBBBBBBBBBB";

    private enum Shown {
        NOTHING,
        KEY,
        COOKIE,
        COOKIE_AND_TOKEN,
        COOKIE_AND_WRONG_TOKEN,
        COOKIE_AND_TOKEN_OF_OTHER,
        COOKIE_AND_HEADER_ONLY,
        COOKIE_AND_TWO_WRONG
    }

    @TestHTTPResource
    URL service;

    private Client client;
    private SessionClient session;
    private SessionClient other;
    private String own;

    @BeforeEach
    void setUp() {
        client = new Client(service);
        session = SessionClient.open(client, BOB);
        other = SessionClient.open(client, BOB);
        own = "127.0.0.1:" + service.getPort();
    }

    private String shown(Shown what) {
        String cookie = "Cookie: focus-session=" + session.cookie();
        String twin = "; focus-csrf=" + session.token();
        return switch (what) {
            case NOTHING -> "";
            case KEY -> "X-API-Key: " + BOB + "\r\n";
            case COOKIE -> cookie + twin + "\r\n";
            case COOKIE_AND_TOKEN -> cookie + twin + "\r\nX-CSRF-Token: " + session.token() + "\r\n";
            case COOKIE_AND_WRONG_TOKEN -> cookie + twin + "\r\nX-CSRF-Token: " + session.token() + "x\r\n";
            case COOKIE_AND_TOKEN_OF_OTHER -> cookie + twin + "\r\nX-CSRF-Token: " + other.token() + "\r\n";
            case COOKIE_AND_HEADER_ONLY -> cookie + "\r\nX-CSRF-Token: " + session.token() + "\r\n";
            case COOKIE_AND_TWO_WRONG -> cookie + "; focus-csrf=x\r\nX-CSRF-Token: x\r\n";
        };
    }

    private static String header(String name, String value) {
        return value.equals(NONE) ? "" : name + ": " + value + "\r\n";
    }

    private String answer(String method, String path, String host, String headers) {
        return client.raw(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + headers
                + (method.equals("POST") ? "Content-Length: 0\r\n" : "") + "\r\n");
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    @Test
    void nothingIsChangedForAPageOfSomebodyElse() {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (String method : List.of("GET", "HEAD", "POST", "DELETE")) {
            String path = method.equals("DELETE") ? JOB : CSV + "?rows=1&month=2026-01&columns=BilledCost";
            for (String site : List.of(NONE, "same-origin", "none", "same-site", "cross-site", "Same-Origin")) {
                for (String origin : List.of(NONE, "http://" + own, APP, FOREIGN, "null")) {
                    for (Shown shown : Shown.values()) {
                        String answer = answer(method, path, own,
                                header("Sec-Fetch-Site", site) + header("Origin", origin) + shown(shown));
                        String expected = expected(method, site, origin, shown);
                        boolean right = answer.startsWith("HTTP/1.1 " + expected.substring(0, 3) + " ")
                                && (method.equals("HEAD") || answer.contains(expected.substring(3)));
                        if (!right) {
                            wrong.add(method + " site=" + site + " origin=" + origin + " " + shown + ": " + expected
                                    + ", but " + answer.lines().findFirst().orElse("nothing"));
                        }
                        tried++;
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isEqualTo(960);
    }

    /** The rules once more, in the order of what is read: a status, and what the answer must contain. */
    private String expected(String method, String site, String origin, Shown shown) {
        boolean changes = Set.of("POST", "DELETE").contains(method);
        Set<String> trusted = switch (site) {
            case "same-origin", "none" -> Set.of(NONE, "http://" + own, APP, FOREIGN, "null");
            case NONE -> Set.of(NONE, "http://" + own, APP);
            default -> Set.of(APP);
        };
        if (changes && !trusted.contains(origin)) {
            return "403/problems/cross-site-request";
        }
        if (shown == Shown.NOTHING) {
            return "401/problems/unauthenticated";
        }
        if (changes && shown != Shown.KEY && shown != Shown.COOKIE_AND_TOKEN) {
            return "403/problems/wrong-csrf-token";
        }
        return method.equals("DELETE") ? "404/problems/unknown-job" : "200";
    }

    @Test
    void noWorkIsDoneForAPageThatEmbedsOrReads() {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (String path : List.of("/api/v1/catalog", "/problems")) {
            for (String site : List.of(NONE, "same-origin", "none", "same-site", "cross-site")) {
                for (String mode : List.of(NONE, "navigate", "no-cors", "cors", "same-origin", "websocket")) {
                    for (String place : List.of(NONE, "document", "empty", "image", "script", "iframe")) {
                        for (String origin : List.of(NONE, APP, FOREIGN)) {
                            int status = status(answer("GET", path, own,
                                    header("Sec-Fetch-Site", site) + header("Sec-Fetch-Mode", mode)
                                            + header("Sec-Fetch-Dest", place) + header("Origin", origin)
                                            + "X-API-Key: " + BOB + "\r\n"));
                            if (status != (isServed(path, site, mode, place, origin) ? 200 : 403)) {
                                wrong.add(path + " site=" + site + " mode=" + mode + " dest=" + place + " origin="
                                        + origin
                                        + ": " + status);
                            }
                            tried++;
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isEqualTo(1_080);
    }

    private static boolean isServed(String path, String site, String mode, String place, String origin) {
        if (!path.startsWith("/api/") || !Set.of("same-site", "cross-site").contains(site)) {
            return true;
        }
        return switch (mode) {
            case NONE -> true;
            case "navigate" -> Set.of(NONE, "document", "empty").contains(place);
            case "cors" -> origin.equals(APP);
            default -> false;
        };
    }

    /** Behind a proxy that makes http of https, and with the spellings that the same host has. */
    @ParameterizedTest
    @CsvSource({"focus.example.com, https://focus.example.com, 200",
            "FOCUS.example.com, https://focus.example.com, 200",
            "focus.example.com:443, https://focus.example.com, 200",
            "focus.example.com:80, http://focus.example.com, 200",
            "focus.example.com:443, http://focus.example.com, 403",
            "focus.example.com:8080, http://focus.example.com, 403",
            "focus.example.com, https://focus.example.com.evil.example, 403",
            "focus.example.com, focus.example.com, 403",
            "focus.example.com, https://evil.example/focus.example.com, 403", "[::1]:8080, http://[::1]:8080, 200",
            "focus.example.com, ://focus.example.com, 403", "focus.example.com, https://, 403"})
    void thePageIsOursWhereItsHostIsTheOneThatIsAsked(String host, String origin, int status) {
        assertThat(status(answer("POST", CSV + "?rows=1&month=2026-01", host,
                "Origin: " + origin + "\r\nX-API-Key: " + BOB + "\r\n"))).isEqualTo(status);
    }

    @Test
    void whatIsSaidTwiceIsNotBelieved() {
        String key = "X-API-Key: " + BOB + "\r\n";
        for (String headers : List.of("Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site\r\n",
                "Origin: " + APP + "\r\nOrigin: " + FOREIGN + "\r\n", "Sec-Fetch-Site: same-origin, cross-site\r\n",
                "Origin: " + FOREIGN + ", " + APP + "\r\n")) {
            assertThat(status(answer("POST", CSV + "?rows=1", own, headers + key))).as(headers).isEqualTo(403);
        }
    }
}
