package io.focusgen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.catalog.Provider;
import io.focusgen.estate.Business;
import io.focusgen.estate.Driver;
import io.focusgen.estate.LoadShape;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.FocusColumn;
import io.focusgen.generate.Spread;
import io.focusgen.plan.BusinessDrivers;
import io.focusgen.plan.LoadCurve;
import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.Plan;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Scenario;
import io.focusgen.testing.Bill;

/** The promise of the scenario black-friday, beside the same request without its peak. */
class BlackFridayScenarioTest {

    private static final Scenes SCENES = Scenes.of("black-friday");
    private static final Scenes USUAL = Scenes.of("black-friday", "peak", "2015-01-01:1:1");
    private static final LocalDate MONDAY = LocalDate.of(2025, 11, 24);
    private static final int WEEK = 7;

    @Test
    void itIsTheWeekOfBlackFriday() {
        DatasetSpec spec = SCENES.spec();

        assertThat(spec.firstMonth().month()).isEqualTo(YearMonth.of(2025, 10));
        assertThat(spec.peaks().listed()).singleElement().satisfies(peak -> {
            assertThat(peak.first()).isEqualTo(MONDAY);
            assertThat(peak.first().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(peak.days()).isEqualTo(WEEK);
            assertThat(peak.factor()).isEqualByComparingTo("3");
        });
    }

    @ParameterizedTest
    @CsvSource({"2026-10,2025-10,2025-11-24", "2026-11,2026-10,2026-11-23", "2026-12,2026-10,2026-11-23",
            "2019-11,2019-10,2019-11-25", "2024-12,2024-10,2024-11-25", "2018-11,2018-10,2018-11-19"})
    void itIsInTheLastClosedNovember(String lastClosed, String first, String monday) {
        assertThat(Scenario.BLACK_FRIDAY.firstMonth(YearMonth.parse(lastClosed))).hasToString(first);
        assertThat(Scenario.BLACK_FRIDAY.parameters(YearMonth.parse(first)).get("peak"))
                .containsExactly(monday + ":7:3");
    }

    @Test
    void whatUsersCostIsThreefoldInThatWeekAndOnNoOtherDay() {
        double[] usual = web(USUAL, line -> true);
        double[] peaked = web(SCENES, line -> true);
        for (int day = 1; day <= 30; day++) {
            boolean peak = day > MONDAY.getDayOfMonth();
            double ratio = peaked[day] / usual[day];
            if (day == MONDAY.getDayOfMonth()) {
                assertThat(ratio).as("Monday begins some hours later than in UTC").isBetween(2.3, 3.0);
            } else {
                assertThat(ratio).as("day %s", day).isCloseTo(peak ? 3 : 1, Percentage.withPercentage(peak ? 3 : 2));
            }
        }
        double[] always = web(SCENES, BlackFridayScenarioTest::livesAllMonth);
        for (int day = MONDAY.getDayOfMonth() + 1; day <= 30; day++) {
            assertThat(always[day] / always[day - 2 * WEEK]).as("day %s", day).isCloseTo(3,
                    Percentage.withPercentage(12));
        }
    }

    /** What each day of the second month costs of applications in production by their users, and of what the public uses. */
    private static double[] web(Scenes scenes, Predicate<Bill.Line> some) {
        Bill bill = scenes.bill("aws", 1);
        return days(bill, line -> isWeb(bill, 1, line) && some.test(line));
    }

    private static double[] days(Bill bill, Predicate<Bill.Line> some) {
        double[] days = new double[32];
        for (Bill.Line line : bill.lines()) {
            Spread quantity = line.charge().quantity();
            if (some.test(line)) {
                double unit = line.charge().rates().effective().toBigDecimal().movePointLeft(quantity.scale())
                        .doubleValue();
                for (int i = 0; i < quantity.count(); i++) {
                    days[quantity.period(i) + 1] += unit * quantity.units(i);
                }
            }
        }
        return days;
    }

    /** Jobs come and go, whatever the week. */
    private static boolean livesAllMonth(Bill.Line line) {
        return line.slice() < SCENES.bill("aws", 1).plan().structure().coreSlices();
    }

    private static boolean isWeb(Bill bill, int number, Bill.Line line) {
        MonthPlan month = bill.plan().month(SCENES.spec().firstMonth().plus(number));
        LoadCurve curve = line.charge().quantity().curve();
        boolean sold = line.get(FocusColumn.PUBLISHER_NAME) != null
                && !line.is(FocusColumn.PUBLISHER_NAME, Provider.of("aws").focusName());
        return line.isUsage() && !sold && curve != null
                && Stream
                        .concat(Stream.of(LoadShape.PUBLIC),
                                Stream.of(Business.values()).filter(Business::isOpen).map(Business::load))
                        .anyMatch(shape -> curve == month.curve(shape).peaked());
    }

    @Test
    void whatIsNotOfUsersIsAsWithout() {
        List<String> usual = others(USUAL, 1);

        assertThat(others(SCENES, 1)).isEqualTo(usual).hasSizeGreaterThan(50);
        assertThat(usual).anyMatch(line -> line.startsWith("Purchase")).anyMatch(line -> line.startsWith("Credit"));
    }

    /** Without tax, which follows what it is on, and what is taken back of a week that was another one. */
    private static List<String> others(Scenes scenes, int month) {
        Bill bill = scenes.bill("aws", month);
        return bill.lines().stream()
                .filter(line -> !line.isTax() && !isWeb(bill, month, line) && (month < 2 || !isCorrection(line)))
                .map(BlackFridayScenarioTest::text).toList();
    }

    private static double web(Scenes scenes, int month) {
        Bill bill = scenes.bill("aws", month);
        return bill.lines().stream().filter(line -> isWeb(bill, month, line))
                .mapToDouble(line -> line.billed().doubleValue())
                .sum();
    }

    private static boolean isCorrection(Bill.Line line) {
        return line.is(FocusColumn.CHARGE_CLASS, "Correction");
    }

    private static List<String> lines(Bill bill) {
        return bill.lines().stream().map(BlackFridayScenarioTest::text).toList();
    }

    private static String text(Bill.Line line) {
        return line.get(FocusColumn.CHARGE_CATEGORY) + " " + line.get(FocusColumn.RESOURCE_ID) + " "
                + line.get(FocusColumn.SKU_PRICE_ID) + " " + line.charge().rows() + " " + line.quantity() + " "
                + line.billed() + " " + line.effective();
    }

    @Test
    void anOrderCostsLessInThatWeek() {
        SortedMap<LocalDate, Long> orders = new TreeMap<>();
        BusinessDrivers.of(SCENES.spec()).visit(SCENES.spec().firstMonth().plus(1), day -> {
            if (day.driver() == Driver.ORDERS) {
                orders.merge(day.date(), day.value(), Long::sum);
            }
        });
        double[] web = web(SCENES, BlackFridayScenarioTest::livesAllMonth);
        double[] all = days(SCENES.bill("aws", 1),
                line -> line.isUsage() && !isCorrection(line) && livesAllMonth(line));
        for (int day = MONDAY.getDayOfMonth() + 1; day <= 29; day++) {
            double now = orders.get(MONDAY.withDayOfMonth(day));
            double then = orders.get(MONDAY.withDayOfMonth(day - 2 * WEEK));
            assertThat(web[day] / now).as("web on day %s", day).isLessThan(0.95 * web[day - 2 * WEEK] / then);
            assertThat(all[day] / now).as("all on day %s", day).isLessThan(0.7 * all[day - 2 * WEEK] / then);
        }
    }

    @Test
    void nothingIsWrongAndNoRowIsMore() {
        Plan plan = SCENES.bill("aws", 1).plan();
        for (int month = 0; month < 2; month++) {
            BillingMonth in = SCENES.spec().firstMonth().plus(month);
            assertThat(plan.incidents().in(in)).isEmpty();
            assertThat(plan.rows(in).total()).isEqualTo(100_000);
            assertThat(SCENES.bill("aws", month).lines().stream().mapToInt(line -> line.charge().rows()).sum())
                    .isEqualTo(100_000);
        }
    }

    /** The company is behind UTC: the last hours of its November are billed in December. */
    @Test
    void otherMonthsAreUntouched() {
        assertThat(lines(SCENES.bill("aws", 0))).isEqualTo(lines(USUAL.bill("aws", 0)));
        for (int month = 2; month < 4; month++) {
            assertThat(others(SCENES, month)).isEqualTo(others(USUAL, month)).hasSizeGreaterThan(50);
        }
        assertThat(web(SCENES, 3)).isEqualTo(web(USUAL, 3)).isPositive();
    }

    /** What three times the users of a week come to is on top of the budget. */
    @Test
    void theMonthIsOverItsBudgetByThatWeek() {
        BigDecimal usual = USUAL.bill("aws", 1).billedBeforeTax();
        double[] web = web(USUAL, line -> true);
        double more = 0;
        for (int day = MONDAY.getDayOfMonth() + 1; day <= 30; day++) {
            more += 2 * web[day];
        }
        more += 2 * 0.85 * web[MONDAY.getDayOfMonth()];
        assertThat(more).isGreaterThan(0.04 * usual.doubleValue());
        assertThat(SCENES.bill("aws", 1).billedBeforeTax().doubleValue() - usual.doubleValue()).isCloseTo(more,
                Percentage.withPercentage(8));
    }
}
