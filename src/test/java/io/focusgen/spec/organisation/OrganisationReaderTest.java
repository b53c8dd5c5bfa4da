package io.focusgen.spec.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrganisationReaderTest {

    private static final String YAML = """
            company: Acme Retail
            units: [Sales, Data]
            teams:
              - name: checkout
                unit: Sales
                costCentre: CC-4102
                owner: grace@acme.example
                weight: 10
                applications: [orders, cart]
                environments: [dev, prod]
              - name: lake
            tags:
              style: Kebab
              keys: [team, owner]
              coverage: {prod: 0.90, dev: 0}
              dirty: 0.050
            accounts:
              - team: lake
                environment: production
                name: lake-live
                ids: {aws: 012345678901}
            """;

    private static final String JSON = """
            {
            \t"sub-accounts":\t[{"ids": {"AWS": "012345678901"}, "name": "lake-live", "team": "lake"}],
            \t"tags": {"dirty": 0.05, "coverage": {"development": 0.000, "production": 0.9},
            \t\t"keys": ["owner", "team"], "style": "kebab"},
            \t"teams": [
            \t\t{"name": "lake", "weight": 1, "environments": ["dev", "staging", "prod"]},
            \t\t{"apps": ["cart", "orders"], "name": "checkout", "cost_center": "CC-4102", "Owner": "grace@acme.example",
            \t\t\t"weight": "10", "business-unit": "Sales", "envs": ["prod", "dev"]}
            \t],
            \t"business units": ["Data", "Sales"], "organization": "Acme\\u0020Retail"
            }
            """;

    static OrganisationSpec read(String text) {
        OrganisationReader.Reading reading = OrganisationReader.read(text);
        assertThat(reading.faults()).as(text).isEmpty();
        return Objects.requireNonNull(reading.organisation());
    }

    @Test
    void aDocumentSaysWhatTheCompanyLooksLike() {
        SortedMap<String, String> ids = new TreeMap<>(Map.of("aws", "012345678901"));

        assertThat(read(YAML)).isEqualTo(new OrganisationSpec("Acme Retail", List.of("Data", "Sales"),
                List.of(new TeamSpec("checkout", "Sales", "CC-4102", "grace@acme.example", 10,
                        List.of("cart", "orders"), List.of(Environment.PRODUCTION, Environment.DEVELOPMENT)),
                        new TeamSpec("lake", null, null, null, 1, List.of(), Environment.USUAL)),
                new TagSpec(KeyStyle.KEBAB, Map.of(TagKey.OWNER, TagSpec.STYLED, TagKey.TEAM, TagSpec.STYLED),
                        Map.of(Environment.PRODUCTION, 900, Environment.DEVELOPMENT, 0), 50),
                List.of(new AccountSpec("lake-live", "lake", Environment.PRODUCTION, ids))));
    }

    @Test
    void equalDocumentsInAnyOrderAndSpellingHaveOneCanonicalForm() {
        assertThat(read(JSON)).isEqualTo(read(YAML));
        assertThat(read(JSON).canonical()).isEqualTo("{\"company\":\"Acme Retail\",\"units\":[\"Data\",\"Sales\"],"
                + "\"teams\":[{\"name\":\"checkout\",\"unit\":\"Sales\",\"costCentre\":\"CC-4102\","
                + "\"owner\":\"grace@acme.example\",\"weight\":10,\"applications\":[\"cart\",\"orders\"],"
                + "\"environments\":[\"prod\",\"dev\"]},{\"name\":\"lake\"}],"
                + "\"tags\":{\"style\":\"kebab\",\"keys\":[\"owner\",\"team\"],\"coverage\":{\"prod\":0.9,\"dev\":0},"
                + "\"dirty\":0.05},\"accounts\":[{\"name\":\"lake-live\",\"team\":\"lake\",\"environment\":\"prod\","
                + "\"ids\":{\"aws\":\"012345678901\"}}]}");
    }

    @Test
    void theCanonicalFormReadAgainGivesAnEqualOrganisation() {
        for (String text : List.of(YAML, JSON, "teams: [{name: a}]",
                "{teams: [{name: 1}], tags: {coverage: {sandbox: 1}}}",
                "{teams: [{name: a}], tags: {keys: {owner: Who, environment: stage}}, accounts: [{team: a}, {team: a}]}",
                "{teams: [{name: true, unit: 1.0, environments: [shared]}], tags: {dirty: 1}}")) {
            OrganisationSpec organisation = read(text);

            assertThat(read(organisation.canonical())).as(text).isEqualTo(organisation);
        }
    }

    @Test
    void whatADocumentDoesNotSayStandsNowhere() {
        assertThat(read("teams: [{name: a}]").canonical()).isEqualTo("{\"teams\":[{\"name\":\"a\"}]}");
    }

    static Stream<BadDocument> badDocuments() {
        return BadDocument.all();
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void whatIsWrongIsSaidWithItsPlace(BadDocument bad) {
        OrganisationReader.Reading reading = OrganisationReader.read(bad.text());

        assertThat(reading.organisation()).isNull();
        assertThat(reading.faults()).hasSameSizeAs(bad.faults());
        for (int i = 0; i < bad.faults().size(); i++) {
            Fault fault = reading.faults().get(i);
            String[] expected = bad.faults().get(i).replace('$', ' ').split(" ?-> ");
            String value = fault.value();
            String given = value == null ? "" : value.isEmpty() ? " ''" : " " + value;
            assertThat(fault.line() + ":" + fault.column() + given).isEqualTo(expected[0]);
            assertThat(fault.message()).startsWith(expected[1]).endsWith(".");
        }
    }

    @Test
    void thereAreMoreThanSixtyBadDocuments() {
        assertThat(BadDocument.all().count()).isGreaterThan(60);
    }

    @Test
    void everyBoundIsThatOfTheDocumentation() {
        assertThat(faults("teams: [{name: a}]" + " ".repeat(64 * 1024 - 18))).isEmpty();
        assertThat(faults("teams: [{name: a}]" + " ".repeat(64 * 1024 - 17)))
                .containsExactly("1:1 The document has more than 64 KiB.");
        assertThat(faults("teams: [" + names("{name: t%}", 200) + "]")).isEmpty();
        assertThat(faults("teams: [" + names("{name: t%}", 201) + "]")).hasSize(1).first().asString()
                .contains("at most 200 teams");
        assertThat(faults("teams: [{name: a, applications: [" + names("a%", 50) + "]}]")).isEmpty();
        assertThat(faults("teams: [{name: a, applications: [" + names("a%", 51) + "]}]")).hasSize(1).first().asString()
                .contains("at most 50 applications");
        assertThat(faults("{teams: [{name: a}], accounts: [" + names("{team: a, name: n%}", 1_000) + "]}")).isEmpty();
        assertThat(faults("{teams: [{name: a}], accounts: [" + names("{team: a, name: n%}", 1_001) + "]}")).hasSize(1)
                .first().asString().contains("at most 1000 accounts");
        assertThat(faults("{teams: [{name: a}], units: [" + names("u%", 51) + "]}")).hasSize(1)
                .first().asString().contains("at most 50 units");
        assertThat(faults("teams: [" + names("x%", 3_400) + ", {" + names("b%: 1", 3_400) + "}]")).hasSize(1)
                .first().asString().contains("at most 10000 names and values");
    }

    /** Nobody reads more. */
    @Test
    void aHundredFaultsAreNamed() {
        assertThat(faults("teams: [" + names("{nam: t%}", 200) + "]")).hasSize(100);
    }

    static Stream<String> bombs() {
        int size = 64 * 1024;
        return Stream
                .of("[", "{", "{a: ", "- ", "? ", "a: ", "a: b\n", "&a ", "*a ", "!a ", "%YAML 1.2\n", "---\n", "#\n",
                        "\"a\" ", "a: &a [*a]\n", "'' ", "\n", ":", ",", "[,", "\"\\u0041", "| \n", "> a\n\n", "\t",
                        "-\n",
                        "teams: [{name: a}]\n", "\u20ac")
                .flatMap(part -> Stream.of(part, "teams: [" + part, "{\"teams\": \"" + part)
                        .map(start -> start + part.repeat((size - start.length() * 3) / part.getBytes(
                                java.nio.charset.StandardCharsets.UTF_8).length)));
    }

    /** Of this thread's time, and the best of some attempts, because other processes share the machine. */
    @Test
    void noDocumentTakesLong() {
        for (String bomb : bombs().toList()) {
            long best = Long.MAX_VALUE;
            for (int i = 0; i < 5 && best > 200_000_000; i++) {
                long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                OrganisationReader.Reading reading = OrganisationReader.read(bomb);
                best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
                assertThat(reading.faults()).as(bomb.substring(0, 20)).isNotEmpty().hasSizeLessThanOrEqualTo(100);
            }
            assertThat(best).as("nanoseconds for %s", bomb.substring(0, 20)).isLessThan(200_000_000);
        }
    }

    private static List<String> faults(String text) {
        return OrganisationReader.read(text).faults().stream()
                .map(fault -> fault.line() + ":" + fault.column() + " " + fault.message()).toList();
    }

    private static String names(String pattern, int count) {
        return IntStream.range(0, count).mapToObj(i -> pattern.replace("%", "-" + i)).collect(Collectors.joining(","));
    }
}
