package io.focusgen.http;

import static io.focusgen.http.Client.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.testing.FakeEngine;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The page to try the API runs and shows only files of this service, and says so. */
@QuarkusTest
@TestProfile(FakeEngine.Profile.class)
class ApiPageTest {

    private static final String PAGE = "/q/swagger-ui/";

    /** What a page names to be loaded or to be gone to. */
    private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    @TestHTTPResource
    URL service;

    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
    }

    @Test
    void theShortNameLeadsToThePage() {
        HttpResponse<String> docs = client.get("/docs");

        assertThat(docs.statusCode()).isEqualTo(303);
        assertThat(header(docs, "Location")).isEqualTo(PAGE);
        assertThat(client.get(PAGE + "page.js").body()).contains("SwaggerUIBundle(", "url: '/q/openapi'");
    }

    /** Nothing within the page is run or styles it, so that its policy need not let it. */
    @Test
    void thePageHasNothingInItself() {
        String page = client.get(PAGE).body();

        assertThat(page).doesNotContainIgnoringCase("<style", "style=", "javascript:", "http:", "https:", "//");
        assertThat(page).doesNotContainPattern("(?i)\\son[a-z]+=");
        assertThat(Pattern.compile("<script[^>]*>(.*?)</script>", Pattern.DOTALL).matcher(page).results())
                .isNotEmpty().allSatisfy(script -> {
                    assertThat(script.group()).contains(" src=\"");
                    assertThat(script.group(1)).isEmpty();
                });
        assertThat(client.get(PAGE + "index.html").body()).isEqualTo(page);
        assertThat(client.get(PAGE + "page.css").body()).doesNotContain("url(", "@import");
    }

    /** Followed from the bare address, so that none is forgotten. */
    @Test
    void everythingThatIsLoadedIsThereAndItsPolicyLetsNothingElseIn() {
        Set<String> seen = new TreeSet<>();
        Deque<String> left = new ArrayDeque<>(List.of("/", "/docs", "/q/swagger-ui", PAGE, PAGE + "index.html"));
        while (!left.isEmpty()) {
            String path = left.pop();
            if (!seen.add(path)) {
                continue;
            }
            HttpResponse<String> answer = client.get(path, "Accept", "text/html");
            assertThat(answer.statusCode()).as(path).isIn(200, 302, 303);
            String policy = header(answer, "Content-Security-Policy");
            assertThat(policy).as(path).startsWith("default-src 'none'; ").doesNotContain("unsafe-", "http", "*",
                    "sha256-");
            if (answer.statusCode() != 200) {
                left.add(header(answer, "Location").replaceFirst("^https?://[^/]+", ""));
            } else if (header(answer, "Content-Type").startsWith("text/html")) {
                assertThat(policy).contains("script-src 'self';", "style-src 'self';", "connect-src 'self';");
                Matcher named = NAMED.matcher(answer.body());
                while (named.find()) {
                    left.add(named.group(1).startsWith("/") ? named.group(1) : PAGE + named.group(1));
                }
            }
        }
        assertThat(seen).contains(PAGE + "page.js", PAGE + "page.css", PAGE + "swagger-ui.css",
                PAGE + "swagger-ui-bundle.js", PAGE + "favicon.ico");
    }

    /** Each with the type that nosniff makes browsers insist on. */
    @ParameterizedTest
    @ValueSource(strings = {"|text/html", "index.html|text/html", "page.js|text/javascript", "page.css|text/css",
            "swagger-ui.css|text/css", "swagger-ui-bundle.js|text/javascript", "favicon.ico|image/"})
    void everyPartHasItsType(String partAndType) {
        String part = partAndType.substring(0, partAndType.indexOf('|'));
        String type = partAndType.substring(part.length() + 1);

        for (String method : List.of("GET", "HEAD")) {
            HttpResponse<String> answer = client.send(method, PAGE + part);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Content-Type")).startsWith(type);
            // The extension counts only what it sends.
            if (method.equals("GET") || !part.startsWith("swagger-ui") && !part.startsWith("favicon")) {
                assertThat(header(answer, "Content-Length")).matches("[1-9][0-9]*");
            }
        }
    }

    /** The pages of the extension have scripts within them that no policy of ours would run. */
    @ParameterizedTest
    @ValueSource(strings = {"oauth2-redirect.html", "swagger-ui-standalone-preset.js", "style.css", "logo.png",
            "theme-feeling-blue.css", "swagger-ui-bundle.js.map", "page.html", "nothing"})
    void whatThePageDoesNotLoadIsNotThere(String name) {
        assertThat(client.get(PAGE + name).statusCode()).isEqualTo(404);
    }
}
