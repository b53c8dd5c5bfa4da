package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.catalog.Provider;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.FocusColumn;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;
import io.focusgen.testing.UserTags;

/** A company as a document describes it, in the rows of its bills. */
class DescribedCompanyTest {

    private static final String DOCUMENT = """
            company: Acme Retail
            units: [Sales, Data]
            teams:
              - {name: checkout, unit: Sales, owner: grace@acme.example, weight: 9, applications: [cart, orders]}
              - {name: Data Lake, unit: Data, costCentre: L-1, weight: 3, environments: [prod, dev]}
              - {name: search, unit: Sales, environments: [prod]}
            tags: {style: kebab, coverage: {prod: 0.9}}
            accounts:
              - {team: search, name: Search Live, ids: {aws: "012345678901"}}
            """;

    private static final FocusColumn[] IDENTITY = {FocusColumn.RESOURCE_NAME, FocusColumn.RESOURCE_TYPE,
            FocusColumn.REGION_ID, FocusColumn.SUB_ACCOUNT_ID, FocusColumn.SUB_ACCOUNT_NAME, FocusColumn.TAGS};

    static Stream<Request> requests() {
        return Provider.all().stream().map(provider -> Request.rows(20_000).monthly().seed(51)
                .providers(provider.label()).organisation(DOCUMENT));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void itsAccountsTeamsAndApplicationsAreInTheRows(Request request) {
        Bill bill = Bill.of(request);
        List<SubAccount> accounts = bill.plan().company().organisation().accounts();
        UserTags reader = new UserTags(bill.plan().company());
        SortedMap<String, Long> values = bill.lines().stream()
                .flatMap(line -> reader.of(line.get(FocusColumn.TAGS)).entrySet().stream())
                .collect(Collectors.groupingBy(Map.Entry::toString, TreeMap::new, Collectors.counting()));

        assertThat(bill.lines()).extracting(line -> line.get(FocusColumn.SUB_ACCOUNT_NAME)).contains("checkout-prod",
                "checkout-staging", "checkout-dev", "data-lake-prod", "data-lake-dev", "Search Live");
        assertThat(bill.lines()).extracting(line -> line.get(FocusColumn.SUB_ACCOUNT_ID))
                .containsAll(accounts.stream().map(SubAccount::id).toList());
        assertThat(accounts).hasSize(6);
        assertThat(values.keySet()).contains("application=cart", "application=orders", "team=checkout",
                "business-unit=" + (lower(request) ? "sales" : "Sales"),
                "cost-center=" + (lower(request) ? "l-1" : "L-1"),
                "owner=" + (lower(request) ? "grace" : "grace@acme.example"),
                "team=" + (lower(request) ? "data_lake" : "Data Lake"));
        assertThat(bill.lines().stream().map(line -> String.valueOf(line.get(FocusColumn.RESOURCE_ID))))
                .anyMatch(id -> id.contains("cart-prod")).anyMatch(id -> id.contains("data-lake"));
    }

    /** Google's labels have lower case only. */
    private static boolean lower(Request request) {
        return request.bill().provider().label().equals("gcp");
    }

    @Test
    void anIdThatIsGivenStandsInTheRows() {
        Bill bill = Bill.of(Request.rows(3_000).monthly().organisation(DOCUMENT));

        assertThat(bill.lines()).filteredOn(line -> line.is(FocusColumn.SUB_ACCOUNT_NAME, "Search Live")).isNotEmpty()
                .allMatch(line -> line.is(FocusColumn.SUB_ACCOUNT_ID, "012345678901"))
                .anyMatch(line -> String.valueOf(line.get(FocusColumn.RESOURCE_ID)).contains(":012345678901:"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aSmallerBillHasTheFirstResourcesOfALargerOne(Request request) {
        Map<String, List<String>> few = core(request.withRows(700));
        Map<String, List<String>> more = core(request.daily().withRows(60_000));
        Map<String, List<String>> many = core(request.withRows(30_000).month("2031-02").budget("5000000"));

        assertThat(few).hasSizeGreaterThan(100);
        assertThat(more).containsAllEntriesOf(few);
        assertThat(many).containsAllEntriesOf(more);
    }

    private static Map<String, List<String>> core(Request request) {
        Bill bill = Bill.of(request);
        Map<String, List<String>> resources = new TreeMap<>();
        bill.lines().stream().filter(line -> line.slice() < bill.plan().structure().coreSlices())
                .filter(line -> line.get(FocusColumn.RESOURCE_ID) != null)
                .forEach(line -> resources.put(String.valueOf(line.get(FocusColumn.RESOURCE_ID)),
                        Arrays.stream(IDENTITY).map(column -> String.valueOf(line.get(column))).toList()));
        return resources;
    }

    @Test
    void aCompanyOfOneTeamAndOneAccountHasABill() {
        for (Request request : List.of(Request.rows(10_000).hourly(), Request.rows(40).monthly(),
                Request.rows(20_000).daily())) {
            Bill bill = Bill.of(request.organisation("teams: [{name: all, environments: [prod], applications: [it]}]"));

            assertThat(bill.lines()).extracting(line -> line.get(FocusColumn.SUB_ACCOUNT_NAME))
                    .containsOnly("all-prod");
            assertThat(bill.lines().stream().mapToLong(line -> line.charge().rows()).sum())
                    .isEqualTo(request.spec().rows());
        }
    }

    /** The weight is how many resources a team has; a few large ones may move a single bill. */
    @ParameterizedTest
    @MethodSource("weights")
    void aTeamSpendsByItsWeight(String environments, long rows, double least, double most) {
        double heavy = 0;
        double light = 0;
        int tipped = 0;
        for (long seed = 0; seed < 12; seed++) {
            Map<String, BigDecimal> costs = costs(Request.rows(rows).monthly().seed(seed).organisation(
                    "teams: [{name: heavy, weight: 10, environments: %}, {name: light, environments: %}]"
                            .replace("%", environments)));
            double a = costs.getOrDefault("heavy", BigDecimal.ZERO).doubleValue();
            double b = costs.getOrDefault("light", BigDecimal.ZERO).doubleValue();
            heavy += a;
            light += b;
            tipped += b > a ? 1 : 0;
        }

        assertThat(heavy / light).isBetween(least, most);
        assertThat(tipped).isLessThanOrEqualTo(2);
    }

    static Stream<Arguments> weights() {
        return Stream.of(Arguments.of("[prod]", 2_000L, 6.0, 20.0),
                Arguments.of("[prod]", 30_000L, 6.0, 14.0),
                Arguments.of("[prod, staging, dev]", 30_000L, 6.0, 14.0));
    }

    @Test
    void productionCostsMost() {
        Map<String, BigDecimal> costs = new TreeMap<>();
        IntStream.range(0, 6).forEach(seed -> {
            Bill bill = Bill.of(Request.rows(10_000).monthly().profile(Profile.ENTERPRISE).seed(seed));
            Map<String, String> environments = bill.plan().company().organisation().accounts().stream()
                    .collect(Collectors.toMap(SubAccount::id, account -> account.environment().label()));
            bill.lines().forEach(line -> costs.merge(
                    environments.getOrDefault(String.valueOf(line.get(FocusColumn.SUB_ACCOUNT_ID)), "none"),
                    line.billed(),
                    BigDecimal::add));
        });

        assertThat(costs.get("prod")).isGreaterThan(costs.get("staging").multiply(BigDecimal.valueOf(4)));
        assertThat(costs.get("staging").add(costs.get("dev"))).isGreaterThan(costs.get("sandbox"));
        assertThat(costs.keySet()).containsExactly("dev", "prod", "sandbox", "staging");
    }

    private static Map<String, BigDecimal> costs(Request request) {
        Bill bill = Bill.of(request);
        Map<String, String> teams = bill.plan().company().organisation().accounts().stream()
                .collect(Collectors.toMap(SubAccount::id, account -> account.team().name()));
        Map<String, BigDecimal> costs = new TreeMap<>();
        bill.lines().stream().filter(Bill.Line::isUsage).forEach(line -> costs.merge(
                teams.getOrDefault(String.valueOf(line.get(FocusColumn.SUB_ACCOUNT_ID)), "none"), line.effective(),
                BigDecimal::add));
        return costs;
    }
}
