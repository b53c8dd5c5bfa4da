package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.http.problem.ProblemType;
import io.focusgen.spec.Parameter;
import io.focusgen.testing.FakeEngine;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(FakeEngine.Profile.class)
@Timeout(60)
class PostTest {

    @TestHTTPResource
    URL service;

    @Inject
    FakeEngine engine;

    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
        engine.opened.set(0);
    }

    /** Whatever the answer is, a refusal included: only the request's name may differ. */
    private static void same(HttpResponse<String> post, HttpResponse<String> get) {
        assertThat(post.statusCode()).isEqualTo(get.statusCode());
        assertThat(unnamed(post)).isEqualTo(unnamed(get));
        assertThat(headers(post)).isEqualTo(headers(get));
    }

    private static String unnamed(HttpResponse<String> answer) {
        return answer.body().replace(header(answer, "X-Request-Id"), "");
    }

    private static TreeMap<String, List<String>> headers(HttpResponse<String> answer) {
        TreeMap<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("x-request-id");
        // What is left of a limit is less with each request.
        headers.keySet().removeIf(name -> name.contains("ratelimit"));
        return headers;
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void everyParameterMeansTheSameInAQueryAndABody(Parameter parameter) throws Exception {
        for (String value : List.of(parameter.example(), parameter.defaultValue(), "", "wrong \"value\"")) {
            String query = (parameter == Parameter.ROWS ? "" : "rows=20&") + parameter.label() + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8);
            String body = (parameter == Parameter.ROWS ? "{" : "{\"rows\":20,") + "\"" + parameter.label() + "\":"
                    + new ObjectMapper().writeValueAsString(value) + "}";

            same(client.post(CSV, body), client.get(CSV + "?" + query));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"rows\":1e2}|rows=100", "{\"rows\":1E2,\"seed\":-7}|rows=1E2&seed=-7",
            "{\"rows\":10,\"commitmentCoverage\":0.60}|rows=10&commitmentCoverage=0.60",
            "{\"rows\":10,\"columns\":[\"Tags\",\"BilledCost\"]}|rows=10&columns=Tags&columns=BilledCost",
            "{\"rows\":10,\"columns\":\"Tags,BilledCost\"}|rows=10&columns=Tags,BilledCost",
            "{\"ROWS\":\"10\",\"commitment_coverage\":\"0.5\"}|rows=10&commitmentCoverage=0.5",
            "{\"rows\":10,\"profile\":\"Large Business\"}|rows=10&profile=large-business",
            "{\"rows\":[1,2]}|rows=1&rows=2", "{\"rows\":true}|rows=true", "{\"rows\":-1,\"sede\":2}|rows=-1&sede=2",
            "{\"rows\":10,\"trendMultipliers\":[1,0.5]}|rows=10&trendMultipliers=1,0.5",
            "{\"rows\":10,\"trendMultipliers\":{\"aws\":[1,0.5]}}|rows=10&trendMultipliers=aws:1,0.5",
            "{\"rows\":9,\"provider\":\"aws,gcp\",\"trendMultipliers\":{\"aws\":[1,0.5],\"gcp\":[2]}}|rows=9&provider=aws,gcp"
                    + "&trendMultipliers=aws:1,0.5;gcp:2",
            "{\"rows\":{\"a\":1}}|rows=%7B%22a%22%3A1%7D"})
    void aBodyIsAnsweredLikeItsQuery(String body, String query) {
        same(client.post(CSV, body), client.get(CSV + "?" + query));
    }

    @Test
    void theCanonicalUrlGivesTheSameBytes() {
        HttpResponse<String> post = client.post(CSV + "?seed=9", "{\"rows\":25,\"columns\":[\"Tags\"],\"months\":2}");
        String link = header(post, "Link");

        assertThat(client.get(link.substring(1, link.indexOf('>'))).body()).isEqualTo(post.body()).hasLineCount(51);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", " \n "})
    void noParametersAreTheOnesOfNoQuery(String body) {
        same(client.post(CSV, body), client.get(CSV));
    }

    @Test
    void noBodyNeedsNoType() {
        same(client.send("POST", CSV), client.get(CSV));
        assertThat(client.raw("POST " + CSV + "?rows=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void queryAndBodyAddUpButDoNotRepeatEachOther() {
        same(client.post(CSV + "?rows=5", "{\"seed\":3}"), client.get(CSV + "?rows=5&seed=3"));

        HttpResponse<String> answer = client.post(CSV + "?rows=5&sede=1", "{\"ROWS\":5,\"months\":0}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).findValuesAsText("field")).containsExactly("rows", "months", "sede");
        assertThat(json(answer).at("/violations/0/allowed").asText()).contains("query string", "body");
    }

    @Test
    void aBodyOfAnotherTypeIsRefusedNamingJson() {
        for (String type : List.of("text/plain", "application/xml", "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded")) {
            HttpResponse<String> answer = client.send("POST", CSV, BodyPublishers.ofString("rows=5"), "Content-Type",
                    type);
            assertThat(answer.statusCode()).as(type).isEqualTo(415);
            assertThat(json(answer).get("allowed")).extracting(JsonNode::asText).contains("application/json");
        }
        assertThat(client.send("POST", CSV, BodyPublishers.ofString("rows=5")).statusCode()).as("no type")
                .isEqualTo(415);
    }

    @Test
    void whereThereIsNoBodyItsTypeSaysNothing() {
        for (String type : List.of("application/x-www-form-urlencoded", "text/plain", "application/json")) {
            assertThat(client.send("POST", CSV, BodyPublishers.noBody(), "Content-Type", type).statusCode()).as(type)
                    .isEqualTo(200);
        }
    }

    @Test
    void aBodyThatIsNoJsonIsRefusedWithItsPlace() {
        HttpResponse<String> answer = client.post(CSV, "{\n\"rows\": 5,,\n}");

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = json(answer);
        assertThat(problem.get("type").asText()).isEqualTo(ProblemType.MALFORMED_BODY.path());
        assertThat(problem.get("line").asInt()).isEqualTo(2);
        assertThat(problem.get("column").asInt()).isEqualTo(11);
        assertThat(problem.get("detail").asText()).contains("line 2, column 11");
    }

    @Test
    void aBodyMayHave256KiB() {
        String json = "{\"rows\":5}";
        String fitting = json + " ".repeat((256 << 10) - json.length());

        assertThat(client.post(CSV, fitting).statusCode()).isEqualTo(200);
        HttpResponse<String> answer = client.post(CSV, fitting + " ");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).get("detail").asText()).contains("262144");
    }

    @Test
    void aClientThatSendsALargeBodyAnywayStillReadsWhy() {
        String body = " ".repeat(20 << 20);
        for (String framing : List.of("Content-Length: " + body.length() + "\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n")) {
            assertThat(client
                    .raw("POST " + CSV + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + framing
                            + body))
                    .startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void aChunkedBodyIsBoundedWhileItArrives() {
        String chunk = "10000\r\n" + " ".repeat(1 << 16) + "\r\n";
        String head = "POST " + CSV + "?rows=5 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

        assertThat(client.raw(head + chunk.repeat(4) + "0\r\n\r\n")).startsWith("HTTP/1.1 200 ");
        // Not ended: it is refused before its end is known.
        assertThat(client.raw(head + chunk.repeat(4) + "1\r\n ")).startsWith("HTTP/1.1 413 ")
                .contains("/problems/content-too-large", "262144 bytes");
    }

    @Test
    void aBodyThatIsNotFramedIsRefused() {
        assertThat(client.raw("POST " + CSV + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")).startsWith("HTTP/1.1 400 ")
                .contains("/problems/malformed-request", "X-Request-Id: ");
    }

    @Test
    void aClientThatWaitsForLeaveToSendGetsIt() {
        String body = "{\"rows\":5}";

        assertThat(client
                .raw("POST " + CSV + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: 100-continue\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body))
                .startsWith("HTTP/1.1 100 ").contains("HTTP/1.1 200 ");
        assertThat(client.raw("POST " + CSV + " HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                + "Content-Type: application/json\r\nContent-Length: 262145\r\n\r\n")).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void whatTheClientHoldsIsAFailedPrecondition() {
        String tag = header(client.get(CSV + "?rows=5"), "ETag");
        engine.opened.set(0);

        HttpResponse<String> answer = client.post(CSV, "{\"rows\":5}", "If-None-Match", tag);

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(json(answer).get("type").asText()).isEqualTo(ProblemType.PRECONDITION_FAILED.path());
        assertThat(engine.opened).hasValue(0);
        assertThat(client.post(CSV, "{\"rows\":5}", "If-None-Match", "*").statusCode()).isEqualTo(412);
        assertThat(client.post(CSV, "{\"rows\":6}", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyPostHasABody() {
        for (String method : List.of("GET", "HEAD")) {
            HttpResponse<String> answer = client.send(method, CSV + "?rows=5", BodyPublishers.ofString("{\"rows\":6}"));
            assertThat(answer.statusCode()).as(method).isEqualTo(400);
        }
        assertThat(json(client.send("GET", CSV, BodyPublishers.ofString("x"))).get("type").asText())
                .isEqualTo(ProblemType.UNEXPECTED_BODY.path());
    }

    @Test
    void theConnectionServesAnotherRequestAfterABodyThatWasNotRead() {
        String unread = "POST " + CSV
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 100000\r\n\r\n"
                + "x".repeat(100_000);

        assertThat(
                client.raw(unread + "GET " + CSV + "?rows=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 415 ").contains("HTTP/1.1 200 ");
    }

    @Test
    void planningStaysOffTheEventLoop() {
        client.post(CSV, "{\"rows\":1}");

        assertThat(engine.planningThread).startsWith("focus-plan-");
    }
}
