package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.Granularity;
import io.focusgen.plan.Plan;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** Every correction takes back a part of a row that the month before really contains. */
class CorrectionsTest {

    private static final List<FocusColumn> SAME = List.of(FocusColumn.SUB_ACCOUNT_ID, FocusColumn.RESOURCE_ID,
            FocusColumn.SKU_ID, FocusColumn.SKU_PRICE_ID, FocusColumn.REGION_ID, FocusColumn.AVAILABILITY_ZONE,
            FocusColumn.SERVICE_NAME, FocusColumn.TAGS, FocusColumn.PRICING_CATEGORY, FocusColumn.PRICING_UNIT,
            FocusColumn.LIST_UNIT_PRICE, FocusColumn.CONTRACTED_UNIT_PRICE);

    @ParameterizedTest
    @CsvSource({"aws, USD, HOURLY, 100000, ENTERPRISE", "azure, EUR, DAILY, 30000, STARTUP",
            "gcp, JPY, MONTHLY, 30000, ENTERPRISE", "aws, USD, HOURLY, 1000000, GREENFIELD"})
    void eachHasItsOriginalInTheMonthBefore(String provider, String currency, Granularity grain, long rows,
            Profile profile) {
        Plan plan = Plan.of(Request.rows(rows).providers(provider).currency(currency).granularity(grain)
                .profile(profile).seed(6).bill());
        BillingMonth month = plan.spec().dataset().firstMonth();
        Bill before = Bill.of(plan, month.plus(-1));
        Map<String, Bill.Line> originals = new TreeMap<>();
        for (Bill.Line line : before.lines()) {
            if (line.isUsage() && !isCorrection(line)) {
                originals.put(key(line), line);
            }
        }
        List<Bill.Line> corrections = Bill.of(plan, month).lines().stream().filter(CorrectionsTest::isCorrection)
                .toList();
        assertThat(corrections).hasSize((int) Math.min(2_000, rows / 400));
        TreeSet<String> once = new TreeSet<>();
        for (Bill.Line correction : corrections) {
            assertThat(isOf(correction, originals, plan, month.plus(-1))).as(key(correction)).isTrue();
            assertThat(once.add(key(correction) + correction.charge().period())).as("once").isTrue();
        }
        BigDecimal given = corrections.stream().map(Bill.Line::billed).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(given.negate().doubleValue()).isBetween(0.0, 0.001 * plan.budget().doubleValue());
    }

    /** What the test above would find is wrong with a correction of something else. */
    @ParameterizedTest
    @CsvSource({"aws, HOURLY, 100000"})
    void aCorrectionOfAnotherMonthHasNoOriginal(String provider, Granularity grain, long rows) {
        Plan plan = Plan.of(Request.rows(rows).providers(provider).granularity(grain).seed(6).bill());
        BillingMonth month = plan.spec().dataset().firstMonth();
        List<Bill.Line> corrections = new ArrayList<>(Bill.of(plan, month).lines());
        corrections.removeIf(line -> !isCorrection(line));

        assertThat(corrections).isNotEmpty()
                .noneMatch(line -> isOf(line, Map.of(key(line), line), plan, month));
    }

    private static boolean isOf(Bill.Line correction, Map<String, Bill.Line> originals, Plan plan,
            BillingMonth before) {
        Bill.Line original = originals.get(key(correction));
        ChargePeriod period = correction.charge().period();
        int hours = plan.month(before).hoursPerPeriod();
        if (original == null || period == null || period.endHour() - period.startHour() != hours) {
            return false;
        }
        Spread quantity = original.charge().quantity();
        long place = (period.startHour() - before.startHour()) / hours;
        OptionalInt index = IntStream.range(0, quantity.count()).filter(i -> quantity.period(i) == place).findFirst();
        return index.isPresent() && correction.charge().quantity().total() < 0
                && quantity.units(index.getAsInt()) >= -correction.charge().quantity().total();
    }

    private static boolean isCorrection(Bill.Line line) {
        return line.get(FocusColumn.CHARGE_CLASS) != null;
    }

    private static String key(Bill.Line line) {
        StringBuilder key = new StringBuilder();
        SAME.forEach(column -> key.append(line.get(column)).append('|'));
        return key.toString();
    }
}
