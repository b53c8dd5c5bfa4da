package io.focusgen.testing;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Provider;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.FocusVersion;
import io.focusgen.focus.Granularity;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.Profile;
import io.focusgen.spec.Shard;

/** A request in the making: the documented defaults, except what a test says. Each verb makes another request. */
public final class Request {

    private static final long HOURLY_FROM = 100_000;
    private static final long DAILY_FROM = 3_000;

    private YearMonth month = YearMonth.of(2026, 1);
    private int months = 1;
    private long rows;
    private @Nullable Granularity granularity;
    private Profile profile = Profile.LARGE_BUSINESS;
    private Distribution distribution = Distribution.EVENLY_DISTRIBUTED;
    private @Nullable BigDecimal budget;
    private @Nullable BigDecimal coverage;
    private @Nullable BigDecimal utilisation;
    private long seed = 1;
    private List<FocusColumn> columns = FocusColumn.of(FocusVersion.V1_2);
    private Shard shard = Shard.WHOLE;

    private Request(long rows) {
        this.rows = rows;
    }

    private Request(Request other) {
        month = other.month;
        months = other.months;
        rows = other.rows;
        granularity = other.granularity;
        profile = other.profile;
        distribution = other.distribution;
        budget = other.budget;
        coverage = other.coverage;
        utilisation = other.utilisation;
        seed = other.seed;
        columns = other.columns;
        shard = other.shard;
    }

    /** January 2026 of a large business, every other value the default. */
    public static Request rows(long rows) {
        return new Request(rows);
    }

    private Request with(Consumer<Request> change) {
        Request changed = new Request(this);
        change.accept(changed);
        return changed;
    }

    public Request withRows(long value) {
        return with(request -> request.rows = value);
    }

    /** @param first as in {@code 2026-02} */
    public Request month(String first) {
        return month(YearMonth.parse(first));
    }

    public Request month(YearMonth first) {
        return with(request -> request.month = first);
    }

    public Request months(int count) {
        return with(request -> request.months = count);
    }

    public Request granularity(Granularity value) {
        return with(request -> request.granularity = value);
    }

    public Request hourly() {
        return granularity(Granularity.HOURLY);
    }

    public Request daily() {
        return granularity(Granularity.DAILY);
    }

    public Request monthly() {
        return granularity(Granularity.MONTHLY);
    }

    public Request profile(Profile value) {
        return with(request -> request.profile = value);
    }

    public Request distribution(Distribution value) {
        return with(request -> request.distribution = value);
    }

    public Request budget(String usd) {
        return with(request -> request.budget = new BigDecimal(usd));
    }

    public Request coverage(String share) {
        return with(request -> request.coverage = new BigDecimal(share));
    }

    public Request utilisation(String share) {
        return with(request -> request.utilisation = new BigDecimal(share));
    }

    public Request seed(long value) {
        return with(request -> request.seed = value);
    }

    public Request columns(FocusColumn... some) {
        return with(request -> request.columns = List.of(some));
    }

    public Request shard(long index, long count) {
        return with(request -> request.shard = new Shard(index, count));
    }

    public DatasetSpec spec() {
        return new DatasetSpec(Provider.AWS, FocusVersion.V1_2, new BillingMonth(month), months, rows,
                granularity == null ? byRows() : granularity, profile, distribution, budget, coverage, utilisation,
                seed,
                columns, shard);
    }

    private Granularity byRows() {
        if (rows >= HOURLY_FROM) {
            return Granularity.HOURLY;
        }
        return rows >= DAILY_FROM ? Granularity.DAILY : Granularity.MONTHLY;
    }

    @Override
    public String toString() {
        String text = rows + " " + (granularity == null ? byRows() : granularity).label() + " rows of "
                + profile.label() + ", " + distribution.label() + ", " + month + " x " + months + ", seed " + seed;
        text += budget == null ? "" : ", budget " + budget.toPlainString();
        text += coverage == null ? "" : ", coverage " + coverage.toPlainString();
        text += utilisation == null ? "" : ", utilisation " + utilisation.toPlainString();
        text += shard.equals(Shard.WHOLE) ? "" : ", shard " + shard;
        return text;
    }
}
