package io.focusgen.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;

/**
 * A browser with an open session.
 *
 * @param cookie what the session is known by
 * @param token what its page has to send along
 */
record SessionClient(String cookie, String token) {

    static final String PATH = "/api/v1/session";

    /** Opens one. */
    static SessionClient open(Client client, String key) {
        HttpResponse<String> answer = client.post(PATH, "{\"key\":\"" + key + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new SessionClient(cookie(answer, "focus-session"), cookie(answer, "focus-csrf"));
    }

    /** The value that an answer gives to a cookie. */
    static String cookie(HttpResponse<String> answer, String name) {
        return setCookie(answer, name).replaceFirst("^[^=]*=", "").replaceFirst(";.*", "");
    }

    /** The whole header about a cookie. */
    static String setCookie(HttpResponse<String> answer, String name) {
        List<String> found = answer.headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith(name + "=")).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** Headers of a request that changes nothing. */
    String[] reading() {
        return new String[]{"Cookie", "focus-session=" + cookie + "; focus-csrf=" + token};
    }

    /** Headers of a request that its page has meant. */
    String[] changing() {
        return new String[]{"Cookie", "focus-session=" + cookie + "; focus-csrf=" + token, "X-CSRF-Token", token};
    }
}
