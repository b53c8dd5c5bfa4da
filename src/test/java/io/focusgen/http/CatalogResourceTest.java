package io.focusgen.http;

import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.Provider;
import io.focusgen.catalog.Region;
import io.focusgen.cli.CommandLineInterface;
import io.focusgen.cli.Console;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.job.JobReader;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Scenario;
import io.focusgen.spec.SpecReader;
import io.focusgen.stream.Exports;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CatalogResourceTest {

    private static final String PATH = "/api/v1/catalog";
    private static final Defaults DEFAULTS = new Defaults(YearMonth.of(2026, 3), () -> 7);

    @Test
    void theCommandLineWritesTheSameDocument() {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        Console console = new Console(Channels.newChannel(data), System.err, System.err, false);

        assertThat(new CommandLineInterface(Exports.opener(), DEFAULTS, console).run("catalog")).isZero();

        assertThat(data.toString(StandardCharsets.UTF_8)).isEqualTo(client.get(PATH).body());
    }

    @TestHTTPResource
    URL service;

    private Client client;
    private JsonNode catalog;

    @BeforeEach
    void setUp() {
        client = new Client(service);
        catalog = json(client.get(PATH));
    }

    private static void accepted(Object... namesAndValues) {
        Map<String, List<String>> raw = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            raw.put(namesAndValues[i].toString(), List.of(namesAndValues[i + 1].toString()));
        }
        assertThatCode(() -> SpecReader.read(raw, DEFAULTS)).as(raw.toString()).doesNotThrowAnyException();
    }

    private static List<String> texts(JsonNode array, String... field) {
        List<String> texts = new ArrayList<>();
        array.forEach(entry -> texts.add((field.length == 0 ? entry : entry.get(field[0])).asText()));
        return texts;
    }

    @Test
    void itIsThatOfThisVersion() {
        assertThat(catalog.get("generator").asText()).isEqualTo(GeneratorVersion.CURRENT);
        assertThat(catalog.toString()).doesNotContain(":null", "[null");
    }

    @Test
    void everyDataSetIsThereInEveryFormat() {
        for (JsonNode dataset : catalog.get("datasets")) {
            assertThat(dataset.get("formats")).isNotEmpty();
            for (JsonNode format : dataset.get("formats")) {
                HttpResponse<String> answer = client.send("HEAD", format.get("path").asText() + "?rows=1");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(header(answer, "Content-Type")).startsWith(format.get("mediaType").asText());
                assertThat(format.get("path").asText())
                        .endsWith("/" + dataset.get("name").asText() + "." + format.get("name").asText());
            }
        }
    }

    @Test
    void theParametersAreThoseOfTheTable() {
        assertThat(texts(catalog.get("parameters"), "name")).isEqualTo(Parameter.labels());
        for (JsonNode entry : catalog.get("parameters")) {
            Parameter parameter = Parameter.byName(entry.get("name").asText()).orElseThrow();
            assertThat(entry.get("type").asText()).isEqualTo(parameter.type().word());
            assertThat(entry.get("default").asText()).isEqualTo(parameter.defaultValue());
            assertThat(entry.get("allowed").asText()).isEqualTo(parameter.type().allowed());
            assertThat(texts(entry.get("choices"))).isEqualTo(parameter.type().choices());
            assertThat(entry.get("repeatable").asBoolean()).isEqualTo(parameter.repeatable());
            assertThat(entry.get("help").asText()).isEqualTo(parameter.help());
        }
    }

    /** Beside a provider that takes it: not all bill in every currency or by the hour. */
    @Test
    void everyChoiceAndExampleIsAccepted() {
        for (JsonNode entry : catalog.get("parameters")) {
            List<String> values = new ArrayList<>(texts(entry.get("choices")));
            values.add(entry.get("example").asText());
            for (String value : values) {
                assertThat(Provider.labels()).as(entry.get("name").asText() + "=" + value)
                        .anyMatch(provider -> readable(provider, entry.get("name").asText(), value));
            }
            texts(entry.get("otherNames")).forEach(name -> accepted(name, entry.get("example").asText()));
        }
    }

    private static boolean readable(String provider, String name, String value) {
        Map<String, List<String>> raw = new LinkedHashMap<>(Map.of("provider", List.of(provider)));
        raw.put(name, List.of(value));
        if (value.equals("custom")) {
            raw.put(Parameter.TREND_MULTIPLIERS.label(), List.of(Parameter.TREND_MULTIPLIERS.example()));
        }
        try {
            SpecReader.read(raw, DEFAULTS);
            return true;
        } catch (RefusedException refused) {
            return false;
        }
    }

    @Test
    void everyProviderSellsWhatItsTablesSay() {
        assertThat(texts(catalog.get("providers"), "label")).isEqualTo(Provider.labels());
        for (JsonNode entry : catalog.get("providers")) {
            Provider provider = Provider.of(entry.get("label").asText());
            Catalog tables = Catalog.of(provider);
            assertThat(entry.get("name").asText()).isEqualTo(provider.focusName());
            assertThat(entry.get("skus").asInt()).isEqualTo(tables.skus().size());
            assertThat(texts(entry.get("regions"), "id")).isEqualTo(tables.regions().stream().map(Region::id).toList());
            assertThat(texts(entry.get("services"), "name"))
                    .isEqualTo(tables.services().stream().map(Object::toString).toList());
            int skus = 0;
            for (JsonNode service : entry.get("services")) {
                skus += service.get("skus").asInt();
                assertThat(service.get("category").asText()).isNotBlank();
                assertThat(service.get("subcategory").asText()).isNotBlank();
            }
            assertThat(skus).isEqualTo(tables.skus().size());
        }
    }

    @Test
    void everyGranularityAndCurrencyOfAProviderIsAccepted() {
        for (JsonNode entry : catalog.get("providers")) {
            String provider = entry.get("label").asText();
            texts(entry.get("granularities")).forEach(grain -> accepted("provider", provider, "granularity", grain));
            texts(entry.get("currencies")).forEach(currency -> accepted("provider", provider, "currency", currency));
            assertThat(entry.get("currencies")).isNotEmpty();
        }
    }

    @Test
    void everyVersionAndEveryColumnOfItIsAccepted() {
        assertThat(texts(catalog.get("versions"), "name")).isEqualTo(Parameter.VERSION.type().choices());
        for (JsonNode version : catalog.get("versions")) {
            texts(version.get("columns")).forEach(
                    column -> accepted("version", version.get("name").asText(), "columns", column));
            accepted("version", version.get("name").asText(), "columns",
                    String.join(",", texts(version.get("columns"))));
        }
    }

    @Test
    void everyScenarioIsAcceptedAsItsNameAndAsItsParameters() {
        assertThat(texts(catalog.get("scenarios"), "name")).isEqualTo(Scenario.labels());
        for (JsonNode scenario : catalog.get("scenarios")) {
            accepted("scenario", scenario.get("name").asText());
            List<Object> parameters = new ArrayList<>();
            scenario.get("parameters").properties().forEach(entry -> {
                parameters.add(entry.getKey());
                parameters.add(entry.getValue().asText());
            });
            accepted(parameters.toArray());
        }
    }

    @Test
    void whereJobsAreAndWhatTheyTakeBesidesIsThere() {
        JsonNode jobs = catalog.get("jobs");

        assertThat(jobs.get("path").asText()).isEqualTo("/api/v1/jobs");
        assertThat(texts(jobs.get("parameters"), "name")).isEqualTo(JobReader.labels())
                .containsExactly("dataset", "target", "webhook", "format", "layout", "parts");
        for (JsonNode entry : jobs.get("parameters")) {
            assertThat(entry.get("help").asText()).isNotBlank();
            assertThat(entry.get("allowed").asText()).isNotBlank();
        }
    }

    @Test
    void everyProblemHasItsPage() {
        assertThat(catalog.get("problems")).hasSize(ProblemType.values().length);
        for (JsonNode problem : catalog.get("problems")) {
            assertThat(client.get(problem.get("type").asText()).body()).contains(problem.get("title").asText());
        }
    }

    @Test
    void itCanBeKept() {
        HttpResponse<String> answer = client.get(PATH);
        String tag = header(answer, "ETag");

        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=3600");
        assertThat(tag).matches("\"[0-9a-f]{64}\"");
        for (String held : List.of(tag, "W/" + tag, "*")) {
            HttpResponse<String> known = client.get(PATH, "If-None-Match", held);
            assertThat(known.statusCode()).as(held).isEqualTo(304);
            assertThat(known.body()).isEmpty();
            assertThat(header(known, "ETag")).isEqualTo(tag);
        }
        assertThat(client.get(PATH, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(header(client.send("HEAD", PATH), "ETag")).isEqualTo(tag);
    }

    @Test
    void itTakesNoParameters() {
        HttpResponse<String> answer = client.get(PATH + "?provider=aws&x");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).findValuesAsText("field")).containsExactly("provider", "x");
    }

    @Test
    void aMistypedPathLeadsHere() {
        assertThat(json(client.get("/api/v1/catalogue")).get("nearest").asText()).isEqualTo("catalog");
        assertThat(json(client.get("/api/v2/catalog")).get("nearest").asText()).isEqualTo(PATH);
    }
}
