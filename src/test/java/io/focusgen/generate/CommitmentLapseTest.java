package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.catalog.CommitmentPayment;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.FocusColumn;
import io.focusgen.plan.Plan;
import io.focusgen.plan.Term;
import io.focusgen.plan.Tranche;
import io.focusgen.spec.CommitmentScope;
import io.focusgen.spec.Profile;
import io.focusgen.spec.RefusedException;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** When commitments begin, and what is charged between the expiry of a reservation and its renewal. */
class CommitmentLapseTest {

    private static final int HOURS_OF_DAY = 24;

    /** Three weeks from 2026-02-12 to 2026-03-05. */
    private static final String START = "2026-03-05";
    private static final LocalDate EXPIRY = LocalDate.parse("2026-02-12");
    private static final LocalDate RENEWAL = LocalDate.parse(START);

    private static BillingMonth month(String month) {
        return new BillingMonth(YearMonth.parse(month));
    }

    /** The days of a month on which a charge has rows, each with its quantity. */
    private static Map<LocalDate, BigDecimal> days(Bill.Line line, YearMonth month, int hoursPerPeriod) {
        Map<LocalDate, BigDecimal> days = new TreeMap<>();
        Spread spread = line.charge().quantity();
        for (int i = 0; i < spread.count(); i++) {
            days.merge(month.atDay(1).plusDays((long) spread.period(i) * hoursPerPeriod / HOURS_OF_DAY),
                    BigDecimal.valueOf(spread.units(i), spread.scale()), BigDecimal::add);
        }
        return days;
    }

    private static boolean isReservation(Bill.Line line) {
        return line.is(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, "Usage");
    }

    /** What a reservation covers, by resource and SKU, at times when it does. */
    private static String key(Bill.Line line) {
        return line.get(FocusColumn.RESOURCE_ID) + " " + line.get(FocusColumn.SKU_ID) + " "
                + line.get(FocusColumn.LIST_UNIT_PRICE) + " " + line.get(FocusColumn.CONTRACTED_UNIT_PRICE);
    }

    /** What reservations cover in a month, and what is on demand in its place: by meter, quantities by day. */
    private record Use(Map<String, Map<LocalDate, BigDecimal>> covered,
            Map<String, Map<LocalDate, BigDecimal>> onDemand) {

        /** @param known keys of what reservations cover in another month */
        static Use of(Bill bill, YearMonth month, Iterable<String> known) {
            Use use = new Use(new TreeMap<>(), new TreeMap<>());
            known.forEach(key -> use.onDemand.put(key, new TreeMap<>()));
            int hours = month.lengthOfMonth() * HOURS_OF_DAY / bill.plan().spec().granularity()
                    .periods(new BillingMonth(month));
            for (Bill.Line line : bill.lines()) {
                if (line.isUsed() && isReservation(line)) {
                    use.covered.computeIfAbsent(key(line), first -> new TreeMap<>()).putAll(days(line, month, hours));
                } else if (line.isUsage() && line.get(FocusColumn.CHARGE_CLASS) == null
                        && use.onDemand.containsKey(key(line))) {
                    assertThat(line.isCommitment()).isFalse();
                    assertThat(line.is(FocusColumn.PRICING_CATEGORY, "Standard")).isTrue();
                    assertThat(line.charge().eligible()).isTrue();
                    assertThat(line.billed()).isEqualByComparingTo(line.contracted());
                    Objects.requireNonNull(use.onDemand.get(key(line))).putAll(days(line, month, hours));
                }
            }
            return use;
        }
    }

    private static List<Request> everywhere(long seed) {
        List<Request> requests = new ArrayList<>();
        for (String provider : List.of("aws", "azure", "gcp")) {
            requests.add(Request.rows(10_000).daily().providers(provider).seed(seed));
        }
        requests.add(Request.rows(20_000).hourly().providers("aws").seed(seed));
        requests.add(Request.rows(20_000).hourly().providers("gcp").seed(seed));
        return requests;
    }

    @Test
    void inTheGapTheSameResourcesRunTheSameHoursOnDemand() {
        for (Request request : everywhere(101)) {
            Plan plan = Plan.of(request.lapsing(START, 21).bill());
            Use before = Use.of(Bill.of(plan, month("2026-01")), YearMonth.of(2026, 1), List.of());
            assertThat(before.covered).isNotEmpty();
            Map<String, BigDecimal> usual = new TreeMap<>();
            before.covered.forEach((key, days) -> {
                assertThat(days).hasSize(31);
                assertThat(days.values().stream().distinct()).as(key).hasSize(1);
                usual.put(key, days.get(LocalDate.of(2026, 1, 1)));
            });
            for (YearMonth month : List.of(YearMonth.of(2026, 2), YearMonth.of(2026, 3))) {
                Use use = Use.of(Bill.of(plan, new BillingMonth(month)), month, usual.keySet());
                for (int day = 1; day <= month.lengthOfMonth(); day++) {
                    LocalDate date = month.atDay(day);
                    boolean gap = !date.isBefore(EXPIRY) && date.isBefore(RENEWAL);
                    for (Map.Entry<String, BigDecimal> meter : usual.entrySet()) {
                        Map<LocalDate, BigDecimal> on = Objects
                                .requireNonNull((gap ? use.onDemand : use.covered).get(meter.getKey()));
                        Map<LocalDate, BigDecimal> off = (gap ? use.covered : use.onDemand).get(meter.getKey());
                        assertThat(on.get(date)).as("%s of %s", date, request).isEqualByComparingTo(meter.getValue());
                        assertThat(off == null ? null : off.get(date)).as("%s of %s", date, request).isNull();
                    }
                }
            }
        }
    }

    @Test
    void inTheGapNothingIsBoughtAndNothingUnused() {
        for (Request request : everywhere(102)) {
            Plan plan = Plan.of(request.lapsing(START, 21).bill());
            Map<String, List<Long>> hours = new TreeMap<>();
            for (String month : List.of("2026-01", "2026-02", "2026-03")) {
                long start = month(month).startHour();
                int perPeriod = month(month).hours() / request.bill().granularity().periods(month(month));
                Bill.visit(plan, month(month), line -> {
                    if (isReservation(line)) {
                        ChargePeriod period = line.charge().period();
                        List<Long> of = hours.computeIfAbsent(line.get(FocusColumn.COMMITMENT_DISCOUNT_ID),
                                first -> new ArrayList<>());
                        Spread spread = line.charge().quantity();
                        of.add(period == null ? start + (long) spread.period(0) * perPeriod : period.startHour());
                        of.add(period == null
                                ? start + (long) (spread.period(spread.count() - 1) + 1) * perPeriod
                                : period.endHour());
                    }
                });
            }
            long expiry = EXPIRY.toEpochDay() * HOURS_OF_DAY;
            long renewal = RENEWAL.toEpochDay() * HOURS_OF_DAY;
            long earlier = hours.values().stream().filter(of -> of.stream().allMatch(hour -> hour <= expiry)).count();
            long later = hours.values().stream().filter(of -> of.stream().allMatch(hour -> hour >= renewal)).count();
            assertThat(earlier).as("%s: %s", request, hours).isEqualTo(later).isPositive();
            assertThat(earlier + later).as("%s: %s", request, hours).isEqualTo(hours.size());
        }
    }

    @Test
    void usedAndUnusedAddUpToWhatIsCommittedAtEveryEdge() {
        for (Request request : everywhere(103)) {
            Plan plan = Plan.of(request.lapsing(START, 21).utilisation("0.8").bill());
            for (String month : List.of("2026-02", "2026-03")) {
                Map<String, BigDecimal> used = new TreeMap<>();
                Map<String, BigDecimal> all = new TreeMap<>();
                Map<String, BigDecimal> bought = new TreeMap<>();
                Bill.visit(plan, month(month), line -> {
                    if (line.isCommitment()) {
                        boolean once = line.is(FocusColumn.CHARGE_FREQUENCY, "One-Time");
                        String id = Objects.requireNonNull(line.get(FocusColumn.COMMITMENT_DISCOUNT_ID));
                        if (line.isPurchase() && !once) {
                            bought.merge(id, line.committed(), BigDecimal::add);
                        } else if (!once) {
                            all.merge(id, line.committed(), BigDecimal::add);
                        }
                        if (line.isUsed()) {
                            used.merge(id, line.committed(), BigDecimal::add);
                        }
                    }
                });
                assertThat(bought).isNotEmpty();
                bought.forEach((id, quantity) -> assertThat(all.get(id)).as(id).isEqualByComparingTo(quantity));
                used.forEach((id, quantity) -> assertThat(quantity).as(id)
                        .isEqualByComparingTo(Objects.requireNonNull(all.get(id)).multiply(new BigDecimal("0.8"))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "azure", "gcp"})
    void aMonthCostsTheUsualAndWhatTheGapDoes(String provider) {
        Request request = Request.rows(30_000).daily().providers(provider).budget("400000").seed(104)
                .commitments(1, provider.equals("azure") ? CommitmentPayment.MONTHLY : CommitmentPayment.NO_UPFRONT,
                        CommitmentScope.SHARED);
        Plan plan = Plan.of(request.lapsing(START, 21).bill());
        Bill whole = Bill.of(plan, month("2026-01"));
        assertThat(whole.billedBeforeTax()).isCloseTo(new BigDecimal("400000"), Percentage.withPercentage(0.5));
        Iterable<String> known = Use.of(whole, YearMonth.of(2026, 1), List.of()).covered.keySet();
        BigDecimal feesAnHour = fees(whole).divide(BigDecimal.valueOf(31L * HOURS_OF_DAY), MathContext.DECIMAL64);
        for (String month : List.of("2026-02", "2026-03")) {
            Bill bill = Bill.of(plan, month(month));
            Map<String, BigDecimal> gap = new TreeMap<>();
            known.forEach(key -> gap.put(key, BigDecimal.ZERO));
            bill.lines().stream().filter(line -> line.isUsage() && !line.isCommitment()
                    && line.get(FocusColumn.CHARGE_CLASS) == null && gap.containsKey(key(line)))
                    .forEach(line -> gap.merge(key(line), line.billed(), BigDecimal::add));
            BigDecimal onDemand = gap.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal missing = feesAnHour.multiply(BigDecimal.valueOf(month(month).hours())).subtract(fees(bill));
            assertThat(onDemand).isGreaterThan(missing.multiply(new BigDecimal("1.3")));
            assertThat(missing).isPositive();
            assertThat(bill.billedBeforeTax().subtract(onDemand).add(missing)).as(month)
                    .isCloseTo(new BigDecimal("400000"), Percentage.withPercentage(0.5));
        }
    }

    /** What is paid for reservations by the month. */
    private static BigDecimal fees(Bill bill) {
        return bill.lines().stream().filter(line -> isReservation(line) && line.isPurchase()).map(Bill.Line::billed)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @CsvSource({"aws, USD, ALL_UPFRONT, 1", "azure, EUR, ALL_UPFRONT, 1", "azure, EUR, ALL_UPFRONT, 3",
            "aws, USD, PARTIAL_UPFRONT, 3"})
    void whatIsPaidAtOnceIsPaidAgainOnTheDayOfTheRenewalForWholeYears(String provider, String currency,
            CommitmentPayment payment, int years) {
        Plan plan = Plan.of(Request.rows(10_000).daily().providers(provider).currency(currency).seed(105)
                .commitments(years, payment, CommitmentScope.SHARED).lapsing("2024-02-29", 40).bill());
        List<ChargePeriod> terms = new ArrayList<>();
        LocalDate[] renewals = {LocalDate.of(2024, 2, 29), years == 1
                ? LocalDate.of(2025, 4, 9)
                : LocalDate.of(2027, 4, 9)};
        for (LocalDate renewal : renewals) {
            Bill.visit(plan, new BillingMonth(YearMonth.from(renewal)), line -> {
                if (isReservation(line) && line.is(FocusColumn.CHARGE_FREQUENCY, "One-Time")) {
                    terms.add(Objects.requireNonNull(line.charge().period()));
                    assertThat(line.billed()).isPositive();
                }
            });
        }
        assertThat(terms).hasSize(2 * plan.holdings().reservations().size());
        for (LocalDate renewal : renewals) {
            assertThat(terms).anySatisfy(term -> {
                assertThat(term.startHour()).isEqualTo(renewal.toEpochDay() * HOURS_OF_DAY);
                assertThat(term.endHour()).isEqualTo(renewal.plusYears(years).toEpochDay() * HOURS_OF_DAY);
            });
        }
    }

    @Test
    void aGapOfAWholeMonthLeavesItWithoutAReservation() {
        Plan plan = Plan.of(Request.rows(10_000).hourly().seed(106).lapsing("2026-03-03", 33).bill());
        Bill february = Bill.of(plan, month("2026-02"));
        assertThat(february.lines()).noneMatch(CommitmentLapseTest::isReservation).anyMatch(Bill.Line::isUsed);
        assertThat(Bill.of(plan, month("2026-01")).lines()).anyMatch(CommitmentLapseTest::isReservation);
        assertThat(Bill.of(plan, month("2026-03")).lines()).anyMatch(CommitmentLapseTest::isReservation);
    }

    @Test
    void allReservationsLapseOnOneDayAlsoWhereItIsDrawn() {
        for (String provider : List.of("aws", "azure", "gcp")) {
            Plan plan = Plan.of(Request.rows(30_000).daily().providers(provider)
                    .profile(Profile.ENTERPRISE).seed(107).lapsing(null, 14).bill());
            assertThat(plan.holdings().reservations()).hasSizeGreaterThan(2);
            int lapses = 0;
            for (int i = 0; i < 40; i++) {
                BillingMonth month = new BillingMonth(YearMonth.of(2024, 1).plusMonths(i));
                assertThat(plan.holdings().reservations().stream()
                        .map(tranche -> String.valueOf(tranche.lapse(month))).distinct()).hasSize(1);
                lapses += plan.holdings().reservations().get(0).lapse(month) == null ? 0 : 1;
                plan.holdings().plans().forEach(tranche -> assertThat(tranche.lapse(month)).isNull());
            }
            assertThat(lapses).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void termsBeginOnTheDayThatIsAskedFor() {
        for (Request request : List.of(Request.rows(10_000).daily(), Request.rows(5_000).monthly(),
                Request.rows(30_000).daily().profile(Profile.ENTERPRISE))) {
            Plan plan = Plan.of(request.seed(108).lapsing("2025-07-01", 0).commitments(1, null,
                    CommitmentScope.SHARED).bill());
            for (int year = 2015; year < 2101; year++) {
                for (Tranche tranche : plan.holdings().reservations()) {
                    assertThat(tranche.terms(new BillingMonth(YearMonth.of(year, 7)))).singleElement()
                            .extracting(term -> term.start()).isEqualTo(LocalDate.of(year, 7, 1));
                }
                for (Tranche tranche : plan.holdings().plans()) {
                    assertThat(tranche.terms(new BillingMonth(YearMonth.of(year, 7)))).singleElement()
                            .extracting(term -> term.start()).isEqualTo(LocalDate.of(year, 7, 1));
                }
            }
        }
    }

    @Test
    void betweenTwoTermsAreAsManyDaysAsAreAskedForInEveryYear() {
        for (int gap : new int[]{1, 30, 90}) {
            Plan plan = Plan.of(Request.rows(3_000).daily().seed(109).lapsing("2060-02-29", gap).bill());
            List<Term> terms = new ArrayList<>();
            for (BillingMonth month = month("2014-12"); month.ordinal() <= month("2100-12").ordinal(); month = month
                    .plus(1)) {
                plan.holdings().reservations().get(0).terms(month).stream()
                        .filter(term -> terms.isEmpty() || term.number() > terms.get(terms.size() - 1).number())
                        .forEach(terms::add);
            }
            assertThat(terms).hasSizeGreaterThan(60).anyMatch(term -> term.start().toString().equals("2060-02-29"));
            for (int i = 1; i < terms.size(); i++) {
                assertThat(terms.get(i).number()).isEqualTo(terms.get(i - 1).number() + 1);
                assertThat(ChronoUnit.DAYS.between(terms.get(i - 1).end(), terms.get(i).start())).isEqualTo(gap);
                assertThat(terms.get(i)).matches(term -> term.start().plusYears(1).equals(term.end())
                        || term.end().minusYears(1).equals(term.start()));
                assertThat(terms.get(i).hours()).isBetween(8_760L, 8_784L);
            }
        }
    }

    /** What lapses is taxed then: its service has tax already, or the fleet is left out. */
    @ParameterizedTest
    @CsvSource({"aws, 5108", "aws, 5139", "azure, 5170", "azure, 5201"})
    void whereACoveredFleetWouldBeTheLastResourceThereIsAsMuchTaxInEveryMonth(String provider, long rows) {
        Request request = Request.rows(rows).daily().providers(provider).seed(0).lapsing(START, 21);
        assertThat(List.of("2026-01", "2026-02", "2026-03")).extracting(month -> Bill.rows(request.month(month)))
                .containsOnly(rows);
    }

    @Test
    void rowsAreExactInEveryMonthThatThereIs() {
        for (Request request : everywhere(111)) {
            for (int gap : new int[]{7, 62}) {
                Plan plan = Plan.of(request.lapsing(START, gap).bill());
                for (BillingMonth month = month("2015-01"); month.ordinal() <= month("2100-12").ordinal(); month = month
                        .plus(1)) {
                    // Rows that do not add up are refused when they are dealt.
                    assertThat(plan.rows(month).total()).isEqualTo(request.spec().rows());
                }
            }
        }
    }

    @Test
    void coverageIsToldWithoutTheGapAndMetOutsideIt() {
        Plan plan = Plan.of(Request.rows(10_000).daily().seed(110).lapsing(START, 21).coverage("0.7").bill());
        assertThat(plan.coverage()).isCloseTo(new BigDecimal("0.7"), within(new BigDecimal("0.0001")));
        assertThat(coverage(Bill.of(plan, month("2026-01")))).isBetween(0.69, 0.71);
        assertThat(coverage(Bill.of(plan, month("2026-02")))).isBetween(0.45, 0.60);
    }

    private static double coverage(Bill bill) {
        double covered = 0;
        double all = 0;
        for (Bill.Line line : bill.lines()) {
            double cost = line.charge().eligible() ? line.contracted().doubleValue() : 0;
            all += cost;
            covered += line.isUsed() ? cost : 0;
        }
        return covered / all;
    }

    @Test
    void whereItCannotBeItIsRefused() {
        assertRefused(Request.rows(5_000).monthly().lapsing(null, 21), "commitmentGap", "monthly");
        assertRefused(Request.rows(5_000).monthly().lapsing("2026-03-05", 0), "commitmentStart", "first of a month");
        assertRefused(Request.rows(2_999).daily().lapsing(START, 1), "commitmentGap", "so few aws rows");
        assertRefused(Request.rows(9_999).hourly().lapsing(START, 1), "commitmentGap", "so few aws rows");
        assertRefused(Request.rows(10_000).daily().coverage("0").lapsing(START, 1), "commitmentGap", "cover nothing");
        Plan.of(Request.rows(100).daily().lapsing(START, 0).bill());
    }

    private static void assertRefused(Request request, String field, String words) {
        assertThatThrownBy(() -> Plan.of(request.bill())).as(request.toString()).isInstanceOfSatisfying(
                RefusedException.class, refused -> assertThat(refused.violations()).singleElement()
                        .satisfies(violation -> {
                            assertThat(violation.field()).isEqualTo(field);
                            assertThat(violation.message()).contains(words);
                        }));
    }
}
