package io.focusgen.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.focusgen.http.offer.Endpoint;
import io.focusgen.testing.FakeEngine;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** All paths answer methods alike, and what clients invent leaves nothing behind. */
@QuarkusTest
@TestProfile(FakeEngine.Profile.class)
class RoutesTest {

    private static final List<String> SHAPES = List.of("/%s", "/api/v1/%s", "/api/v1/%s.csv",
            "/api/v1/cost-and-usage.%s", "/problems/%s", "/q/%s", "/q/swagger-ui/%s", "/q/health/%s",
            "/api/v1/catalog/%s", "/api/v1/jobs/%s", "/api/v1/jobs/%s/events", "/api/v1/jobs/%s/files/%s",
            "/%s/%s", "/%%%s", "/api/v1/catalog?%s=1", "/api/v1/%%%s");

    @TestHTTPResource
    URL service;

    private final Random random = new Random(7);
    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
    }

    private static String path(Endpoint endpoint) {
        return endpoint.template().replace("{dataset}.{format}", "cost-and-usage.csv")
                .replace("{sheet}.{format}", "coverage.csv").replace("{type}", "overloaded")
                .replace("{id}", "AAAAAAAAAAAAAAAAAAAAAA").replace("{name}", "a.csv");
    }

    @ParameterizedTest
    @EnumSource(Endpoint.class)
    void optionsSaysWhatAPathTakesAndDoesNothing(Endpoint endpoint) {
        HttpResponse<String> answer = client.send("OPTIONS", path(endpoint));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(Client.header(answer, "Allow")).isEqualTo(String.join(", ", endpoint.methods()) + ", OPTIONS");
        assertThat(client.raw("PURGE " + path(endpoint) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405 ").contains("Allow: " + Client.header(answer, "Allow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/./health", "/q/x/../health", "/q/%68ealth"})
    void whatIsTheSamePathIsTheSamePath(String path) {
        assertThat(client.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "image/png", "garbage", "a/b/c", "*/*", "text/plain", "text/*",
            "text/plain;q=0", ""})
    void whateverIsAcceptedIsGiven(String accept) {
        for (Endpoint endpoint : List.of(Endpoint.METRICS, Endpoint.METRICS_FOR_SHORT, Endpoint.HEALTH,
                Endpoint.CATALOG,
                Endpoint.OPENAPI, Endpoint.EXPORT, Endpoint.PROBLEM)) {
            assertThat(client.get(path(endpoint), "Accept", accept).statusCode()).as(endpoint.template())
                    .isEqualTo(200);
        }
    }

    @Test
    void metricsAreWhatTheDescriptionSays() {
        for (String accept : List.of("text/plain", "application/json",
                "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.4")) {
            assertThat(Client.header(client.get("/q/metrics", "Accept", accept), "Content-Type"))
                    .startsWith("text/plain");
        }
    }

    /** Who opens the bare address in a browser sees something; a program learns where to go on. */
    @Test
    void theBareAddressLeadsPeopleToThePage() {
        for (String method : List.of("GET", "HEAD")) {
            HttpResponse<String> browser = client.send(method, "/", "Accept",
                    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
            assertThat(browser.statusCode()).isEqualTo(303);
            assertThat(Client.header(browser, "Location")).isEqualTo("/docs");
            assertThat(Client.header(browser, "Vary")).isEqualTo("Accept");
        }
        HttpResponse<String> program = client.get("/", "Accept", "application/json");
        assertThat(program.statusCode()).isEqualTo(404);
        assertThat(Client.header(program, "Vary")).isEqualTo("Accept");
        JsonNode problem = Client.json(program);
        assertThat(problem.get("type").asText()).isEqualTo("/problems/unknown-path");
        assertThat(problem.get("detail").asText()).contains("/q/openapi", "/api/v1/catalog", "text/html");
        problem.get("allowed").forEach(path -> assertThat(client.get(path.asText()).statusCode()).isIn(200, 303));
    }

    @Test
    void whatClientsInventMakesNoNewSeries() {
        List<String> methods = List.of("GET", "HEAD", "POST", "PUT", "OPTIONS", "TRACE", "");
        List<String> requests = new ArrayList<>();
        SHAPES.forEach(shape -> methods.forEach(method -> requests.add(request(method, shape))));
        requests.forEach(client::raw);
        Set<String> before = series();

        for (int i = 0; i < 1_000; i++) {
            client.raw(request(methods.get(random.nextInt(methods.size())), SHAPES.get(random.nextInt(SHAPES.size()))));
        }

        assertThat(before).anyMatch(name -> name.startsWith("http_server_requests_seconds_count"));
        assertThat(series()).isEqualTo(before);
    }

    /** With an invented method where none is given. */
    private String request(String method, String shape) {
        return (method.isEmpty() ? word().toUpperCase(Locale.ROOT) : method) + " "
                + String.format(shape, word(), word()) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    }

    /** Not a hexadecimal digit among them. */
    private String word() {
        return random.ints(8, 'g', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private Set<String> series() {
        return client.get("/q/metrics").body().lines()
                .filter(line -> line.startsWith("http_") || line.startsWith("focus_"))
                .map(line -> line.substring(0, line.lastIndexOf(' '))).collect(Collectors.toCollection(TreeSet::new));
    }
}
