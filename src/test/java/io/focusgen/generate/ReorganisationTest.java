package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.catalog.Provider;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.CustomColumn;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.OrganisationAttribute;
import io.focusgen.plan.Plan;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** Teams merge, accounts move and tag keys are renamed at a month boundary; nothing else does. */
class ReorganisationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CustomColumn[] OWN = {
            new CustomColumn("x_Team", new CustomColumn.Organisation(OrganisationAttribute.TEAM)),
            new CustomColumn("x_Hierarchy", new CustomColumn.Organisation(OrganisationAttribute.HIERARCHY)),
            new CustomColumn("x_Application", new CustomColumn.Organisation(OrganisationAttribute.APPLICATION))};

    static Stream<Request> requests() {
        return Provider.all().stream().flatMap(provider -> Stream.of(4L, 5L).map(seed -> Request.rows(6_000).daily()
                .providers(provider.label()).seed(seed).month("2026-02").months(2).own(OWN)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void onlyTagsAndWhoAnswersForAccountsChange(Request request) {
        Bill before = march(request);
        Bill after = march(request.reorganised("2026-03"));

        assertThat(after.lines()).hasSameSizeAs(before.lines());
        for (int i = 0; i < before.lines().size(); i++) {
            Bill.Line old = before.lines().get(i);
            Bill.Line line = after.lines().get(i);
            for (FocusColumn column : FocusColumn.values()) {
                if (column != FocusColumn.TAGS) {
                    assertThat(line.get(column)).as("%s", column).isEqualTo(old.get(column));
                }
            }
            assertThat(line.billed()).isEqualByComparingTo(old.billed());
            assertThat(line.effective()).isEqualByComparingTo(old.effective());
            assertThat(line.get(OWN[2])).isEqualTo(old.get(OWN[2]));
            assertThat(line.get(FocusColumn.TAGS) == null).isEqualTo(old.get(FocusColumn.TAGS) == null);
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void someTeamsAreMergedIntoOthersAndTheirAccountsMove(Request request) {
        SortedMap<String, SortedSet<String>> before = by(march(request), OWN[0], FocusColumn.SUB_ACCOUNT_ID);
        SortedMap<String, SortedSet<String>> after = by(march(request.reorganised("2026-03")), OWN[0],
                FocusColumn.SUB_ACCOUNT_ID);

        assertThat(after.keySet()).isSubsetOf(before.keySet()).hasSizeLessThan(before.size());
        assertThat(all(after)).isEqualTo(all(before));
        assertThat(after).allSatisfy((team, accounts) -> assertThat(accounts).containsAll(before.get(team)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void teamAndCostCentreAreTaggedUnderOtherKeys(Request request) {
        Map<String, Integer> before = keys(march(request));
        Map<String, Integer> after = keys(march(request.reorganised("2026-03")));

        assertThat(before).doesNotContainKeys("squad", "Squad");
        assertThat(after.getOrDefault("squad", 0) + after.getOrDefault("Squad", 0)).isGreaterThan(100)
                .isCloseTo(before.getOrDefault("team", 0) + before.getOrDefault("Team", 0),
                        org.assertj.core.data.Percentage.withPercentage(15));
        assertThat(after.keySet()).containsAnyOf("budget_code", "budget-code", "BudgetCode");
    }

    @Test
    void theMonthsBeforeItAreAsWithout() {
        Request request = Request.rows(6_000).daily().seed(4).month("2026-02").own(OWN);

        assertThat(tags(Bill.of(request.reorganised("2026-03")))).isEqualTo(tags(Bill.of(request)));
        assertThat(tags(Bill.of(request.reorganised("2026-02")))).isNotEqualTo(tags(Bill.of(request)))
                .isEqualTo(tags(Bill.of(request.reorganised("2015-01"))));
    }

    private static List<String> tags(Bill bill) {
        return bill.lines().stream().map(line -> line.get(OWN[0]) + " " + line.get(FocusColumn.TAGS)).toList();
    }

    private static Bill march(Request request) {
        return Bill.of(Plan.of(request.bill()), new BillingMonth(java.time.YearMonth.of(2026, 3)));
    }

    private static SortedSet<String> all(SortedMap<String, SortedSet<String>> sets) {
        SortedSet<String> all = new TreeSet<>();
        sets.values().forEach(all::addAll);
        return all;
    }

    private static SortedMap<String, SortedSet<String>> by(Bill bill, CustomColumn key, FocusColumn value) {
        SortedMap<String, SortedSet<String>> sets = new TreeMap<>();
        for (Bill.Line line : bill.lines()) {
            String text = line.get(key);
            if (text != null) {
                sets.computeIfAbsent(text, none -> new TreeSet<>()).add(String.valueOf(line.get(value)));
            }
        }
        return sets;
    }

    /** How often each key stands in the tags of usage. */
    private static Map<String, Integer> keys(Bill bill) {
        Map<String, Integer> keys = new TreeMap<>();
        for (Bill.Line line : bill.lines()) {
            String tags = line.get(FocusColumn.TAGS);
            if (tags != null && line.isUsage() && !line.isCommitment()) {
                try {
                    JSON.readTree(tags).fieldNames().forEachRemaining(key -> keys.merge(key, 1, Integer::sum));
                } catch (JsonProcessingException e) {
                    throw new AssertionError(tags, e);
                }
            }
        }
        return keys;
    }
}
