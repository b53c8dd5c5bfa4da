package io.focusgen.spec;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Provider;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.FocusVersion;
import io.focusgen.focus.Granularity;

/**
 * A valid request with every default resolved: the bytes of a data set are a function of this and of the generator's
 * version.
 *
 * @param provider whose bill it is
 * @param version the FOCUS version of the rows
 * @param firstMonth the first billing period
 * @param months billing periods, 1 to 120
 * @param rows exact rows per provider and month, 1 to 10^11
 * @param granularity resolved, never "auto"
 * @param profile the company
 * @param distribution what it spends on
 * @param budget BilledCost before tax per provider and month in USD, or null for the profile's own
 * @param commitmentCoverage covered share of eligible usage, 0 to 0.95, or null for the default
 * @param commitmentUtilisation used share of commitments, 0.5 to 1, or null for the default
 * @param seed any number
 * @param columns the columns to write, in file order
 * @param shard which part of the data set
 */
public record DatasetSpec(Provider provider, FocusVersion version, BillingMonth firstMonth, int months, long rows,
        Granularity granularity, Profile profile, Distribution distribution, @Nullable BigDecimal budget,
        @Nullable BigDecimal commitmentCoverage, @Nullable BigDecimal commitmentUtilisation, long seed,
        List<FocusColumn> columns, Shard shard) {

    public static final BigDecimal DEFAULT_COVERAGE = new BigDecimal("0.6");
    public static final BigDecimal DEFAULT_UTILISATION = new BigDecimal("0.92");
    public static final long MOST_ROWS = 100_000_000_000L;
    public static final int MOST_MONTHS = 120;

    public DatasetSpec {
        columns = List.copyOf(columns);
        if (rows < 1 || rows > MOST_ROWS) {
            throw new IllegalArgumentException("rows " + rows + " is not within 1 to " + MOST_ROWS);
        }
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("months " + months + " is not within 1 to " + MOST_MONTHS);
        }
    }
}
