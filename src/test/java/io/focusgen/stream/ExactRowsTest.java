package io.focusgen.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.Granularity;
import io.focusgen.plan.MonthRows;
import io.focusgen.plan.Plan;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;

/** As many rows as were asked for, in months of every length. */
class ExactRowsTest {

    /** Months of 28, 29, 30 and 31 days. */
    private static final String[] MONTHS = {"2026-02", "2024-02", "2026-04", "2025-12"};

    private static final long[] COUNTED = {1, 2, 3, 4, 5, 7, 10, 28, 29, 30, 31, 32, 50, 99, 100, 101, 299, 300, 301,
            500,
            743, 744, 745, 999, 1000, 1001, 2999, 3000, 3001};
    private static final long[] PLANNED = {4999, 5000, 9999, 10_000, 10_001, 12_345, 20_011, 30_000, 50_000, 99_999,
            100_000, 200_000};

    @ParameterizedTest
    @EnumSource(Granularity.class)
    void smallBillsHaveAsManyLinesAsRows(Granularity granularity) {
        for (long rows : COUNTED) {
            for (Profile profile : Profile.values()) {
                Request request = Request.rows(rows).granularity(granularity).profile(profile).seed(rows)
                        .distribution(Distribution.values()[(int) ((rows + profile.ordinal()) % 8)])
                        .month(MONTHS[(int) ((rows + profile.ordinal()) % 4)]);
                assertThat(PlannedExport.of(request.spec()).rows()).as(request.toString()).isEqualTo(rows);
                assertThat(Bytes.of(request).lines() - 1).as(request.toString()).isEqualTo(rows);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Granularity.class)
    void largeBillsHaveAsManyRowsInTheirCharges(Granularity granularity) {
        for (long rows : PLANNED) {
            for (int month = 0; month < MONTHS.length; month++) {
                Profile profile = Profile.values()[(int) ((rows + month) % 6)];
                Request request = Request.rows(rows).granularity(granularity).profile(profile).seed(rows - month)
                        .distribution(Distribution.values()[(int) ((rows + month) % 8)]).month(MONTHS[month]);
                assertThat(Bill.rows(request)).as(request.toString()).isEqualTo(rows);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 29, 30, 99, 300, 999, 3_000, 9_999, 10_000, 100_000})
    void coverageAndUtilisationDoNotChangeTheNumber(long rows) {
        // Smaller ones have no commitments, and refuse to cover anything.
        String[] coverages = rows < 3_000 ? new String[]{"0"} : new String[]{"0", "0.3", "0.95"};
        for (String coverage : coverages) {
            for (String utilisation : new String[]{"0.5", "0.92", "1"}) {
                Request request = Request.rows(rows).coverage(coverage).utilisation(utilisation).seed(5);
                assertThat(Bill.rows(request)).as(request.toString()).isEqualTo(rows);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3_000, 3_001, 9_999, 10_000, 12_345, 30_000})
    void aGapBetweenTwoTermsDoesNotChangeTheNumber(long rows) {
        for (int gap : new int[]{1, 20, 45, 90}) {
            for (Profile profile : new Profile[]{Profile.STARTUP, Profile.ENTERPRISE}) {
                Request request = Request.rows(rows).profile(profile).seed(rows + gap).lapsing("2026-03-08", gap);
                for (Request shape : rows < 10_000
                        ? new Request[]{request.daily(), request.daily().providers("azure")}
                        : new Request[]{request.daily(), request.hourly().providers("gcp"), request.hourly()}) {
                    Plan plan = Plan.of(shape.bill());
                    for (int month = -4; month < 2; month++) {
                        BillingMonth of = new BillingMonth(java.time.YearMonth.of(2026, 3).plusMonths(month));
                        assertThat(Bill.of(plan, of).lines().stream().mapToLong(line -> line.charge().rows()).sum())
                                .as("%s of %s", of, shape).isEqualTo(rows);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1000000000, 2026-02", "1000000000, 2026-01", "10000000000, 2024-02", "10000000000, 2026-01"})
    void billionsOfRowsArePlannedToTheLast(long rows, String month) {
        Request request = Request.rows(rows).month(month).seed(3);
        Plan plan = Plan.of(request.bill());
        MonthRows slices = plan.rows(new BillingMonth(java.time.YearMonth.parse(month)));
        long sum = 0;
        long blocks = 0;
        for (int slice = 0; slice < slices.slices(); slice++) {
            assertThat(slices.rowsBefore(slice)).isEqualTo(sum);
            assertThat(slices.blocksBefore(slice)).isEqualTo(blocks);
            sum += slices.rows(slice);
            blocks += slices.rows(slice) == 0
                    ? 0
                    : (slice + 1 < slices.slices() ? slices.blocksBefore(slice + 1) : slices.blocks()) - blocks;
        }
        assertThat(sum).isEqualTo(rows);
        assertThat(slices.blocks()).isEqualTo(blocks);

        BlockSource source = PlannedExport.of(request.spec()).blocks(Format.CSV);
        assertThat(source.blocks()).isEqualTo(blocks);
        for (long block : new long[]{0, blocks / 2, blocks - 1}) {
            long expected = slices.endRow(block) - slices.firstRow(block);
            assertThat(Bytes.of(source, block).lines() - (block == 0 ? 1 : 0)).as("rows of block %d", block)
                    .isEqualTo(expected).isBetween(1L, 4_096L);
        }
    }

    @Test
    void aBlockHasAtMostFourThousandAndNinetySixRowsAndFourMebibytes() {
        for (Profile profile : Profile.values()) {
            BlockSource source = PlannedExport.of(Request.rows(50_000).hourly().profile(profile).spec())
                    .blocks(Format.CSV);
            for (long block = 0; block < source.blocks(); block++) {
                Bytes bytes = Bytes.of(source, block);
                assertThat(bytes.lines()).isBetween(1L, 4_097L);
                assertThat(bytes.length()).isLessThanOrEqualTo(4 << 20);
            }
        }
    }

    @Test
    void planningTenBillionRowsTakesSecondsAndNotMore() {
        // Far above what it takes, so that only planning row by row fails.
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30),
                () -> Plan.of(Request.rows(10_000_000_000L).bill()));
    }
}
