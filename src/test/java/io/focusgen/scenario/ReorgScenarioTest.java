package io.focusgen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.focus.FocusColumn;
import io.focusgen.testing.Bill;

/** The promise of the scenario reorg. */
class ReorgScenarioTest {

    private static final Scenes REORG = Scenes.of("reorg");
    private static final Scenes SAMPLECO = Scenes.of("sampleco");

    @ParameterizedTest
    @ValueSource(strings = {"aws", "azure", "gcp"})
    void onlyTheTagsOfTheThirdMonthAreOthers(String provider) {
        for (int month = 0; month < 3; month++) {
            Bill bill = REORG.bill(provider, month);
            Bill without = SAMPLECO.bill(provider, month);

            assertThat(costs(bill)).isEqualTo(costs(without));
            assertThat(tags(bill).equals(tags(without))).as("month %s", month).isEqualTo(month < 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "azure", "gcp"})
    void costByTeamTagStopsAndGoesOnUnderAnotherKey(String provider) {
        assertThat(spent(REORG.bill(provider, 1), "team")).isPositive();
        assertThat(spent(REORG.bill(provider, 1), "squad")).isLessThan(
                spent(REORG.bill(provider, 1), "team").multiply(new BigDecimal("0.02")));
        assertThat(spent(REORG.bill(provider, 2), "squad")).isGreaterThan(
                spent(REORG.bill(provider, 1), "team").multiply(new BigDecimal("0.7")));
    }

    private static SortedMap<String, BigDecimal> costs(Bill bill) {
        SortedMap<String, BigDecimal> costs = new TreeMap<>();
        for (Bill.Line line : bill.lines()) {
            costs.merge(line.get(FocusColumn.SUB_ACCOUNT_ID) + " " + line.get(FocusColumn.SERVICE_NAME) + " "
                    + line.get(FocusColumn.RESOURCE_ID), line.billed(), BigDecimal::add);
        }
        return costs;
    }

    private static List<String> tags(Bill bill) {
        return bill.lines().stream().map(line -> String.valueOf(line.get(FocusColumn.TAGS))).toList();
    }

    private static BigDecimal spent(Bill bill, String key) {
        return bill.lines().stream().filter(line -> {
            String tags = line.get(FocusColumn.TAGS);
            return tags != null && line.isUsage() && (tags.contains("\"" + key + '"')
                    || tags.contains("\"" + Character.toUpperCase(key.charAt(0)) + key.substring(1) + '"'));
        }).map(Bill.Line::effective).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
