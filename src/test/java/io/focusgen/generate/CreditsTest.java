package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.FocusColumn;
import io.focusgen.plan.Plan;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** Credits are many and small, less than what they are given for, and burn a pool down to its last coin. */
class CreditsTest {

    @ParameterizedTest
    @CsvSource({"aws, HOURLY, 100000", "aws, HOURLY, 1000000", "gcp, HOURLY, 300000", "azure, DAILY, 100000",
            "gcp, DAILY, 400000"})
    void someRowsInAThousandAreCredits(String provider, io.focusgen.focus.Granularity grain, long rows) {
        for (Profile profile : Profile.values()) {
            Bill bill = Bill.of(Request.rows(rows).providers(provider).granularity(grain).profile(profile).seed(4));
            long credits = bill.lines().stream().filter(CreditsTest::isCredit).mapToLong(l -> l.charge().rows()).sum();
            assertThat((double) credits / rows).as(profile.label()).isBetween(0.002, 0.015);
        }
    }

    @ParameterizedTest
    @CsvSource({"aws, HOURLY, 10000", "aws, HOURLY, 100000", "azure, DAILY, 3000", "gcp, MONTHLY, 300",
            "aws, MONTHLY, 20000"})
    void theCreditsOfAnAccountOnAServiceAreLessThanItCost(String provider, io.focusgen.focus.Granularity grain,
            long rows) {
        for (Profile profile : Profile.values()) {
            Bill bill = Bill.of(Request.rows(rows).providers(provider).granularity(grain).profile(profile).seed(5));
            Map<String, BigDecimal> cost = new TreeMap<>();
            for (Bill.Line line : bill.lines()) {
                if (line.isUsage() || isCredit(line)) {
                    cost.merge(line.get(FocusColumn.SUB_ACCOUNT_ID) + " " + line.get(FocusColumn.SERVICE_NAME),
                            line.billed(),
                            BigDecimal::add);
                }
                if (isCredit(line)) {
                    assertThat(line.billed()).isNegative().isEqualByComparingTo(line.effective())
                            .isEqualByComparingTo(line.list()).isEqualByComparingTo(line.contracted());
                }
            }
            assertThat(cost.values()).as(profile.label()).allMatch(left -> left.signum() >= 0);
        }
    }

    @Test
    void aPoolIsUsedUpToTheLastCoinAndTheNextBegins() {
        for (String currency : new String[]{"USD", "JPY"}) {
            Plan plan = Plan.of(Request.rows(3_000).monthly().providers("gcp").currency(currency).bill());
            Map<Integer, BigDecimal> pools = new TreeMap<>();
            Map<Integer, Integer> months = new TreeMap<>();
            BillingMonth first = plan.spec().dataset().firstMonth();
            int last = -1;
            for (int i = 0; i < 40; i++) {
                int pool = plan.month(first.plus(i)).creditPool();
                assertThat(pool).isBetween(last < 0 ? 0 : last, last < 0 ? 99 : last + 1);
                last = pool;
                BigDecimal given = Bill.of(plan, first.plus(i)).lines().stream().filter(CreditsTest::isCredit)
                        .map(Bill.Line::billed).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(given.negate().scaleByPowerOfTen(currency.equals("JPY") ? 0 : 2).stripTrailingZeros()
                        .scale()).as("whole coins").isLessThanOrEqualTo(0);
                pools.merge(pool, given, BigDecimal::add);
                months.merge(pool, 1, Integer::sum);
            }
            // Whole pools have the same average month to the last digit.
            Map<Integer, BigDecimal> averages = new TreeMap<>();
            pools.forEach((pool, given) -> {
                if (pool > pools.keySet().iterator().next() && pool < plan.month(first.plus(39)).creditPool()) {
                    averages.put(pool, given.divide(BigDecimal.valueOf(months.get(pool))));
                }
            });
            assertThat(averages).hasSizeGreaterThanOrEqualTo(1);
            assertThat(averages.values().stream().map(BigDecimal::stripTrailingZeros).distinct()).hasSize(1);
        }
    }

    private static boolean isCredit(Bill.Line line) {
        return line.is(FocusColumn.CHARGE_CATEGORY, "Credit");
    }
}
