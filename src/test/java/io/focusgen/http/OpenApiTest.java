package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.focusgen.bundle.BundleParameter;
import io.focusgen.catalog.Provider;
import io.focusgen.focus.Dataset;
import io.focusgen.http.offer.Endpoint;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.job.JobParameter;
import io.focusgen.spec.Documentation;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.PreviewParameter;
import io.focusgen.stream.Format;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;

/** What the OpenAPI document says is so, called on the service itself with its real engine. */
@QuarkusTest
@Timeout(120)
class OpenApiTest {

    private static final String EXPORT = Endpoint.EXPORT.template();

    @TestHTTPResource
    URL service;

    @TestHTTPResource("/")
    URI root;

    @Inject
    Router router;

    private Client client;
    private JsonNode api;

    @BeforeEach
    void setUp() {
        client = new Client(service);
        api = json(client.get("/q/openapi?format=JSON"));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String text(JsonNode value) {
        return value.isArray() ? String.join(",", texts(value)) : value.asText();
    }

    @Test
    void theDocumentIsThatOfThisVersion() {
        assertThat(api.get("openapi").asText()).startsWith("3.1");
        assertThat(api.at("/info/version").asText()).isEqualTo(GeneratorVersion.CURRENT);
        assertThat(api.at("/info/description").asText()).contains(Documentation.SPELLING);
    }

    @Test
    void itIsServedAsYamlToo() {
        HttpResponse<String> yaml = client.get("/q/openapi");

        assertThat(yaml.body()).startsWith("---\nopenapi: 3.1");
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void everyParameterStandsAsInTheTable(Parameter parameter) {
        JsonNode query = api.at("/components/parameters/" + parameter.label());
        JsonNode member = api.at("/components/schemas/Parameters/properties/" + parameter.label());

        assertThat(query.get("name").asText()).isEqualTo(parameter.label());
        assertThat(query.get("in").asText()).isEqualTo("query");
        assertThat(query.get("description").asText()).isEqualTo(member.get("description").asText()).contains(
                parameter.help(), "Allowed: " + parameter.type().allowed() + ".",
                "Default: " + parameter.defaultValue() + ".");
        assertThat(query.get("description").asText()).endsWith(
                " Example: `" + parameter.label() + "=" + parameter.example() + "`");
        assertThat(query.has("example") || query.get("schema").has("default")).as("filled in by the page").isFalse();
        assertThat(text(member.at("/examples/0"))).isEqualTo(parameter.example());
        for (JsonNode schema : List.of(query.get("schema"), member)) {
            boolean list = schema.has("items");
            assertThat(list).isEqualTo(parameter.repeatable());
            assertThat(texts((list ? schema.get("items") : schema).path("enum")))
                    .isEqualTo(parameter.type().choices());
            assertThat(schema.has("type")).isTrue();
            if (schema.has("default")) {
                assertThat(text(schema.get("default"))).isEqualTo(parameter.defaultValue());
            }
        }
    }

    @Test
    void thereIsNoOtherParameterAndTheOrderIsThatOfTheTable() {
        List<String> ofPreview = Stream.concat(PreviewParameter.labels().stream(), Parameter.labels().stream())
                .toList();
        List<String> own = Stream.of(BundleParameter.values()).map(BundleParameter::label).toList();
        assertThat(names(api.at("/components/parameters"))).containsExactlyInAnyOrderElementsOf(
                Stream.of(own, ofPreview, Stream.of(JobParameter.values()).map(JobParameter::label).toList())
                        .flatMap(List::stream).distinct().toList());
        assertThat(names(api.at("/components/schemas/BundleParameters/properties"))).isEqualTo(
                Stream.concat(own.stream(), Parameter.labels().stream()).toList());
        assertThat(names(api.at("/components/schemas/PreviewParameters/properties"))).isEqualTo(ofPreview);
        assertThat(names(api.at("/components/schemas/Parameters/properties"))).isEqualTo(Parameter.labels());
        assertThat(api.at("/components/schemas/Parameters/additionalProperties").asBoolean(true)).isFalse();
        for (String method : List.of("get", "head", "post")) {
            List<String> refs = new ArrayList<>();
            for (JsonNode parameter : api.get("paths").get(EXPORT).get(method).get("parameters")) {
                refs.add(parameter.has("$ref")
                        ? parameter.get("$ref").asText().replace("#/components/parameters/", "")
                        : parameter.get("name").asText());
            }
            assertThat(refs).isEqualTo(
                    Stream.of(List.of("dataset", "format"), Parameter.labels(),
                            method.equals("post") ? List.of("X-CSRF-Token") : List.<String>of())
                            .flatMap(List::stream).toList());
        }
        JsonNode path = api.get("paths").get(EXPORT).get("get").get("parameters");
        assertThat(texts(path.get(0).at("/schema/enum"))).isEqualTo(Dataset.labels());
        assertThat(texts(path.get(1).at("/schema/enum"))).isEqualTo(Format.extensions());
    }

    /** Some values only make sense beside others: a currency beside a provider that bills in it, a shard beside rows. */
    @ParameterizedTest
    @EnumSource(Parameter.class)
    void everyExampleOfAParameterIsAccepted(Parameter parameter) {
        String given = "?" + parameter.label() + "="
                + text(api.at("/components/schemas/Parameters/properties/" + parameter.label() + "/examples/0"));
        String providers = "&provider=" + String.join(",", Provider.labels());

        assertThat(Stream.of("", "&rows=1e6", providers, "&rows=1e6" + providers)
                .map(beside -> client.send("HEAD", CSV + given + beside).statusCode())).contains(200);
    }

    @Test
    void everyDefaultThatIsAValueIsAccepted() {
        for (Parameter parameter : Parameter.values()) {
            JsonNode value = api.at("/components/schemas/Parameters/properties/" + parameter.label() + "/default");
            if (!value.isMissingNode()) {
                assertThat(client.send("HEAD", CSV + "?" + parameter.label() + "=" + text(value)).statusCode())
                        .as(parameter.label()).isEqualTo(200);
            }
        }
    }

    /** The page sends what it has filled in: examples and defaults of parameters, and the first example of a body. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/{dataset}.{format}", "/api/v1/preview", "/api/v1/price-list",
            "/api/v1/truth/{sheet}.{format}", "/api/v1/bundle.zip"})
    void whoTriesThePageGetsSomethingSmall(String path) {
        String query = "?";
        for (JsonNode parameter : api.get("paths").get(path).get("get").get("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                query += parameter.get("name").asText() + "=" + text(parameter.get("example")) + "&";
            }
        }
        JsonNode post = api.get("paths").get(path).get("post");

        HttpResponse<String> answer = client.get(path.replace("{dataset}.{format}", "cost-and-usage.csv")
                .replace("{sheet}.{format}", "ownership.csv") + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(query).isEqualTo("?rows=100&");
        assertThat(post.get("parameters")).noneMatch(parameter -> parameter.path("in").asText().equals("query"));
        assertThat(post.at("/requestBody/content/application~1json/examples").elements().next().get("value").toString())
                .isEqualTo("{\"rows\":100}");
    }

    @Test
    void everyExampleOfAGetIsAccepted() {
        String description = api.get("paths").get(EXPORT).get("get").get("description").asText();
        List<String> urls = Pattern.compile("GET (\\S+)").matcher(description).results().map(found -> found.group(1))
                .toList();

        assertThat(urls).hasSizeGreaterThan(3)
                .allSatisfy(url -> assertThat(client.send("HEAD", url).statusCode()).isEqualTo(200));
    }

    @Test
    void everyExampleOfABodyIsAcceptedAndMeansTheSameAsItsGet() throws IOException {
        JsonNode examples = api.get("paths").get(EXPORT).get("post")
                .at("/requestBody/content/application~1json/examples");
        String gets = api.get("paths").get(EXPORT).get("get").get("description").asText();
        List<String> urls = Pattern.compile("GET (\\S+)").matcher(gets).results().map(found -> found.group(1)).toList();

        assertThat(names(examples)).hasSameSizeAs(urls);
        int number = 0;
        for (JsonNode example : examples) {
            String tag = header(client.send("HEAD", urls.get(number++)), "ETag");
            assertThat(headOfPost(example.get("value").toString())).contains("HTTP/1.1 200 ", "ETag: " + tag);
        }
    }

    /** Of every operation, as it stands there; a job that it begins is removed again. */
    @Test
    void everyExampleOfEveryBodyIsAcceptedByItsOperation() throws IOException {
        int examples = 0;
        for (String template : names(api.get("paths"))) {
            String path = template.replace("{dataset}.{format}", "cost-and-usage.csv")
                    .replace("{sheet}.{format}", "coverage.csv");
            for (JsonNode example : api.get("paths").get(template)
                    .at("/post/requestBody/content/application~1json/examples")) {
                String body = example.get("value").toString();
                String head = headOfPost(path, body);
                assertThat(head).as(path + " " + body).containsPattern("^HTTP/1.1 20[02] ");
                Matcher job = Pattern.compile("(?i)\nLocation: (\\S+)").matcher(head);
                if (job.find()) {
                    client.send("DELETE", job.group(1));
                }
                examples++;
            }
        }
        assertThat(examples).isGreaterThan(25);
        assertThat(api.get("paths").get("/api/v1/bundle.zip").at("/post/requestBody/content/application~1json/examples")
                .toString()).contains("\"format\":", "\"layout\":", "\"parts\":");
    }

    private String headOfPost(String body) throws IOException {
        return headOfPost(CSV, body);
    }

    /** Without the rows, of which there may be millions. */
    private String headOfPost(String path, String body) throws IOException {
        try (RawConnection connection = new RawConnection(root)) {
            return connection.send("POST " + path + " HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.length(), body).readHead();
        }
    }

    @Test
    void everyPathOfTheServiceIsDocumentedAndNoOther() throws IOException {
        List<String> documented = names(api.get("paths"));

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Endpoint.values()).map(Endpoint::template).toList());
        assertThat(ResourcePaths.all()).isNotEmpty().isSubsetOf(documented);
        assertThat(routePaths()).isNotEmpty().isSubsetOf(documented);
    }

    /** Of what is routed without a resource; a path ending in a slash or a star stands for what is below it. */
    private List<String> routePaths() {
        return router.getRoutes().stream().map(Route::getPath).filter(path -> path != null && path.length() > 1)
                .map(path -> path.replaceAll("/?\\*?$", "")).filter(path -> !path.equals("/q")).distinct().toList();
    }

    @Test
    void everyOperationCanBeCalled() {
        for (Endpoint endpoint : Endpoint.values()) {
            String path = endpoint.template().replace("{dataset}.{format}", "cost-and-usage.csv?rows=1")
                    .replace("{sheet}.{format}", "coverage.csv").replace("{type}", "overloaded")
                    + (endpoint == Endpoint.EXPORT || !endpoint.ofDataset() ? "" : "?rows=1");
            JsonNode operations = api.get("paths").get(endpoint.template());
            assertThat(names(operations)).containsExactlyInAnyOrderElementsOf(
                    endpoint.methods().stream().map(method -> method.toLowerCase(Locale.ROOT)).toList());
            for (String method : endpoint.methods()) {
                if (endpoint == Endpoint.SESSION && method.equals("POST")) {
                    // Nobody has a key here: SessionResourceTest calls it where some have.
                    continue;
                }
                HttpResponse<String> answer = endpoint == Endpoint.HOME
                        ? client.send(method, path, "Accept", "text/html")
                        : client.send(method, endpoint.ofJobs() ? ofJobs(endpoint, method) : path);
                JsonNode documented = operations.get(method.toLowerCase(Locale.ROOT)).get("responses")
                        .get(Integer.toString(answer.statusCode()));
                assertThat(answer.statusCode()).as(method + " " + path).isLessThan(400);
                assertThat(documented).as(method + " " + path + " " + answer.statusCode()).isNotNull();
                for (String header : names(documented.path("headers"))) {
                    assertThat(header(answer, header)).as(method + " " + path + " " + header).isNotEmpty();
                }
            }
        }
    }

    /** The path of a job that has ended, so that there is something to be had. */
    private String ofJobs(Endpoint endpoint, String method) {
        if (endpoint == Endpoint.JOBS) {
            return "/api/v1/jobs" + (method.equals("POST") ? "?rows=1" : "");
        }
        String job = header(client.send("POST", "/api/v1/jobs?rows=1"), "Location");
        await().until(() -> json(client.get(job)).get("status").asText().equals("completed"));
        return endpoint.template().replace("/api/v1/jobs/{id}", job).replace("{name}", "manifest.json");
    }

    @Test
    void everyHeaderOfADataSetIsDocumentedWithAnExample() {
        HttpResponse<String> answer = client.get(CSV + "?rows=1");
        List<String> documented = new ArrayList<>(
                names(api.get("paths").get(EXPORT).get("get").at("/responses/200/headers")));
        documented.addAll(List.of("Content-Type", "Transfer-Encoding", "X-Content-Type-Options", "X-Frame-Options",
                "Content-Security-Policy", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy",
                "Cross-Origin-Embedder-Policy", "Cross-Origin-Resource-Policy"));

        assertThat(answer.headers().map().keySet()).allSatisfy(
                header -> assertThat(documented).anyMatch(name -> name.equalsIgnoreCase(header)));
        for (JsonNode header : api.at("/components/headers")) {
            assertThat(header.has("example")).isTrue();
        }
    }

    @Test
    void everyTypeOfProblemHasAnExampleOfItsStatus() {
        JsonNode examples = api.at("/components/examples");

        for (ProblemType type : ProblemType.values()) {
            JsonNode example = examples.path(type.label()).path("value");
            assertThat(example.path("type").asText()).isEqualTo(type.path());
            assertThat(example.path("status").asInt()).isEqualTo(type.status());
            assertThat(example.path("detail").asText()).isNotBlank();
            assertThat(names(example)).isSubsetOf(names(api.at("/components/schemas/Problem/properties")));
        }
        assertThat(names(examples)).hasSize(ProblemType.values().length);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(api.findValuesAsText("$ref")).isNotEmpty().allSatisfy(
                ref -> assertThat(api.at(ref.substring(1)).isMissingNode()).as(ref).isFalse());
    }

    /** What a cookie is for is told where it matters, and what it needs beside it. */
    @Test
    void whoComesByCookieLearnsWhatElseIsNeeded() {
        JsonNode cookie = api.at("/components/securitySchemes/session");
        assertThat(cookie.get("in").asText()).isEqualTo("cookie");
        assertThat(cookie.get("description").asText()).contains("POST /api/v1/session", "nobody enters it",
                "X-CSRF-Token");
        for (Endpoint endpoint : Endpoint.values()) {
            for (String method : endpoint.methods()) {
                boolean changes = Set.of("POST", "DELETE").contains(method);
                boolean opensSession = endpoint == Endpoint.SESSION && method.equals("POST");
                JsonNode operation = api.get("paths").get(endpoint.template()).get(method.toLowerCase(Locale.ROOT));
                List<String> headers = new ArrayList<>();
                operation.path("parameters").forEach(parameter -> {
                    if (parameter.path("in").asText().equals("header")) {
                        headers.add(parameter.get("name").asText());
                        assertThat(parameter.path("required").asBoolean()).isFalse();
                    }
                });
                assertThat(headers.contains("X-CSRF-Token")).as(method + " " + endpoint)
                        .isEqualTo(changes && !opensSession);
            }
        }
    }

    @Test
    void operationsHaveNamesOfTheirOwn() {
        Map<String, Long> ids = api.findValuesAsText("operationId").stream()
                .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting()));

        assertThat(ids).isNotEmpty().allSatisfy((id, count) -> assertThat(count).as(id).isOne());
    }
}
