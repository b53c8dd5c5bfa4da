package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.focusgen.estate.Business;
import io.focusgen.estate.Driver;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.CustomColumn;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.OrganisationAttribute;
import io.focusgen.plan.BusinessDrivers;
import io.focusgen.plan.DriverDay;
import io.focusgen.plan.LoadCurve;
import io.focusgen.plan.Plan;
import io.focusgen.spec.Trend;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** What business an application does, and that its usage follows it. */
class DriversTest {

    private static final BillingMonth START = new BillingMonth(YearMonth.of(2026, 1));
    private static final CustomColumn APPLICATION = new CustomColumn("x_Application",
            new CustomColumn.Organisation(OrganisationAttribute.APPLICATION));
    private static final CustomColumn ENVIRONMENT = new CustomColumn("x_Environment",
            new CustomColumn.Organisation(OrganisationAttribute.ENVIRONMENT));
    private static final int LARGE = 10;

    /** The daily cost of what users make of each of the ten largest applications, beside its first driver. */
    @Test
    void whatUsersCostFollowsTheBusiness() {
        for (Request request : List.of(Request.rows(100_000).daily(),
                Request.rows(100_000).daily().providers("gcp").seed(9))) {
            SortedMap<String, double[]> costs = costs(request.own(APPLICATION, ENVIRONMENT));
            SortedMap<String, double[]> business = business(request);
            List<Map.Entry<String, double[]>> largest = new ArrayList<>(costs.entrySet());
            largest.sort((a, b) -> Double.compare(sum(b.getValue()), sum(a.getValue())));
            assertThat(largest).hasSizeGreaterThan(LARGE);
            for (Map.Entry<String, double[]> application : largest.subList(0, LARGE)) {
                assertThat(correlation(application.getValue(), business.get(application.getKey())))
                        .as("%s: %s", request, application.getKey()).isGreaterThan(0.9);
            }
        }
    }

    /** All that its application in production has, by the day, but what is always the same and what the people behind it make. */
    private static SortedMap<String, double[]> costs(Request request) {
        SortedMap<String, double[]> costs = new TreeMap<>();
        Bill bill = Bill.of(request);
        List<LoadCurve> users = List.of(Business.values()).stream()
                .map(business -> bill.plan().month(START).curve(business.load())).toList();
        for (Bill.Line line : bill.lines()) {
            Spread quantity = line.charge().quantity();
            if (line.isUsage() && !line.is(FocusColumn.CAPACITY_RESERVATION_STATUS, "Unused")
                    && users.contains(quantity.curve()) && "prod".equals(line.get(ENVIRONMENT))) {
                double[] days = costs.computeIfAbsent(String.valueOf(line.get(APPLICATION)), name -> new double[31]);
                double unit = line.charge().rates().billed().toBigDecimal().movePointLeft(quantity.scale())
                        .doubleValue();
                for (int i = 0; i < quantity.count(); i++) {
                    days[quantity.from() + i] += unit * quantity.units(i);
                }
            }
        }
        return costs;
    }

    private static SortedMap<String, double[]> business(Request request) {
        SortedMap<String, double[]> business = new TreeMap<>();
        SortedMap<String, Driver> first = new TreeMap<>();
        BusinessDrivers.of(request.spec()).visit(day -> {
            first.putIfAbsent(day.application(), day.driver());
            if (first.get(day.application()) == day.driver()) {
                business.computeIfAbsent(day.application(), name -> new double[31])[day.date().getDayOfMonth()
                        - 1] = day.value();
            }
        });
        return business;
    }

    @Test
    void businessIsThatOfTheCompanyWhateverElseIsAskedFor() {
        Request request = Request.rows(5_000).daily().seed(71).trend(new Trend.Linear(START, BigDecimal.TEN));
        List<DriverDay> days = days(request.month("2026-03"));
        assertThat(days).isNotEmpty().doesNotHaveDuplicates()
                .isEqualTo(days(request.month("2026-03").providers("azure", "gcp").withRows(77)));
        List<DriverDay> window = days(request.month("2026-02").months(3));
        assertThat(window).containsSubsequence(days);
        assertThat(window.stream().map(DriverDay::date).distinct()).hasSize(28 + 31 + 30);
        assertThat(days).isSortedAccordingTo((a, b) -> a.team().equals(b.team()) ? 0 : a.team().compareTo(b.team()));
    }

    @Test
    void everyApplicationHasItsDriversOnEveryDay() {
        Request request = Request.rows(5_000).daily().seed(72);
        List<DriverDay> days = days(request);
        long applications = Plan.of(request.bill()).company().organisation().teams().stream()
                .mapToLong(team -> team.applications().size()).sum();
        assertThat(days.stream().map(DriverDay::application).distinct()).hasSize((int) applications);
        assertThat(days.stream().map(DriverDay::driver).distinct()).containsExactlyInAnyOrder(Driver.values());
        assertThat(days).allMatch(day -> day.value() > 0);
        assertThat(days.stream().filter(day -> day.date().equals(LocalDate.of(2026, 1, 31))).count() * 31)
                .isEqualTo(days.size());
    }

    /** Twice the spend is a little more than twice the business. */
    @Test
    void whatAUnitCostsFallsSlowlyWithScale() {
        Request request = Request.rows(5_000).daily().seed(73).months(3)
                .trend(new Trend.Custom(START, List.of(BigDecimal.ONE, new BigDecimal("2"), new BigDecimal("0.5"))));
        double usual = total(request);
        assertThat(total(request.month("2026-02").months(1)) / usual / 2).isCloseTo(1.05, within(0.001));
        assertThat(total(request.month("2026-03").months(1)) / usual / 0.5).isCloseTo(0.975, within(0.001));
    }

    /** Clouds that go their own ways serve it elsewhere: there is as much of it as ever, however much they cost together. */
    @Test
    void businessStaysWhereCloudsMove() {
        Trend moving = new Trend.Apart(START, new TreeMap<>(Map.of("aws",
                List.of(BigDecimal.ONE, new BigDecimal("0.5")), "gcp", List.of(BigDecimal.ONE, new BigDecimal("3")))));
        Request request = Request.rows(5_000).daily().providers("aws", "azure", "gcp").seed(74).month("2026-02");

        assertThat(days(request.trend(moving))).isEqualTo(days(request));
        assertThat(days(request.trend(new Trend.Custom(START, List.of(new BigDecimal("2"))))))
                .isNotEqualTo(days(request));
    }

    private static double total(Request request) {
        return days(request.months(1)).stream().filter(day -> day.driver() == Driver.REQUESTS)
                .mapToDouble(DriverDay::value).sum();
    }

    private static List<DriverDay> days(Request request) {
        List<DriverDay> days = new ArrayList<>();
        BusinessDrivers.of(request.spec()).visit(days::add);
        return days;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = sum(a) / a.length;
        double meanB = sum(b) / b.length;
        double both = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        return both / Math.sqrt(squaresA * squaresB);
    }
}
