package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.Granularity;
import io.focusgen.plan.MonthRows;
import io.focusgen.plan.Plan;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** Azure and Google round what belongs to the billing account to whole coins, in a row of its own. */
class RoundingTest {

    private static final Set<FocusColumn> SAID = EnumSet.of(FocusColumn.BILLING_ACCOUNT_ID,
            FocusColumn.BILLING_ACCOUNT_NAME, FocusColumn.BILLING_ACCOUNT_TYPE, FocusColumn.BILLING_CURRENCY,
            FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_DESCRIPTION, FocusColumn.CHARGE_FREQUENCY,
            FocusColumn.HOST_PROVIDER_NAME, FocusColumn.INVOICE_ID, FocusColumn.INVOICE_ISSUER_NAME,
            FocusColumn.PRICING_CURRENCY, FocusColumn.PROVIDER_NAME, FocusColumn.PUBLISHER_NAME,
            FocusColumn.SERVICE_CATEGORY, FocusColumn.SERVICE_NAME, FocusColumn.SERVICE_PROVIDER_NAME,
            FocusColumn.SERVICE_SUBCATEGORY);

    @ParameterizedTest
    @CsvSource({"azure, USD, DAILY, 3000, LARGE_BUSINESS", "azure, EUR, DAILY, 30000, ENTERPRISE",
            "azure, JPY, MONTHLY, 30000, STARTUP", "gcp, EUR, HOURLY, 10000, LARGE_BUSINESS",
            "gcp, KRW, DAILY, 30000, ML_AI", "gcp, GBP, MONTHLY, 3000, GREENFIELD",
            "gcp, USD, HOURLY, 100000, ENTERPRISE"})
    void oneRowAMonthClosesTheBillingAccountsOwnChargesToWholeCoins(String provider, String currency,
            Granularity grain, long rows, Profile profile) {
        Plan plan = Plan.of(Request.rows(rows).providers(provider).currency(currency).granularity(grain)
                .profile(profile).seed(5).bill());
        int coins = plan.spec().currency().digits();
        int whole = 0;
        for (int i = 0; i < 4; i++) {
            BillingMonth month = plan.spec().dataset().firstMonth().plus(i);
            MonthRows slices = plan.rows(month);
            List<Bill.Line> own = Bill.of(plan, month).lines().stream().filter(line -> slices.isBilling(line.slice()))
                    .toList();
            List<Bill.Line> adjustments = own.stream()
                    .filter(line -> line.is(FocusColumn.CHARGE_CATEGORY, "Adjustment")).toList();

            assertThat(adjustments).singleElement().satisfies(line -> {
                assertThat(EnumSet.allOf(FocusColumn.class)).filteredOn(column -> line.get(column) != null)
                        .containsExactlyInAnyOrderElementsOf(SAID);
                assertThat(line.get(FocusColumn.CHARGE_FREQUENCY)).isEqualTo("One-Time");
                assertThat(line.get(FocusColumn.SERVICE_SUBCATEGORY)).isEqualTo("Other (Other)");
                assertThat(line.charge().wholeMonth()).isTrue();
                assertThat(line.charge().rates().priced()).isNull();
                assertThat(line.billed().abs()).isLessThanOrEqualTo(new BigDecimal("0.5").movePointLeft(coins));
                assertThat(List.of(line.effective(), line.list(), line.contracted())).containsOnly(line.billed());
            });
            assertThat(billed(own).stripTrailingZeros().scale()).isLessThanOrEqualTo(coins);
            own = own.stream().filter(line -> !adjustments.contains(line)).toList();
            whole += billed(own).stripTrailingZeros().scale() <= coins ? 1 : 0;
        }
        assertThat(whole).as("months without anything to round").isLessThan(2);
    }

    private static BigDecimal billed(List<Bill.Line> lines) {
        return lines.stream().map(Bill.Line::billed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @CsvSource({"aws, HOURLY, 30000", "aws, MONTHLY, 3000", "azure, DAILY, 2999", "gcp, HOURLY, 9999",
            "gcp, MONTHLY, 2999"})
    void awsHasNoneAndNoBillWithoutAnythingToRound(String provider, Granularity grain, long rows) {
        Bill bill = Bill.of(Request.rows(rows).providers(provider).granularity(grain).profile(Profile.ENTERPRISE));

        assertThat(bill.lines()).noneMatch(line -> line.is(FocusColumn.CHARGE_CATEGORY, "Adjustment"));
    }

    @Test
    void withoutCommitmentsItBeginsWithCorrections() {
        Request request = Request.rows(29_999).providers("gcp").daily().coverage("0");

        assertThat(Bill.of(request).lines()).noneMatch(line -> line.is(FocusColumn.CHARGE_CATEGORY, "Adjustment"));
        assertThat(Bill.of(request.withRows(30_000)).lines())
                .anyMatch(line -> line.is(FocusColumn.CHARGE_CATEGORY, "Adjustment"));
    }
}
