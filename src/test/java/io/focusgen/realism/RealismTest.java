package io.focusgen.realism;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** What every hourly AWS bill of some size has in common with real ones. */
class RealismTest {

    @ParameterizedTest
    @CsvSource({"100000, 1", "100000, 7", "150000, 3", "300000, 42"})
    void anHourlyBillLooksLikeARealOne(int rows, long seed) {
        Figures figures = new Figures(Bill.of(Request.rows(rows).hourly().seed(seed).month("2026-03")));

        assertThat(figures.rows()).isEqualTo(rows);
        assertThat(figures.category("Usage")).as("usage").isGreaterThanOrEqualTo(0.97);
        assertThat(figures.free()).as("ListCost zero").isBetween(0.20, 0.35);
        assertThat(figures.decades()).as("decades of positive cost").isGreaterThanOrEqualTo(8);
        assertThat(figures.top(0.01)).as("cost of the top 1 %").isGreaterThanOrEqualTo(0.40);
        assertThat(figures.negative()).as("negative").isBetween(0.002, 0.02);
        assertThat(figures.otherNegative()).as("negative, but neither credit nor adjustment nor correction").isZero();
        assertThat(figures.pricesThatDiffer()).as("SkuPriceIds with several list prices").isZero();
        assertThat(figures.untagged()).as("without tags").isBetween(0.25, 0.35);
        // A resource lives all month and has a few meters, each with a row in every hour.
        assertThat(figures.medianRowsOfResource()).as("rows of the middle resource").isBetween(744, 3 * 744);
    }
}
