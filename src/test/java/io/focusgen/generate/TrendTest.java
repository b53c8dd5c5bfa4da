package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.FocusColumn;
import io.focusgen.plan.Plan;
import io.focusgen.spec.Profile;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Trend;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;

/** What a trend does to the months of a company, and what it leaves alone. */
class TrendTest {

    private static final BillingMonth START = new BillingMonth(YearMonth.of(2026, 1));
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal NONE = BigDecimal.ZERO;

    static Stream<Trend> trends() {
        return Stream.of(new Trend.Linear(START, TEN), new Trend.Linear(START, new BigDecimal("-6")),
                new Trend.Seasonal(START, NONE, new TreeSet<>(Set.of(3, 4)), new BigDecimal("2.5"), TEN),
                new Trend.StepChange(START, new BigDecimal("2"), 3, new BigDecimal("2")),
                new Trend.StepChange(START, NONE, 2, new BigDecimal("0.4")),
                new Trend.Anomaly(START, NONE, 2, 2, TEN),
                new Trend.Custom(START, List.of(BigDecimal.ONE, new BigDecimal("1.37"), new BigDecimal("0.8"))),
                new Trend.Apart(START, new TreeMap<>(Map.of("aws", numbers("1", "0.7", "0.35"), "azure",
                        numbers("1", "0.5"), "gcp", numbers("1", "1.6", "2.3")))));
    }

    private static List<BigDecimal> numbers(String... texts) {
        return Stream.of(texts).map(BigDecimal::new).toList();
    }

    /** Within half a per cent from 20,000 rows on, within two below. */
    @ParameterizedTest
    @MethodSource("trends")
    void aMonthCostsTheBudgetTimesTheFactor(Trend trend) {
        Request daily = Request.rows(20_000).daily().month("2026-01").trend(trend).seed(61).budget("640000");
        for (Request request : List.of(daily, daily.withRows(100_000).granularity(io.focusgen.focus.Granularity.HOURLY),
                daily.providers("azure").currency("EUR"), daily.providers("gcp").profile(Profile.ENTERPRISE))) {
            assertMeets(request, 0.5);
        }
        assertMeets(daily.withRows(3_000), 2);
        assertMeets(daily.withRows(700).monthly(), 2);
    }

    private static void assertMeets(Request request, double perCent) {
        Plan plan = Plan.of(request.bill());
        for (int i = -1; i < 5; i++) {
            BillingMonth month = START.plus(i);
            double factor = plan.factor(month);
            assertThat(factor).isBetween(0.1, 10.0);
            assertThat(i > 0 || request.spec().trend() instanceof Trend.Seasonal || factor == 1).isTrue();
            Bill bill = Bill.of(plan, month);
            assertThat(bill.billedBeforeTax()).as("%s in %s", request, month)
                    .isCloseTo(plan.budget().multiply(new BigDecimal(factor)), Percentage.withPercentage(perCent));
            assertThat(bill.lines().stream().mapToLong(line -> line.charge().rows()).sum())
                    .isEqualTo(request.spec().rows());
        }
    }

    @ParameterizedTest
    @MethodSource("trends")
    void marchAloneIsMarchInTheWindow(Trend trend) {
        for (Request request : List.of(Request.rows(4_000).daily().trend(trend).seed(62),
                Request.rows(40_000).monthly().profile(Profile.GREENFIELD).trend(trend).seed(63))) {
            Plan window = Plan.of(request.month("2025-12").months(6).bill());
            Plan alone = Plan.of(request.month("2026-03").bill());
            BillingMonth march = START.plus(2);
            assertThat(sums(Bill.of(window, march))).isEqualTo(sums(Bill.of(alone)));
        }
        Request march = Request.rows(2_000).daily().month("2026-03").trend(trend).seed(64);
        assertThat(Bytes.of(march.month("2026-02").months(2)).toString())
                .contains(withoutHeader(Bytes.of(march).toString()));
    }

    private static String withoutHeader(String csv) {
        return csv.substring(csv.indexOf('\n') + 1);
    }

    private static List<BigDecimal> sums(Bill bill) {
        return bill.lines().stream().map(Bill.Line::billed).toList();
    }

    @ParameterizedTest
    @MethodSource("trends")
    void theCompanyAndWhatItHasCommittedToStayWhatTheyAre(Trend trend) {
        Request plain = Request.rows(10_000).daily().seed(65);
        Bill without = Bill.of(plain);
        Plan with = Plan.of(plain.trend(trend).bill());
        for (int month = 0; month < 4; month++) {
            Bill bill = Bill.of(with, START.plus(month));
            assertThat(core(bill)).isEqualTo(core(Bill.of(without.plan(), START.plus(month))));
        }
        assertThat(with.coverage()).isEqualTo(without.plan().coverage());
        assertThat(with.budget()).isEqualTo(without.plan().budget());
    }

    private static List<String> core(Bill bill) {
        return bill.lines().stream().filter(line -> line.isUsage() || line.isCommitment())
                .map(line -> line.get(FocusColumn.RESOURCE_ID) + " " + line.get(FocusColumn.SUB_ACCOUNT_ID) + " "
                        + line.get(FocusColumn.REGION_ID)
                        + (line.isCommitment() ? " " + line.billed().stripTrailingZeros().toPlainString() : ""))
                .collect(Collectors.toCollection(TreeSet::new)).stream().toList();
    }

    /** In the months that a cloud does not spend less in, it is to the digit what it is without, and so is a cloud without a trend. */
    @Test
    void monthsAndCloudsThatDoNotMoveAreAsWithout() {
        Trend apart = new Trend.Apart(START, new TreeMap<>(Map.of("aws", numbers("1", "0.3", "1"))));
        Request request = Request.rows(12_000).daily().providers("aws", "gcp").seed(68);
        for (int bill = 0; bill < 2; bill++) {
            Plan with = Plan.of(request.trend(apart).spec().bills().get(bill));
            Plan without = Plan.of(request.spec().bills().get(bill));
            for (int month = -1; month < 3; month++) {
                assertThat(used(Bill.of(with, START.plus(month))).equals(used(Bill.of(without, START.plus(month)))))
                        .as("bill %s, month %s", bill, month).isEqualTo(bill == 1 || month != 1);
            }
        }
    }

    private static List<String> used(Bill bill) {
        return bill.lines().stream().map(line -> line.quantity() + " " + line.billed() + " " + line.effective())
                .toList();
    }

    /** A greenfield company with so many resources has no month below what these cost: it bends, and no other month does. */
    @Test
    void aDefaultBudgetsMonthCostsAtLeastWhatItsResourcesCost() {
        Trend falling = new Trend.Custom(START, List.of(BigDecimal.ONE, new BigDecimal("0.1"), BigDecimal.ONE));
        Request crowded = Request.rows(30_000).monthly().profile(Profile.GREENFIELD).seed(66);
        Plan plan = Plan.of(crowded.trend(falling).months(3).bill());
        assertThat(plan.factor(START)).isEqualTo(1);
        assertThat(plan.factor(START.plus(1))).isGreaterThan(0.2).isLessThan(1);
        assertThat(plan.budget()).isEqualTo(Plan.of(crowded.bill()).budget());
        Bill bent = Bill.of(plan, START.plus(1));
        assertThat(bent.billedBeforeTax()).isCloseTo(
                plan.budget().multiply(new BigDecimal(plan.factor(START.plus(1)))), Percentage.withPercentage(2));
    }

    @Test
    void aBudgetThatCannotFallSoFarIsRefusedNamingWhatIsEnough() {
        Trend falling = new Trend.Custom(START, List.of(BigDecimal.ONE, new BigDecimal("0.1")));
        Request request = Request.rows(30_000).daily().profile(Profile.STARTUP).budget("60000").trend(falling).seed(67);
        assertThat(Plan.of(request.bill()).budget()).isEqualByComparingTo("60000");
        RefusedException refused = catchThrowableOfType(RefusedException.class,
                () -> Plan.of(request.months(2).bill()));
        assertThat(refused).isNotNull();
        assertThat(refused.violations()).singleElement()
                .satisfies(violation -> assertThat(violation.field()).isEqualTo("budget"));
        Matcher enough = Pattern.compile("at least ([0-9.]+) USD .* falls to 0\\.1000").matcher(refused.getMessage());
        assertThat(enough.find()).as(refused.getMessage()).isTrue();
        Plan plan = Plan.of(request.months(2).budget(enough.group(1)).bill());
        assertThat(Bill.of(plan, START.plus(1)).billedBeforeTax()).isCloseTo(
                new BigDecimal(enough.group(1)).movePointLeft(1), Percentage.withPercentage(2));
    }

    /** Whatever a refusal names is accepted: a budget, or a budget with another coverage. */
    @Test
    void whatARefusalNamesIsEnoughWhereATrendFallsFar() {
        Trend falling = new Trend.Custom(START.plus(2), List.of(BigDecimal.ONE, new BigDecimal("0.1")));
        Request enterprise = Request.rows(7_000).month("2026-03").months(2).profile(Profile.ENTERPRISE).trend(falling);
        for (Request request : List.of(enterprise.providers("gcp").monthly().budget("2000"),
                enterprise.withRows(20_000).providers("aws").daily().budget("60000"),
                enterprise.withRows(20_000).providers("gcp").monthly().budget("300000").trend(Trend.NONE))) {
            RefusedException refused = catchThrowableOfType(RefusedException.class, () -> Plan.of(request.bill()));
            assertThat(refused).as(request.toString()).isNotNull();
            assertThat(refused.violations()).singleElement()
                    .satisfies(violation -> assertThat(violation.value()).isEqualTo(asked(request)));
            Matcher named = Pattern.compile("at least ([0-9.]+) USD[^,]*(?:, with a commitmentCoverage of ([0-9.]+))?")
                    .matcher(refused.getMessage());
            assertThat(named.find()).as(refused.getMessage()).isTrue();
            Request enough = request.budget(named.group(1));
            Plan plan = Plan.of((named.group(2) == null ? enough : enough.coverage(named.group(2))).bill());
            assertThat(plan.budget()).isEqualByComparingTo(named.group(1));
        }
    }

    private static String asked(Request request) {
        return Objects.requireNonNull(request.bill().budget()).value().toPlainString();
    }

    @Test
    void aBudgetThatWouldRiseTooFarIsRefused() {
        Request request = Request.rows(10_000).daily().budget("2000000000")
                .trend(new Trend.Custom(START, List.of(BigDecimal.ONE, TEN)));
        assertThat(Plan.of(request.bill()).budget()).isEqualByComparingTo("2000000000");
        RefusedException refused = catchThrowableOfType(RefusedException.class,
                () -> Plan.of(request.months(2).bill()));
        assertThat(refused).isNotNull().hasMessageContaining("at most 1000000000.00");
    }

    /** The largest bill that there is still adds up. */
    @Test
    void tenTimesTheLargestBudgetsTenthIsMet() {
        Request request = Request.rows(20_000).daily().budget("1000000000").months(2)
                .trend(new Trend.Custom(START, List.of(BigDecimal.ONE, TEN)));
        assertThat(Bill.of(Plan.of(request.bill()), START.plus(1)).billedBeforeTax())
                .isCloseTo(new BigDecimal("10000000000"), Percentage.withPercentage(2));
    }
}
