package io.focusgen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import io.focusgen.spec.organisation.OrganisationSpec;
import io.focusgen.spec.organisation.TeamSpec;

class OrganisationParameterTest {

    private static final Defaults DEFAULTS = new Defaults(YearMonth.of(2026, 3), () -> 77);

    private static DatasetSpec read(String organisation) {
        return SpecReader.read(Map.of("organisation", List.of(organisation)), DEFAULTS);
    }

    private static List<Violation> violations(String organisation) {
        return catchThrowableOfType(RefusedException.class, () -> read(organisation)).violations();
    }

    private static String query(DatasetSpec spec) {
        return CanonicalRequest.of(spec).query();
    }

    @Test
    void aDocumentThatIsAskedForIsInTheCanonicalRequest() {
        DatasetSpec spec = read("""
                teams:
                  - {name: search, weight: 3}
                  - name: checkout
                """);

        assertThat(BadRequests.raw(query(spec))).containsEntry("organisation",
                List.of("{\"teams\":[{\"name\":\"checkout\"},{\"name\":\"search\",\"weight\":3}]}"));
        assertThat(SpecReader.read(BadRequests.raw(query(spec)), DEFAULTS)).isEqualTo(spec);
        assertThat(query(
                read("{\"teams\": [{\"Name\": \"checkout\", \"weight\": 1}, {\"weight\": 3, \"name\": \"search\"}]}")))
                .isEqualTo(query(spec));
        assertThat(query(read("{teams: [{name: search, weight: 4}, {name: checkout}]}"))).isNotEqualTo(query(spec));
    }

    @Test
    void withoutAnOrganisationTheRequestNamesNone() {
        DatasetSpec spec = SpecReader.read(Map.of("seed", List.of("5")), DEFAULTS);

        assertThat(spec.organisation()).isNull();
        assertThat(query(spec)).doesNotContain("organisation");
    }

    @Test
    void aBuiltInOrganisationIsNamedHoweverItIsAskedFor() {
        DatasetSpec spec = read("SampleCo");
        OrganisationSpec sampleco = Objects.requireNonNull(spec.organisation());

        assertThat(query(spec)).contains("&organisation=sampleco&");
        assertThat(query(read(sampleco.canonical()))).isEqualTo(query(spec));
        assertThat(SpecReader.read(BadRequests.raw(query(spec)), DEFAULTS)).isEqualTo(spec);
    }

    @Test
    void samplecoIsACompanyForASlide() {
        OrganisationSpec sampleco = Objects.requireNonNull(read("sampleco").organisation());

        assertThat(sampleco.company()).isEqualTo("Sampleco");
        assertThat(sampleco.units()).containsExactly("Commerce", "Data", "Operations", "Platform");
        assertThat(sampleco.teams()).hasSize(8)
                .allMatch(team -> team.unit() != null && team.costCentre() != null && team.owner() != null);
        assertThat(sampleco.teams()).flatExtracting(TeamSpec::applications).hasSizeBetween(18, 22);
        assertThat(Scenario.SAMPLECO.parameters(YearMonth.of(2026, 1))).containsEntry("organisation",
                List.of("sampleco"));
    }

    @Test
    void everythingWrongIsSaidAtOnceWithTheRest() {
        List<Violation> violations = catchThrowableOfType(RefusedException.class,
                () -> SpecReader.read(Map.of("organisation", List.of("teams:\n  - {nam: a, weight: 0}"), "rows",
                        List.of("0")), DEFAULTS))
                .violations();

        assertThat(violations).extracting(Violation::field).containsExactlyInAnyOrder("rows", "organisation",
                "organisation", "organisation");
        assertThat(violations).contains(
                new Violation("organisation", "nam",
                        "In line 2, column 6: A team has no such member; there are name, unit, "
                                + "costCentre, owner, weight, applications, environments.",
                        "name"),
                new Violation("organisation", "0",
                        "In line 2, column 22: A weight must be a whole number from 1 to 1000.", null));
    }

    @Test
    void theNearestNameOfTheSameDocumentIsSuggested() {
        assertThat(violations("{teams: [{name: checkout}], accounts: [{team: chekout}]}")).singleElement()
                .extracting(Violation::nearest).isEqualTo("checkout");
    }

    @Test
    void aWordIsTheNameOfAnOrganisation() {
        assertThat(violations("samplco")).containsExactly(new Violation("organisation", "samplco",
                "Must be " + Parameter.ORGANISATION.type().allowed() + ".", "sampleco"));
        assertThat(violations("acme")).singleElement().extracting(Violation::nearest).isNull();
        assertThat(violations(" ")).singleElement().extracting(Violation::message)
                .isEqualTo("Must be " + Parameter.ORGANISATION.type().allowed() + ".");
    }

    @Test
    void oneOrganisationIsEnough() {
        assertThat(catchThrowableOfType(RefusedException.class, () -> SpecReader.read(
                Map.of("organisation", List.of("sampleco", "sampleco")), DEFAULTS)).violations()).singleElement()
                .extracting(Violation::message).isEqualTo("Must be given once.");
    }
}
