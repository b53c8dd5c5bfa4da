package io.focusgen.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import io.focusgen.catalog.Provider;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.FocusColumn;
import io.focusgen.generate.Spread;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Eligible;

/** The promise of the scenario ri-expiry. */
class RiExpiryScenarioTest {

    private static final Scenes SCENES = Scenes.of("ri-expiry");
    private static final Eligible ELIGIBLE = new Eligible(Provider.of("aws"));

    /** In January to March 2026. */
    private static final LocalDate EXPIRY = LocalDate.of(2026, 2, 12);
    private static final LocalDate RENEWAL = LocalDate.of(2026, 3, 5);

    /** What a day's rows say. */
    private static final class Day {
        final Set<String> reserved = new TreeSet<>();
        final Map<String, BigDecimal> effective = new TreeMap<>();
        final Map<String, BigDecimal> hours = new TreeMap<>();
        BigDecimal eligible = BigDecimal.ZERO;
        BigDecimal covered = BigDecimal.ZERO;
        BigDecimal byReservation = BigDecimal.ZERO;

        double coverage() {
            return covered.doubleValue() / eligible.doubleValue();
        }

        BigDecimal effective(Collection<String> resources) {
            return sum(effective, resources);
        }

        BigDecimal hours(Collection<String> resources) {
            return sum(hours, resources);
        }

        private static BigDecimal sum(Map<String, BigDecimal> of, Collection<String> resources) {
            return resources.stream().map(id -> of.getOrDefault(id, BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private static SortedMap<LocalDate, Day> days() {
        SortedMap<LocalDate, Day> days = new TreeMap<>();
        for (int i = 0; i < SCENES.spec().months(); i++) {
            BillingMonth month = SCENES.spec().firstMonth().plus(i);
            for (Bill.Line line : SCENES.bill("aws", i).lines()) {
                if (ELIGIBLE.is(line)) {
                    Spread spread = line.charge().quantity();
                    for (int row = 0; row < spread.count(); row++) {
                        add(days.computeIfAbsent(month.month().atDay(1 + spread.period(row)), first -> new Day()), line,
                                BigDecimal.valueOf(spread.units(row), spread.scale()));
                    }
                }
            }
        }
        return days;
    }

    private static void add(Day day, Bill.Line line, BigDecimal quantity) {
        String id = Objects.requireNonNull(line.get(FocusColumn.RESOURCE_ID));
        BigDecimal contracted = line.charge().rates().contracted().toBigDecimal().multiply(quantity);
        boolean reserved = line.isUsed() && line.is(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, "Usage");
        day.eligible = day.eligible.add(contracted);
        day.covered = line.isUsed() ? day.covered.add(contracted) : day.covered;
        if (reserved) {
            day.byReservation = day.byReservation.add(contracted);
            day.reserved.add(id);
        }
        day.effective.merge(id, line.charge().rates().effective().toBigDecimal().multiply(quantity), BigDecimal::add);
        day.hours.merge(id, quantity, BigDecimal::add);
    }

    private static boolean inGap(LocalDate date) {
        return !date.isBefore(EXPIRY) && date.isBefore(RENEWAL);
    }

    @Test
    void coverageFallsOnADayInMidMonthAndIsBackThreeWeeksLater() {
        SortedMap<LocalDate, Day> days = days();
        assertThat(days).hasSize(31 + 28 + 31);
        assertThat(RENEWAL).isEqualTo(EXPIRY.plusDays(21));
        Day usual = Objects.requireNonNull(days.get(EXPIRY.minusDays(7)));
        double part = usual.byReservation.doubleValue() / usual.eligible.doubleValue();
        assertThat(part).isBetween(0.28, 0.36);
        days.forEach((date, day) -> {
            // What is on demand has quiet days and large jobs: coverage is never the same, and yet in the gap always lower.
            assertThat(day.coverage()).as("%s", date).isBetween(inGap(date) ? 0.35 : 0.65, inGap(date) ? 0.55 : 0.92);
            assertThat(day.reserved.isEmpty()).as("%s", date).isEqualTo(inGap(date));
        });
        assertThat(average(days, EXPIRY.minusDays(42), EXPIRY)).isCloseTo(0.8, within(0.02));
        assertThat(average(days, EXPIRY, RENEWAL)).isCloseTo(0.8 - part, within(0.02));
        assertThat(average(days, RENEWAL, RENEWAL.plusDays(27))).isCloseTo(0.8, within(0.02));
    }

    private static double average(SortedMap<LocalDate, Day> days, LocalDate from, LocalDate to) {
        return days.subMap(from, to).values().stream().mapToDouble(Day::coverage).average().orElseThrow();
    }

    @Test
    void theSameMachinesRunTheSameHoursAndCostMore() {
        SortedMap<LocalDate, Day> days = days();
        Day usual = Objects.requireNonNull(days.get(EXPIRY.minusDays(1)));
        assertThat(usual.reserved).hasSizeGreaterThan(1);
        days.forEach((date, day) -> {
            assertThat(day.hours(usual.reserved)).as("%s", date).isEqualByComparingTo(usual.hours(usual.reserved));
            if (inGap(date)) {
                assertThat(day.effective(usual.reserved)).as("%s", date)
                        .isGreaterThan(usual.effective(usual.reserved).multiply(new BigDecimal("1.3")));
            } else {
                assertThat(day.reserved).as("%s", date).isEqualTo(usual.reserved);
                assertThat(day.effective(usual.reserved)).as("%s", date)
                        .isEqualByComparingTo(usual.effective(usual.reserved));
            }
        });
    }

    @Test
    void feesStopAndBeginAgainForAnotherReservation() {
        Map<String, Set<LocalDate>> starts = new TreeMap<>();
        Map<String, Set<LocalDate>> ends = new TreeMap<>();
        for (int i = 0; i < SCENES.spec().months(); i++) {
            for (Bill.Line line : SCENES.bill("aws", i).lines()) {
                if (line.isPurchase() && line.is(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, "Usage")) {
                    assertThat(line.is(FocusColumn.CHARGE_FREQUENCY, "Recurring")).isTrue();
                    String id = Objects.requireNonNull(line.get(FocusColumn.COMMITMENT_DISCOUNT_ID));
                    var period = Objects.requireNonNull(line.charge().period());
                    starts.computeIfAbsent(id, first -> new TreeSet<>())
                            .add(LocalDate.ofEpochDay(period.startHour() / 24));
                    ends.computeIfAbsent(id, first -> new TreeSet<>()).add(LocalDate.ofEpochDay(period.endHour() / 24));
                }
            }
        }
        Set<LocalDate> january = Set.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1));
        int tranches = SCENES.bill("aws", 0).plan().holdings().reservations().size();
        assertThat(starts).hasSize(2 * tranches);
        assertThat(starts.values().stream().filter(january::equals)).hasSize(tranches);
        assertThat(ends.values().stream().filter(Set.of(LocalDate.of(2026, 2, 1), EXPIRY)::equals)).hasSize(tranches);
        assertThat(starts.values().stream().filter(Set.of(RENEWAL)::equals)).hasSize(tranches);
    }
}
