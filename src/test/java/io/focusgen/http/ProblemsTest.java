package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.focusgen.http.problem.ProblemType;
import io.focusgen.stream.Format;
import io.focusgen.testing.FakeEngine;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(FakeEngine.Profile.class)
class ProblemsTest {

    @TestHTTPResource
    URL service;

    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
    }

    private static void isProblem(HttpResponse<String> answer, ProblemType type) {
        assertThat(answer.statusCode()).isEqualTo(type.status());
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        JsonNode problem = json(answer);
        assertThat(problem.get("type").asText()).isEqualTo(type.path());
        assertThat(problem.get("title").asText()).isEqualTo(type.title());
        assertThat(problem.get("status").asInt()).isEqualTo(type.status());
        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(problem.get("requestId").asText()).isEqualTo(header(answer, "X-Request-Id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/api", "/api/v1", "/api/v1/", "/api/v1/a/b", "/api/v2/cost-and-usage.csv",
            "/q/nothing",
            "/problems/no-such-problem", "/API/V1/cost-and-usage.csv"})
    void anUnknownPathIsNotFound(String path) {
        isProblem(client.get(path), ProblemType.UNKNOWN_PATH);
    }

    @Test
    void anUnknownDataSetIsNotFoundAndTheOthersAreListed() {
        HttpResponse<String> answer = client.get("/api/v1/cost-and-usge.csv");

        isProblem(answer, ProblemType.UNKNOWN_DATA_SET);
        assertThat(json(answer).get("allowed")).extracting(JsonNode::asText).containsExactly("cost-and-usage");
        assertThat(json(answer).get("nearest").asText()).isEqualTo("cost-and-usage");
        isProblem(client.get("/api/v1/contract-commitment.csv"), ProblemType.UNKNOWN_DATA_SET);
        assertThat(json(client.get("/api/v1/bundle.tar")).get("nearest").asText()).isEqualTo("bundle.zip");
        assertThat(json(client.get("/api/v1/bundle.tar.gz")).get("nearest").asText()).isEqualTo("bundle.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/cost-and-usage.orc", "/api/v1/cost-and-usage.csv.bz2",
            "/api/v1/cost-and-usage.ndjson.zst",
            "/api/v1/cost-and-usage.CSV", "/api/v1/cost-and-usage", "/api/v1/cost-and-usage."})
    void anUnknownFormatIsNotAcceptableAndTheOthersAreListed(String path) {
        HttpResponse<String> answer = client.get(path);

        isProblem(answer, ProblemType.UNKNOWN_FORMAT);
        assertThat(json(answer).get("allowed")).extracting(JsonNode::asText)
                .containsExactlyElementsOf(Format.extensions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "BREW"})
    void anotherMethodIsNotAllowed(String method) {
        HttpResponse<String> answer = client.send(method, CSV + "?rows=1");

        isProblem(answer, ProblemType.METHOD_NOT_ALLOWED);
        assertThat(header(answer, "Allow").split(", ")).containsExactlyInAnyOrder("GET", "HEAD", "POST", "OPTIONS");
    }

    @Test
    void anotherMethodOnAFileThatDoesNotExistIsNotFound() {
        isProblem(client.send("POST", "/api/v1/nothing.csv"), ProblemType.UNKNOWN_DATA_SET);
        isProblem(client.send("POST", "/api/v1/cost-and-usage.orc"), ProblemType.UNKNOWN_FORMAT);
    }

    @Test
    void theAcceptHeaderIsNotLookedAt() {
        for (String accept : List.of("application/json", "text/html", "garbage;;", "*/*")) {
            assertThat(client.get(CSV + "?rows=1", "Accept", accept).statusCode()).as(accept).isEqualTo(200);
            assertThat(header(client.get(CSV + "?rows=0", "Accept", accept), "Content-Type"))
                    .isEqualTo("application/problem+json");
        }
    }

    @Test
    void aLongQueryIsRefused() {
        isProblem(client.get(CSV + "?columns=" + "x".repeat(8_200)), ProblemType.URI_TOO_LONG);
    }

    @Test
    void manyParametersAreRefused() {
        HttpResponse<String> answer = client.get(CSV + "?" + "rows=1&".repeat(61));

        isProblem(answer, ProblemType.INVALID_PARAMETERS);
        assertThat(json(answer).at("/violations/0/field").asText()).isEqualTo("query");
    }

    @Test
    void aLargeBodyIsRefusedBeforeItIsSent() {
        String answer = client.raw("POST " + CSV + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 262145\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("/problems/content-too-large", "X-Request-Id: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/api/v1/%.csv", "/api/v1/cost-and-usage.csv%g1"})
    void aPathThatCannotBeDecodedIsMalformed(String path) {
        assertThat(client.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ").contains("/problems/malformed-request", "application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows=%zz", "rows=%", "rows=%ff", "rows=<b>", "rows=\"", "rows={1}", "rows=1|2", "rows=\\",
            "rows=^"})
    void aQueryThatIsBadlyEncodedIsRefusedForItsParameter(String query) {
        assertThat(client.raw("GET " + CSV + "?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ").contains("\"field\":\"rows\"");
    }

    @Test
    void aProblemAboutHeadHasNoBody() {
        HttpResponse<String> answer = client.send("HEAD", CSV + "?rows=0");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void whatWasGivenIsShownShortAndWithoutControlCharacters() {
        JsonNode violation = json(client.get(CSV + "?rows=%1b%0d%0a%e2%80%ae" + "7".repeat(400) + "x"))
                .at("/violations/0");

        assertThat(violation.get("value").asText()).isEqualTo("7".repeat(100));
    }

    @Test
    void nothingOfTheRequestsHeadersComesBack() {
        HttpResponse<String> answer = client.get("/nothing", "Cookie", "canary=1", "User-Agent", "canary", "X-Canary",
                "canary");

        assertThat(answer.body() + answer.headers().map()).doesNotContain("canary");
    }

    @Test
    void aHarmlessRequestIdIsKept() {
        HttpResponse<String> answer = client.get(CSV + "?rows=0", "X-Request-Id", "trace-42_a.B");

        assertThat(header(answer, "X-Request-Id")).isEqualTo("trace-42_a.B");
        assertThat(json(answer).get("requestId").asText()).isEqualTo("trace-42_a.B");
        assertThat(header(client.get(CSV + "?rows=1", "X-Request-Id", "good"), "X-Request-Id")).isEqualTo("good");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "<script>", "a\"b", "é", "a/b", "x%0d%0a"})
    void anyOtherRequestIdIsReplaced(String id) {
        assertThat(header(client.get("/nothing", "X-Request-Id", id), "X-Request-Id")).isNotEqualTo(id).hasSize(36);
    }

    @Test
    void aLongRequestIdIsReplaced() {
        assertThat(header(client.get("/nothing", "X-Request-Id", "x".repeat(65)), "X-Request-Id")).hasSize(36);
    }

    @Test
    void everyRequestHasAnIdOfItsOwn() {
        assertThat(header(client.get(CSV + "?rows=1"), "X-Request-Id"))
                .isNotEqualTo(header(client.get(CSV + "?rows=1"), "X-Request-Id"));
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyProblemHasAPage(ProblemType type) {
        HttpResponse<String> page = client.get(type.path());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.body()).contains(type.title(), type.meaning(), type.remedy());
        assertThat(client.get("/problems").body()).contains("href=\"" + type.path() + "\"");
        assertThat(type.path()).matches("/problems/[a-z]+(-[a-z]+)*");
    }

    @Test
    void operationsHaveShortNames() {
        assertThat(client.get("/health").body()).isEqualTo(client.get("/q/health").body()).contains("UP");
        assertThat(client.get("/metrics").statusCode()).isEqualTo(200);
        assertThat(client.get("/q/metrics").statusCode()).isEqualTo(200);
        assertThat(client.get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(client.get("/q/health/live").statusCode()).isEqualTo(200);
    }
}
