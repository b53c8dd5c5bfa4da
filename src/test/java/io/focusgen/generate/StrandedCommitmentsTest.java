package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.catalog.Provider;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.Granularity;
import io.focusgen.plan.Plan;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.Profile;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Trend;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Eligible;
import io.focusgen.testing.Request;

/** What a trend that falls below its commitments makes of them: they are paid on, and less of them is used. */
class StrandedCommitmentsTest {

    private static final BillingMonth START = new BillingMonth(YearMonth.of(2026, 1));
    private static final int MONTHS = 5;
    private static final Trend FALLING = falling("1", "0.8", "0.55", "0.4", "0.28");

    private static Trend falling(String... multipliers) {
        return new Trend.Custom(START, Stream.of(multipliers).map(BigDecimal::new).toList());
    }

    /** What a commitment's rows of a month add up to, in its own unit. */
    private static final class Sums {
        private BigDecimal used = BigDecimal.ZERO;
        private BigDecimal unused = BigDecimal.ZERO;
        private BigDecimal fees = BigDecimal.ZERO;
        private final List<String> unusedRows = new ArrayList<>();
    }

    static List<Request> shapes() {
        List<Request> shapes = new ArrayList<>();
        for (Provider provider : Provider.all()) {
            Request request = Request.rows(20_000).providers(provider.label()).budgetAbout("2000000").seed(81);
            for (Granularity granularity : provider.granularities()) {
                shapes.add(request.granularity(granularity).currency(provider.billsLocally() ? "EUR" : "USD"));
            }
        }
        return shapes;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void lessOfThemIsUsedAndAllOfThemPaid(Request request) {
        Plan with = Plan.of(request.trend(FALLING).bill());
        Plan without = Plan.of(request.bill());
        BigDecimal last = BigDecimal.ONE;
        for (int i = 0; i < MONTHS; i++) {
            BillingMonth month = START.plus(i);
            BigDecimal share = with.month(month).utilisation().share();
            assertThat(share).isLessThanOrEqualTo(last);
            last = share;
            SortedMap<String, Sums> all = sums(Bill.of(with, month));
            SortedMap<String, Sums> usual = sums(Bill.of(without, month));
            assertThat(all.keySet()).isEqualTo(usual.keySet()).isNotEmpty();
            all.forEach((id, sums) -> {
                BigDecimal committed = sums.used.add(sums.unused);
                assertThat(sums.used).as("%s in %s of %s", id, month, request)
                        .isEqualByComparingTo(committed.multiply(share));
                assertThat(committed).isEqualByComparingTo(usual.get(id).used.add(usual.get(id).unused));
                assertThat(sums.fees).isEqualByComparingTo(usual.get(id).fees);
                assertThat(sums.unusedRows).isEqualTo(usual.get(id).unusedRows);
            });
        }
        assertThat(last).isLessThan(new BigDecimal("0.6"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theBudgetTimesTheFactorIsMet(Request request) {
        Plan plan = Plan.of(request.trend(FALLING).bill());
        for (int i = 0; i < MONTHS; i++) {
            assertThat(Bill.of(plan, START.plus(i)).billedBeforeTax()).as("%s in month %d", request, i)
                    .isCloseTo(plan.budget().multiply(new BigDecimal(plan.factor(START.plus(i)))),
                            Percentage.withPercentage(0.5));
        }
    }

    /** What commitments could cover falls with the bill, whether they do or not, until only the busy hours are left. */
    @ParameterizedTest
    @MethodSource("shapes")
    void whatCouldBeCoveredFollowsTheTrend(Request request) {
        Plan plan = Plan.of(request.trend(FALLING).bill());
        double first = eligible(plan, START);
        for (int i = 1; i < MONTHS; i++) {
            double factor = plan.factor(START.plus(i));
            double part = eligible(plan, START.plus(i)) / START.plus(i).hours() * START.hours() / first;
            assertThat(part / factor).as("%s: %s in month %s", request, part, i).isBetween(0.97, 1.05);
        }
    }

    private static double eligible(Plan plan, BillingMonth month) {
        Eligible eligible = new Eligible(plan.spec().provider());
        double rate = plan.month(month).rate().toDouble();
        return Bill.of(plan, month).lines().stream().filter(eligible::is)
                .mapToDouble(line -> line.contracted().doubleValue()).sum() / rate;
    }

    @Test
    void byDayAllOfThemIsUsedStill() {
        Plan plan = Plan.of(Request.rows(10_000).hourly().trend(FALLING).seed(82).bill());
        Bill bill = Bill.of(plan, START.plus(4));
        int home = plan.company().domicile().utcOffset();
        assertThat(bill.lines()).filteredOn(Bill.Line::isUsed).isNotEmpty().allSatisfy(line -> {
            Spread hours = line.charge().quantity();
            for (int i = 0; i < hours.count(); i++) {
                int ofDay = Math.floorMod(hours.period(i) + home, 24);
                boolean busy = ofDay >= 9 && ofDay < 17;
                assertThat(hours.units(i)).isPositive();
                assertThat(hours.units(i) == hours.base() + hours.more()).isEqualTo(busy);
            }
        });
    }

    @Test
    void whereAllIsToBeUsedAllIs() {
        Plan plan = Plan.of(Request.rows(10_000).daily().utilisation("1").trend(FALLING).seed(83).bill());
        assertThat(plan.month(START.plus(4)).utilisation().share()).isEqualByComparingTo("1");
        assertThat(Bill.of(plan, START.plus(4)).lines()).noneMatch(Bill.Line::isUnused).anyMatch(Bill.Line::isUsed);
    }

    @Test
    void whatIsAskedForHoldsWhereNothingIsStranded() {
        Request request = Request.rows(10_000).daily().utilisation("0.712345").seed(84);
        Plan plan = Plan.of(request.trend(FALLING).bill());
        assertThat(plan.month(START.plus(-1)).utilisation().share()).isEqualByComparingTo("0.712345");
        assertThat(plan.month(START.plus(1)).utilisation().share()).isEqualByComparingTo("0.712345");
        assertThat(plan.month(START.plus(4)).utilisation().share()).isLessThan(new BigDecimal("0.5"))
                .satisfies(share -> assertThat(share.scale()).isLessThanOrEqualTo(2));
    }

    /** The rates of the largest plans are no finer than a month of them allows. */
    @Test
    void theLargestCommitmentsStayExact() {
        Plan plan = Plan.of(Request.rows(20_000).hourly().budget("10000000000").trend(FALLING).seed(85).bill());
        BigDecimal share = plan.month(START.plus(4)).utilisation().share();
        SortedMap<String, Sums> all = sums(Bill.of(plan, START.plus(4)));
        assertThat(all).isNotEmpty();
        all.forEach((id, sums) -> assertThat(sums.used).as(id)
                .isEqualByComparingTo(sums.used.add(sums.unused).multiply(share)));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void whatIsNamedWhereABudgetCannotFallSoFarIsEnough(Profile profile) {
        int refusals = 0;
        for (Distribution distribution : Distribution.values()) {
            for (Provider provider : Provider.all()) {
                Request request = Request.rows(10_000).daily().profile(profile).distribution(distribution)
                        .providers(provider.label()).trend(falling("1", "0.1")).months(2).seed(86)
                        .budget(Long.toString(profile.naturalBudget()));
                RefusedException refused = refused(request);
                if (refused != null) {
                    refusals++;
                    assertEnough(request, refused);
                }
            }
        }
        assertThat(refusals).isPositive();
    }

    private static void assertEnough(Request request, RefusedException refused) {
        assertThat(refused.violations()).singleElement();
        String message = refused.violations().get(0).message();
        boolean budget = refused.violations().get(0).field().equals("budget");
        if (budget) {
            String least = number("at least ([0-9.]+)", message);
            if (message.contains(", with ")) {
                Request both = request.budget(least).coverage(number("commitmentCoverage of ([0-9.]*[0-9])", message));
                assertThat(refused(both)).as("%s: %s", request, message).isNull();
                assertMet(both);
                return;
            }
            assertThat(refused(request.budget(least))).as("%s: %s", request, message).isNull();
            assertMet(request.budget(least));
        } else {
            assertThat(refused.violations().get(0).field()).isEqualTo("commitmentCoverage");
        }
        if (message.contains("at most ")) {
            String most = number("at most ([0-9.]*[0-9])", message);
            assertThat(refused(request.coverage(most))).as("%s: %s", request, message).isNull();
            assertMet(request.coverage(most));
        }
    }

    private static void assertMet(Request request) {
        Plan plan = Plan.of(request.bill());
        BigDecimal asked = request.spec().budget().each().value();
        assertThat(plan.budget()).isEqualByComparingTo(asked);
        assertThat(Bill.of(plan, START.plus(1)).billedBeforeTax()).as(request.toString())
                .isCloseTo(asked.movePointLeft(1), Percentage.withPercentage(2));
    }

    private static RefusedException refused(Request request) {
        return catchThrowableOfType(RefusedException.class, () -> Plan.of(request.bill()));
    }

    private static String number(String pattern, String message) {
        Matcher matcher = Pattern.compile(pattern).matcher(message);
        assertThat(matcher.find()).as(message).isTrue();
        return matcher.group(1);
    }

    private static SortedMap<String, Sums> sums(Bill bill) {
        SortedMap<String, Sums> all = new TreeMap<>();
        for (Bill.Line line : bill.lines()) {
            String id = line.get(FocusColumn.COMMITMENT_DISCOUNT_ID);
            if (id == null) {
                continue;
            }
            Sums sums = all.computeIfAbsent(id, first -> new Sums());
            if (line.isUnused()) {
                sums.unused = sums.unused.add(line.committed());
                Spread hours = line.charge().quantity();
                sums.unusedRows.add(hours.count() + " " + hours.period(0) + " " + hours.period(hours.count() - 1));
            } else if (line.isUsed()) {
                sums.used = sums.used.add(line.committed());
            } else {
                sums.fees = sums.fees.add(line.billed());
            }
        }
        return all;
    }
}
