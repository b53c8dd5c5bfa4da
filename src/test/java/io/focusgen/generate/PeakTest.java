package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.catalog.Sku;
import io.focusgen.estate.Business;
import io.focusgen.estate.Driver;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.FocusColumn;
import io.focusgen.plan.BusinessDrivers;
import io.focusgen.plan.LoadCurve;
import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.Plan;
import io.focusgen.spec.Profile;
import io.focusgen.spec.Trend;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;

/** What peak days do to a bill, and what they leave alone. */
class PeakTest {

    private static final BillingMonth MONTH = new BillingMonth(YearMonth.of(2026, 3));
    private static final String FIRST = "2026-03-16";
    private static final int DAYS = 7;

    /** Of every provider, in every grain, small and with all kinds of charges; fewer users, too. */
    static Stream<Request> requests() {
        Request march = Request.rows(10_000).month(MONTH.month());
        return Stream.of(march.hourly().seed(81).peak(FIRST, DAYS, "3"),
                march.withRows(100_000).hourly().seed(82).peak(FIRST, DAYS, "3"),
                march.withRows(30_000).daily().providers("azure").currency("EUR").seed(83).peak(FIRST, DAYS, "2.5"),
                march.withRows(30_000).daily().providers("gcp").profile(Profile.ENTERPRISE).seed(84).peak(FIRST, DAYS,
                        "0.25"),
                march.withRows(300).daily().seed(85).peak(FIRST, DAYS, "10"));
    }

    /** What users make of applications in production, and nothing else, in the hours of the peak, and no other. */
    @ParameterizedTest
    @MethodSource("requests")
    void usersComeInLargerNumbersAndNothingElseMoves(Request request) {
        List<Bill.Line> usual = untiered(Bill.of(request.withoutPeaks()));
        List<Bill.Line> peaked = untiered(Bill.of(request));
        MonthPlan month = Plan.of(request.withoutPeaks().bill()).month(MONTH);
        assertThat(peaked).hasSameSizeAs(usual);
        int raised = 0;
        for (int i = 0; i < usual.size(); i++) {
            Charge before = usual.get(i).charge();
            Charge after = peaked.get(i).charge();
            assertThat(after.rates()).isEqualTo(before.rates());
            for (FocusColumn column : FocusColumn.values()) {
                assertThat(peaked.get(i).get(column)).isEqualTo(usual.get(i).get(column));
            }
            if (before instanceof UsageCharge && isUsers(month, before.quantity().curve())) {
                raised++;
                assertRaised(request, month, before.quantity(), after.quantity());
            } else {
                assertThat(after.quantity().total()).isEqualTo(before.quantity().total());
                assertThat(after.quantity().units(0)).isEqualTo(before.quantity().units(0));
            }
        }
        assertThat(raised).isPositive();
    }

    /** Without tax and what rounds the invoice, which follow; tiered meters may reach other tiers. */
    private static List<Bill.Line> untiered(Bill bill) {
        return bill.lines().stream().filter(line -> !line.isTax() && !isTiered(line))
                .filter(line -> !line.is(FocusColumn.CHARGE_CATEGORY, "Adjustment")).toList();
    }

    private static boolean isTiered(Bill.Line line) {
        return line.charge().sku() != null && line.charge().sku().isTiered();
    }

    /** Two plans of a company have different curves that are the same. */
    private static boolean isUsers(MonthPlan month, @Nullable LoadCurve curve) {
        return curve != null
                && Stream.of(Business.values()).filter(Business::isOpen).map(business -> month.curve(business.load()))
                        .anyMatch(users -> same(users, curve));
    }

    private static boolean same(LoadCurve a, LoadCurve b) {
        boolean same = a.periods() == b.periods();
        for (int i = 0; same && i <= a.periods(); i++) {
            same = a.before(i) == b.before(i);
        }
        return same;
    }

    /** Beyond the one unit that every row has, and within what rounding may make of two cumulated shares. */
    private static void assertRaised(Request request, MonthPlan month, Spread before, Spread after) {
        double factor = request.spec().peaks().listed().get(0).factor().doubleValue();
        assertThat(after.count()).isEqualTo(before.count());
        assertThat(after.scale()).isEqualTo(before.scale());
        for (int i = 0; i < before.count(); i++) {
            double part = peakPart(month, before.period(i));
            double times = part == 1 ? factor : part == 0 ? 1 : Double.NaN;
            if (!Double.isNaN(times)) {
                long expected = Math.round(before.base() + (before.units(i) - before.base()) * times);
                assertThat(after.units(i)).as("%s: row %s of %s", request, i, before)
                        .isCloseTo(expected, within(times == 1 ? 2 : (long) (2 + factor + expected * 0.001)));
            }
        }
    }

    /** The part of a period's hours that are in the peak, of a company at home where it is. */
    private static double peakPart(MonthPlan month, int period) {
        int hours = month.hoursPerPeriod();
        long first = LocalDate.parse(FIRST).toEpochDay() * 24 - month.company().domicile().utcOffset();
        int in = 0;
        for (int hour = 0; hour < hours; hour++) {
            long at = MONTH.startHour() + (long) period * hours + hour;
            in += at >= first && at < first + DAYS * 24 ? 1 : 0;
        }
        return (double) in / hours;
    }

    /** Organisation-wide quantities are as much larger as the peak's curve, and walk through their tiers with it. */
    @ParameterizedTest
    @MethodSource("requests")
    void tieredMetersFollowAsAWhole(Request request) {
        SortedMap<String, Tiered> usual = tiered(Bill.of(request.withoutPeaks()));
        SortedMap<String, Tiered> peaked = tiered(Bill.of(request));
        MonthPlan month = Plan.of(request.bill()).month(MONTH);
        assertThat(peaked.keySet()).isEqualTo(usual.keySet());
        peaked.forEach((sku, after) -> {
            Tiered before = usual.get(sku);
            LoadCurve curve = month.curve(after.sku);
            double expected = curve.rise(0, curve.periods());
            assertThat(after.rows).as("rows of %s", sku).isEqualTo(before.rows);
            if (!curve.rises()) {
                assertThat(after).isEqualTo(before);
            } else if (before.units > 100 * before.rows) {
                assertThat(after.quantity / before.quantity).as("%s of %s", sku, request).isCloseTo(expected,
                        within(0.01));
                assertThat(after.prices).satisfies(prices -> assertThat(
                        expected > 1 ? prices.containsAll(before.prices) : before.prices.containsAll(prices))
                        .as("%s %s %s", sku, before, after).isTrue());
            }
        });
        assertThat(peaked.values().stream().filter(sums -> month.curve(sums.sku).rises())
                .anyMatch(sums -> usual.get(sums.sku.key()).units > 100 * sums.rows)).isEqualTo(
                        request.spec().rows() >= 30_000);
    }

    /** What a tiered meter comes to; its prices are those of the tiers that are reached. */
    private record Tiered(Sku sku, double quantity, long units, long rows, Set<String> prices) {

        static Tiered of(Bill.Line line) {
            Spread quantity = line.charge().quantity();
            return new Tiered(Objects.requireNonNull(line.charge().sku()), line.quantity().doubleValue(),
                    quantity.total(), line.charge().rows(),
                    Set.of(Objects.requireNonNull(line.get(FocusColumn.SKU_PRICE_ID))));
        }

        Tiered and(Tiered more) {
            Set<String> all = new TreeSet<>(prices);
            all.addAll(more.prices);
            return new Tiered(sku, quantity + more.quantity, units + more.units, rows + more.rows, all);
        }
    }

    private static SortedMap<String, Tiered> tiered(Bill bill) {
        SortedMap<String, Tiered> sums = new TreeMap<>();
        bill.lines().stream().filter(PeakTest::isTiered).map(Tiered::of)
                .forEach(line -> sums.merge(line.sku.key(), line, Tiered::and));
        return sums;
    }

    /** A bill by the month is as much larger as one by the hour. */
    @Test
    void aMonthlyBillIsThatMuchLarger() {
        Request month = Request.rows(4_000).monthly().month(MONTH.month()).seed(86);
        double usual = web(Bill.of(month));
        double peaked = web(Bill.of(month.peak("2026-03-02", 28, "3")));
        assertThat(peaked / usual).isCloseTo(1 + 2 * 28.0 / 31, within(0.1));
        assertThat(web(Bill.of(month.peak("2026-04-10", 5, "3")))).isEqualTo(usual);
    }

    private static double web(Bill bill) {
        MonthPlan month = bill.plan().month(MONTH);
        return bill.lines().stream().filter(line -> line.charge() instanceof UsageCharge
                && Stream.of(Business.values()).filter(Business::isOpen).anyMatch(
                        business -> line.charge().quantity().curve() == month.curve(business.load()).peaked()))
                .mapToDouble(line -> line.billed().doubleValue()).sum();
    }

    @Test
    void otherMonthsAreTheSameToTheByte() {
        for (Request request : List.of(Request.rows(10_000).hourly().seed(87), Request.rows(400).monthly().seed(88),
                Request.rows(20_000).daily().providers("gcp").seed(89))) {
            Request peaked = request.peak(FIRST, DAYS, "3");
            for (YearMonth month : List.of(YearMonth.of(2026, 2), YearMonth.of(2026, 4))) {
                assertThat(Bytes.of(peaked.month(month)).digest()).isEqualTo(Bytes.of(request.month(month)).digest());
            }
            assertThat(Bytes.of(peaked.month("2026-03")).digest())
                    .isNotEqualTo(Bytes.of(request.month("2026-03")).digest());
        }
    }

    /** A company in America is five hours behind: its last day of March has hours that are billed in April. */
    @Test
    void aDayIsThatOfTheCompanysHome() {
        Request request = Request.rows(10_000).hourly().seed(1).month("2026-04");
        assertThat(Plan.of(request.bill()).company().domicile().utcOffset()).isEqualTo(-5);
        MonthPlan april = Plan.of(request.peak("2026-03-31", 1, "2").bill())
                .month(request.spec().firstMonth());
        LoadCurve shop = april.curve(Business.COMMERCE.load());
        for (int hour = 0; hour < 24; hour++) {
            assertThat(shop.rise(hour, hour + 1)).isEqualTo(hour < 5 ? 2 : 1);
        }
    }

    @Test
    void marchAloneIsMarchInTheWindow() {
        for (Request request : List.of(Request.rows(10_000).hourly().seed(90), Request.rows(300).monthly().seed(91))) {
            Request peaked = request.peak("2026-02-25", 10, "3").peak("2026-03-16", 2, "0.5")
                    .columns(FocusColumn.BILLED_COST);
            String window = Bytes.of(peaked.month("2026-02").months(3)).toString();
            String march = Bytes.of(peaked.month("2026-03")).toString();
            assertThat(window).contains(march.substring(march.indexOf('\n')));
        }
    }

    /** What others sell, capacity that is reserved, support and commitments are as ever. */
    @Test
    void supportIsChargedOnWhatIsUsual() {
        Request request = Request.rows(30_000).daily().profile(Profile.ENTERPRISE).month(MONTH.month()).seed(92);
        List<Bill.Line> usual = billing(Bill.of(request));
        List<Bill.Line> peaked = billing(Bill.of(request.peak(FIRST, DAYS, "3")));
        assertThat(usual).anyMatch(line -> line.charge() instanceof SupportCharge)
                .anyMatch(line -> line.charge() instanceof MarketplaceCharge)
                .anyMatch(line -> line.charge() instanceof CapacityCharge).anyMatch(Bill.Line::isCommitment);
        assertThat(peaked.stream().map(Bill.Line::billed).toList())
                .isEqualTo(usual.stream().map(Bill.Line::billed).toList());
        assertThat(peaked.stream().map(Bill.Line::quantity).toList())
                .isEqualTo(usual.stream().map(Bill.Line::quantity).toList());
    }

    private static List<Bill.Line> billing(Bill bill) {
        Plan plan = bill.plan();
        int slice = plan.structure().coreSlices() + plan.structure().shortSlices();
        return bill.lines().stream().filter(line -> line.slice() == slice).toList();
    }

    /** Orders come in larger numbers than what they cost; on other days they are what they were. */
    @Test
    void businessRisesMoreThanUse() {
        Request request = Request.rows(1_000).month(MONTH.month()).seed(93)
                .trend(new Trend.Linear(new BillingMonth(YearMonth.of(2026, 1)), BigDecimal.TEN));
        List<Long> usual = orders(request);
        for (String factor : List.of("3", "1", "0.5")) {
            List<Long> peaked = orders(request.peak(FIRST, DAYS, factor));
            double times = Double.parseDouble(factor);
            for (int day = 0; day < 31; day++) {
                // The first day and the one after the last have hours of both.
                if (day != 15 && day != 22) {
                    double expected = day > 15 && day < 22 ? times * (1 + 0.125 * (times - 1)) : 1;
                    assertThat(peaked.get(day) / (double) usual.get(day)).as("day %s at %s", day, factor)
                            .isCloseTo(expected, within(0.01));
                }
            }
        }
    }

    private static List<Long> orders(Request request) {
        List<Long> orders = new ArrayList<>();
        for (int i = 0; i < 31; i++) {
            orders.add(0L);
        }
        BusinessDrivers.of(request.spec()).visit(day -> {
            if (day.driver() == Driver.ORDERS) {
                int place = day.date().getDayOfMonth() - 1;
                orders.set(place, orders.get(place) + day.value());
            }
        });
        return orders;
    }
}
