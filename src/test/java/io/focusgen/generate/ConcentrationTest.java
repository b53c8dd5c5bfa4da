package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.focusgen.focus.Decimal;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** Real bills are steep: a third of their rows cost nothing, and a few cost nearly everything. */
class ConcentrationTest {

    private static final int ROWS = 200_000;

    @ParameterizedTest
    @EnumSource(Profile.class)
    void anHourlyBillIsAsSteepAsARealOne(Profile profile) {
        for (Distribution distribution : new Distribution[]{Distribution.EVENLY_DISTRIBUTED, Distribution.BALANCED}) {
            for (String month : new String[]{"2026-01", "2026-02"}) {
                for (long seed = 81; seed < 84; seed++) {
                    assertSteep(Request.rows(ROWS).hourly().profile(profile).distribution(distribution).month(month)
                            .seed(seed));
                }
            }
        }
    }

    private static void assertSteep(Request request) {
        double[] billed = new double[ROWS];
        double[] effective = new double[ROWS];
        int rows = 0;
        int free = 0;
        for (Bill.Line line : Bill.of(request).lines()) {
            Spread quantity = line.charge().quantity();
            Rates rates = line.charge().rates();
            for (int i = 0; i < quantity.count(); i++) {
                billed[rows] = cost(rates.billed(), quantity, i);
                effective[rows] = cost(rates.effective(), quantity, i);
                free += cost(rates.list(), quantity, i) == 0 ? 1 : 0;
                rows++;
            }
        }
        assertThat(rows).isEqualTo(ROWS);
        assertThat((double) free / ROWS).as("share of rows with ListCost 0 in %s", request).isBetween(0.2, 0.35);
        assertThat(decades(billed)).as("decades of BilledCost in %s", request).isGreaterThanOrEqualTo(8);
        assertThat(topPerCent(billed)).as("BilledCost of the top 1 %% in %s", request).isGreaterThanOrEqualTo(0.4);
        assertThat(topPerCent(effective)).as("EffectiveCost of the top 1 %% in %s", request)
                .isGreaterThanOrEqualTo(0.4);
    }

    private static double cost(Decimal unit, Spread quantity, int index) {
        return unit.toBigDecimal().doubleValue() * quantity.units(index) / Math.pow(10, quantity.scale());
    }

    private static double decades(double[] costs) {
        double[] positive = Arrays.stream(costs).filter(cost -> cost > 0).toArray();
        return Math.log10(Arrays.stream(positive).max().orElseThrow() / Arrays.stream(positive).min().orElseThrow());
    }

    private static double topPerCent(double[] costs) {
        double[] sorted = costs.clone();
        Arrays.sort(sorted);
        return Arrays.stream(sorted, sorted.length - sorted.length / 100, sorted.length).sum()
                / Arrays.stream(sorted).sum();
    }
}
