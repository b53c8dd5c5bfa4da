package io.focusgen.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.focusgen.catalog.Provider;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.Ids;
import io.focusgen.spec.Profile;
import io.focusgen.spec.organisation.Environment;
import io.focusgen.testing.Request;

class OrganisationTest {

    private static final String DOCUMENT = """
            company: Acme Retail
            units: [Sales, Data]
            teams:
              - {name: Check Out, unit: Sales, weight: 10, applications: [Web Shop, cart], environments: [prod, dev]}
              - {name: lake, costCentre: L-1, owner: Lake Crew}
              - {name: search, environments: [sandbox]}
            tags: {style: pascal, keys: [team, costCentre], coverage: {prod: 1}, dirty: 0}
            accounts:
              - {team: lake, name: The Lake, ids: {aws: "012345678901", gcp: the-lake}}
              - {team: lake}
              - {team: lake}
            """;

    private static Organisation of(Request request) {
        return Company.of(request.bill()).organisation();
    }

    private static Stream<Organisation> companies(Profile profile) {
        return IntStream.range(0, 20).mapToObj(seed -> of(Request.rows(1_000).profile(profile).seed(seed)));
    }

    /** Everything but ids. */
    private static List<Object> parts(Organisation organisation) {
        return List.of(organisation.name(), organisation.company(), organisation.teams(), organisation.leavers(),
                organisation.tagging(), organisation.accounts().stream()
                        .map(account -> List.of(account.index(), account.name(), account.team(), account.environment()))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aCompanyIsTheSameInEveryCloudAndWhateverItSpendsOn(Profile profile) {
        Request request = Request.rows(1_000).profile(profile).seed(5);
        List<Object> parts = parts(of(request));
        for (Provider provider : Provider.all()) {
            for (Distribution distribution : Distribution.values()) {
                Request other = request.providers(provider.label()).distribution(distribution).month("2031-02");
                assertThat(parts(of(other))).as(other.toString()).isEqualTo(parts);
            }
        }
    }

    @Test
    void aDescribedCompanyIsTheSameInEveryCloud() {
        Request request = Request.rows(1_000).organisation(DOCUMENT);
        for (Provider provider : Provider.all()) {
            assertThat(parts(of(request.providers(provider.label())))).as(provider.label())
                    .isEqualTo(parts(of(request)));
        }
    }

    @Test
    void idsAreTheProvidersOwnAndUnlikeThoseOfAnother() {
        for (Ids ids : Ids.values()) {
            List<String> all = Provider.all().stream()
                    .flatMap(provider -> of(Request.rows(1_000).profile(Profile.ENTERPRISE).ids(ids)
                            .providers(provider.label())).accounts().stream())
                    .flatMap(account -> Stream.of(account.id(), account.number())).toList();

            assertThat(all).hasSize(2 * 96 * Provider.all().size()).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void nothingInACompanyHasTheNameOfSomethingElse(Profile profile) {
        companies(profile).forEach(organisation -> {
            List<Team> teams = organisation.teams();
            assertThat(teams).extracting(Team::name).doesNotHaveDuplicates();
            assertThat(teams).extracting(Team::costCentre).doesNotHaveDuplicates();
            assertThat(teams).flatExtracting(Team::applications).doesNotHaveDuplicates();
            assertThat(teams).flatExtracting(Team::applicationWords).doesNotHaveDuplicates();
            assertThat(teams).extracting(Team::owner).doesNotHaveDuplicates()
                    .doesNotContainAnyElementsOf(organisation.leavers());
            assertThat(organisation.leavers()).hasSize(6).doesNotHaveDuplicates();
            assertThat(organisation.accounts()).extracting(SubAccount::name).doesNotHaveDuplicates();
        });
    }

    @Test
    void companiesAreAsLargeAsTheirProfiles() {
        assertThat(Stream.of(Profile.values()).map(profile -> of(Request.rows(1).profile(profile)))
                .map(organisation -> organisation.teams().size() + "/" + organisation.accounts().size()))
                .containsExactly("2/4", "4/8", "12/30", "36/96", "10/24", "8/20");
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void theLargestAccountsAreInProductionAndTeamsDiffer(Profile profile) {
        companies(profile).forEach(organisation -> {
            List<SubAccount> accounts = organisation.accounts();
            assertThat(accounts.get(0).environment()).isEqualTo(Environment.PRODUCTION);
            Set<Team> seen = new HashSet<>();
            List<SubAccount> others = accounts.stream().filter(account -> !seen.add(account.team())).toList();
            List<SubAccount> leaders = accounts.stream().filter(account -> !others.contains(account)).toList();
            assertThat(leaders).extracting(SubAccount::team).containsExactlyInAnyOrderElementsOf(organisation.teams());
            for (List<SubAccount> part : List.of(leaders, others)) {
                assertThat(part).extracting(SubAccount::weight).isSortedAccordingTo((a, b) -> Double.compare(b, a));
            }
            assertThat(accounts.indexOf(others.get(0))).isLessThanOrEqualTo(2);
            assertThat(accounts).extracting(SubAccount::environment).contains(Environment.STAGING,
                    Environment.DEVELOPMENT);
            assertThat(accounts.stream().filter(account -> account.environment() == Environment.PRODUCTION)
                    .map(SubAccount::team)).containsExactlyInAnyOrderElementsOf(organisation.teams());
            assertThat(accounts.get(0).weight()).isGreaterThan(3 * accounts.get(accounts.size() - 1).weight());
        });
    }

    @Test
    void whatAllTeamsShareIsWithThoseWhoRunPlatforms() {
        assertThat(of(Request.rows(1_000).organisation("""
                teams: [{name: web, weight: 9}, {name: ops, weight: 3, unit: Cloud Platform}, {name: core-infra}]
                """)).shared().team().name()).isEqualTo("ops");
        assertThat(of(Request.rows(1_000).organisation("teams: [{name: b, weight: 2}, {name: a}]")).shared().team()
                .name()).isEqualTo("b");
        companies(Profile.ENTERPRISE).forEach(organisation -> assertThat(organisation.shared().environment())
                .isEqualTo(Environment.PRODUCTION));
    }

    @Test
    void companiesOfDifferentSeedsDiffer() {
        assertThat(companies(Profile.LARGE_BUSINESS).map(OrganisationTest::parts).distinct()).hasSize(20);
        assertThat(companies(Profile.LARGE_BUSINESS).map(Organisation::tagging).distinct()).hasSize(3);
    }

    @Test
    void unitsHaveTeamsAndApplicationsThatFitThem() {
        companies(Profile.ENTERPRISE).flatMap(organisation -> organisation.teams().stream()).forEach(team -> {
            Vocabulary.Field field = Vocabulary.FIELDS.stream()
                    .filter(candidate -> candidate.unit().equals(team.businessUnit())).findFirst().orElseThrow();
            assertThat(field.teams()).contains(team.name());
            assertThat(field.applications()).containsAll(team.applications());
        });
        assertThat(Vocabulary.FIELDS).flatExtracting(Vocabulary.Field::teams).doesNotHaveDuplicates();
        assertThat(Vocabulary.FIELDS).flatExtracting(Vocabulary.Field::applications).doesNotHaveDuplicates()
                .allMatch(name -> name.length() <= 20);
    }

    @Test
    void aDocumentDecidesAndTheSeedFillsIn() {
        Organisation organisation = of(Request.rows(1_000).organisation(DOCUMENT));

        assertThat(organisation.name()).isEqualTo("Acme Retail");
        assertThat(organisation.company()).isEqualTo("acme-retail");
        assertThat(organisation.accounts()).extracting(SubAccount::name).containsExactly("check-out-prod",
                "The Lake", "check-out-dev", "search-sandbox", "lake-prod", "lake-prod-2");
        assertThat(organisation.accounts().get(1).id()).isEqualTo("012345678901");
        assertThat(organisation.accounts()).extracting(SubAccount::id).doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9]{12}"));
        assertThat(organisation.accounts()).extracting(SubAccount::number).doesNotHaveDuplicates();
        Team checkout = organisation.teams().get(0);
        assertThat(checkout.name()).isEqualTo("Check Out");
        assertThat(checkout.applications()).containsExactly("Web Shop", "cart");
        assertThat(checkout.applicationWords()).containsExactly("web-shop", "cart");
        assertThat(checkout.costCentre()).matches("CC-[0-9]{4}");
        assertThat(checkout.owner()).endsWith("@acme-retail.example");
        Team lake = organisation.teams().get(1);
        assertThat(lake.owner()).isEqualTo("Lake Crew");
        assertThat(lake.costCentre()).isEqualTo("L-1");
        assertThat(lake.businessUnit()).isIn("Sales", "Data");
        assertThat(lake.applications()).hasSizeBetween(3, 6);
        assertThat(organisation.tagging().keys().values()).containsExactly("CostCenter", "Team");
        assertThat(organisation.tagging().coverage()).containsEntry(Environment.PRODUCTION, 1000)
                .containsEntry(Environment.SANDBOX, Environment.SANDBOX.tagged());
    }

    @Test
    void anotherTeamChangesNothingOfTheOthers() {
        Organisation few = of(Request.rows(1_000).organisation("teams: [{name: a}, {name: z}]"));
        Organisation many = of(
                Request.rows(1_000).organisation("teams: [{name: a}, {name: m, weight: 50}, {name: z}]"));

        assertThat(many.teams()).extracting(Team::owner).containsAll(few.teams().stream().map(Team::owner).toList());
        assertThat(many.accounts()).extracting(SubAccount::id)
                .containsAll(few.accounts().stream().map(SubAccount::id).toList());
    }

    @Test
    void theLargestDocumentIsACompany() {
        StringBuilder document = new StringBuilder("teams: [");
        for (int i = 0; i < 200; i++) {
            document.append(i == 0 ? "" : ",").append("{name: team of many people number ").append(i).append('}');
        }
        Organisation organisation = of(Request.rows(1_000).organisation(document.append(']').toString()));

        assertThat(organisation.accounts()).hasSize(600);
        assertThat(organisation.accounts()).extracting(SubAccount::id).doesNotHaveDuplicates();
        assertThat(organisation.teams()).flatExtracting(Team::applications).doesNotHaveDuplicates()
                .hasSizeGreaterThan(600);
    }
}
