package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.catalog.Provider;
import io.focusgen.estate.Team;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** Teams spend by their weights, in every cloud: their usage is what they can answer for. */
class TeamSpendTest {

    private static final String DOCUMENT = """
            teams:
              - {name: alpha, weight: 50, environments: [prod, dev]}
              - {name: beta, weight: 25, environments: [prod]}
              - {name: gamma, weight: 15, environments: [prod, staging, dev]}
              - {name: delta, weight: 10}
            """;

    static Stream<Request> requests() {
        List<Request> requests = new ArrayList<>();
        for (Provider provider : Provider.all()) {
            for (long seed = 61; seed < 66; seed++) {
                Request request = Request.rows(10_000).daily().providers(provider.label()).seed(seed)
                        .distribution(Distribution.BALANCED);
                requests.add(request.organisation(DOCUMENT));
                requests.add(request.withRows(100_000).profile(Profile.ENTERPRISE));
            }
        }
        return requests.stream();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyTeamSpendsByItsWeight(Request request) {
        Bill bill = Bill.of(request);
        assertSpendByWeight(request, bill, shares(bill));
    }

    @Test
    void theScenarioHasAllItsTeamsInEveryCloud() throws IOException {
        for (Provider provider : Provider.all()) {
            Request request = Request.rows(10_000).daily().providers(provider.label()).seed(2026)
                    .distribution(Distribution.BALANCED).organisation(sampleco());
            Bill bill = Bill.of(request);
            SortedMap<String, Double> shares = shares(bill);
            assertThat(shares).hasSize(8).containsKeys("storefront", "back-office");
            assertSpendByWeight(request, bill, shares);
        }
    }

    private static String sampleco() throws IOException {
        try (InputStream document = DatasetSpec.class.getResourceAsStream("organisation/sampleco.yaml")) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertSpendByWeight(Request request, Bill bill, SortedMap<String, Double> shares) {
        List<Team> teams = bill.plan().company().organisation().teams();
        double all = teams.stream().filter(team -> shares.containsKey(team.name())).mapToInt(Team::weight).sum();
        for (Team team : teams) {
            if (shares.containsKey(team.name())) {
                double wanted = team.weight() / all;
                // Machines come whole, and the smallest resources of a team cost what they cost.
                assertThat(shares.get(team.name())).as(team.name() + " in " + request).isCloseTo(wanted,
                        Offset.offset(0.02 + 0.45 * wanted));
            }
        }
    }

    /** The parts of usage that teams have. */
    private static SortedMap<String, Double> shares(Bill bill) {
        SortedMap<String, Double> spent = new TreeMap<>();
        for (Bill.Line line : bill.lines()) {
            if (line.charge().category() == ChargeCategory.USAGE) {
                spent.merge(line.charge().account().team().name(), line.effective().doubleValue(), Double::sum);
            }
        }
        double all = spent.values().stream().mapToDouble(Double::doubleValue).sum();
        for (Map.Entry<String, Double> entry : spent.entrySet()) {
            entry.setValue(entry.getValue() / all);
        }
        return spent;
    }
}
