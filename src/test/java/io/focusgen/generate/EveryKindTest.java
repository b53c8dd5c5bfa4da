package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.Granularity;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bill;
import io.focusgen.testing.Request;

/** What a bill of an enterprise has, and how much of it. */
class EveryKindTest {

    @ParameterizedTest
    @CsvSource({"aws, HOURLY", "aws, DAILY", "azure, DAILY", "gcp, HOURLY", "gcp, MONTHLY"})
    void anEnterpriseHasEveryKindFromThirtyThousandRows(String provider, Granularity grain) {
        Bill bill = Bill.of(Request.rows(30_000).providers(provider).granularity(grain).profile(Profile.ENTERPRISE));
        Set<String> kinds = new TreeSet<>();
        for (Bill.Line line : bill.lines()) {
            kinds.add(line.get(FocusColumn.CHARGE_CATEGORY) + "/" + line.get(FocusColumn.CHARGE_FREQUENCY));
            kinds.add(String.valueOf(line.get(FocusColumn.PRICING_CATEGORY)));
            kinds.add(String.valueOf(line.get(FocusColumn.CHARGE_CLASS)));
            kinds.add("capacity " + line.get(FocusColumn.CAPACITY_RESERVATION_STATUS));
            kinds.add("commitment " + line.get(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY));
        }
        assertThat(kinds).contains("Usage/Usage-Based", "Purchase/Recurring", "Purchase/One-Time", "Tax/One-Time",
                "Credit/One-Time", "Standard", "Dynamic", "Committed", "Correction", "capacity Used",
                "capacity Unused", "commitment Usage", "commitment Spend");
        assertThat(kinds.contains("Adjustment/One-Time")).isEqualTo(!provider.equals("aws"));
        assertThat(bill.lines().stream().map(line -> line.get(FocusColumn.PUBLISHER_NAME)).distinct())
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void hourlyBillsAreUsageWithSomeRowsInAHundredBelowZero() {
        for (long rows : new long[]{100_000, 1_000_000}) {
            for (Profile profile : Profile.values()) {
                Bill bill = Bill.of(Request.rows(rows).hourly().profile(profile).seed(11));
                long usage = 0;
                long negative = 0;
                for (Bill.Line line : bill.lines()) {
                    usage += line.isUsage() ? line.charge().rows() : 0;
                    if (line.billed().signum() < 0) {
                        negative += line.charge().rows();
                        assertThat(line.is(FocusColumn.CHARGE_CATEGORY, "Credit")
                                || line.is(FocusColumn.CHARGE_CLASS, "Correction")).isTrue();
                    }
                }
                assertThat((double) usage / rows).as(profile.label()).isGreaterThan(0.97);
                assertThat((double) negative / rows).as(profile.label()).isBetween(0.002, 0.02);
            }
        }
    }
}
