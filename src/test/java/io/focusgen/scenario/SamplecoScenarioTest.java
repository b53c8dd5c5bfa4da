package io.focusgen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

import io.focusgen.catalog.Provider;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.Granularity;
import io.focusgen.spec.BillSpec;
import io.focusgen.testing.Bill;

/** The promise of the scenario sampleco. */
class SamplecoScenarioTest {

    private static final Scenes SCENES = Scenes.of("sampleco");
    private static final int MONTHS = 3;
    private static final int ROWS = 10_000;

    private static final Map<String, BigDecimal> BUDGETS = Map.of("aws", new BigDecimal("184300"), "azure",
            new BigDecimal("76250"), "gcp", new BigDecimal("41900"));

    @Test
    void itIsThreeCloudsOverTheLastThreeClosedMonthsByTheDay() {
        assertThat(SCENES.spec().firstMonth().month()).isEqualTo(YearMonth.of(2026, 1));
        assertThat(SCENES.spec().months()).isEqualTo(MONTHS);
        assertThat(SCENES.spec().bills()).extracting(BillSpec::provider)
                .containsExactlyElementsOf(Provider.all());
        assertThat(SCENES.spec().bills()).extracting(BillSpec::granularity).containsOnly(Granularity.DAILY);
    }

    @Test
    void everyMonthOfACloudCostsWhatThePageSaysInSoManyRows() {
        for (String provider : Provider.labels()) {
            for (int month = 0; month < MONTHS; month++) {
                Bill bill = SCENES.bill(provider, month);
                assertThat(bill.lines().stream().mapToInt(line -> line.charge().rows()).sum()).isEqualTo(ROWS);
                assertThat(bill.billedBeforeTax()).as("%s in month %s", provider, month)
                        .isCloseTo(BUDGETS.get(provider), Percentage.withPercentage(0.5));
            }
        }
    }

    /** The same eight in every cloud, so that cost per team can be followed over all of them. */
    @Test
    void eightTeamsSpendInEveryCloud() {
        Set<String> company = new TreeSet<>();
        for (String provider : Provider.labels()) {
            Set<String> teams = new TreeSet<>();
            SCENES.bill(provider, 0).lines().stream().filter(Bill.Line::isUsage)
                    .forEach(line -> teams.add(line.charge().account().team().name()));
            assertThat(teams).as(provider).hasSize(8);
            company.addAll(teams);
        }
        assertThat(company).hasSize(8);
    }

    @Test
    void itIsOneCompanyWithOneBillingAccountInEachCloud() {
        for (String provider : Provider.labels()) {
            Set<String> accounts = new TreeSet<>();
            for (int month = 0; month < MONTHS; month++) {
                SCENES.bill(provider, month).lines()
                        .forEach(line -> accounts.add(String.valueOf(line.get(FocusColumn.BILLING_ACCOUNT_ID))));
                assertThat(SCENES.bill(provider, month).plan().incidents().in(SCENES.spec().firstMonth().plus(month)))
                        .isEmpty();
            }
            assertThat(accounts).hasSize(1);
        }
    }
}
