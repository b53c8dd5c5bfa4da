package io.focusgen.spec;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Currency;
import io.focusgen.catalog.Provider;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.CustomColumn;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.FocusVersion;
import io.focusgen.focus.Granularity;
import io.focusgen.focus.OutputColumn;
import io.focusgen.spec.organisation.OrganisationSpec;

/**
 * A valid request with every default resolved: the bytes of a data set are a function of this and of the generator's
 * version.
 *
 * @param providers whose bills they are, in the order of the rows; at least one, none twice
 * @param version the FOCUS version of the rows
 * @param firstMonth the first billing period
 * @param months billing periods, 1 to 120
 * @param rows exact rows per provider and month, 1 to 10^11
 * @param granularity of all bills, or null where bills of so many rows differ in it
 * @param profile the company
 * @param distribution what it spends on
 * @param budget BilledCost before tax a month
 * @param currency of the bills of providers that bill locally; the others bill USD
 * @param commitmentCoverage covered share of eligible usage, 0 to 0.95, or null for the default
 * @param commitmentUtilisation used share of commitments, 0.5 to 1, or null for the default
 * @param commitments what kind of commitments the company buys
 * @param ids what account and invoice numbers look like
 * @param organisation what the company looks like, or null where all of it is invented
 * @param reorganisation from which month on the organisation is another one, or null where it stays
 * @param seed any number
 * @param columns the columns to write, in file order: those of FOCUS, then at most 20 own ones, no two alike whatever the
 *     case; at least one
 * @param text how they are written as CSV
 * @param shard which part of the data set
 * @param trend how spend moves over the months
 * @param anomalies what goes wrong
 * @param waste what nobody needs
 * @param marketplaceIssuer who invoices what others sell through the providers
 * @param peaks days on which more is used than usual
 */
public record DatasetSpec(List<Provider> providers, FocusVersion version, BillingMonth firstMonth, int months,
        long rows, @Nullable Granularity granularity, Profile profile, Distribution distribution,
        Budget budget, Currency currency, @Nullable BigDecimal commitmentCoverage,
        @Nullable BigDecimal commitmentUtilisation, CommitmentTerms commitments, Ids ids,
        @Nullable OrganisationSpec organisation, @Nullable BillingMonth reorganisation, long seed,
        List<OutputColumn> columns, TextOptions text, Shard shard, Trend trend, Anomalies anomalies,
        Waste waste, MarketplaceIssuer marketplaceIssuer, Peaks peaks) {

    public static final BigDecimal DEFAULT_COVERAGE = new BigDecimal("0.6");
    public static final BigDecimal DEFAULT_UTILISATION = new BigDecimal("0.92");
    public static final long MOST_ROWS = 100_000_000_000L;
    public static final int MOST_MONTHS = 120;
    public static final int MOST_CUSTOM_COLUMNS = 20;

    public DatasetSpec {
        providers = List.copyOf(providers);
        if (providers.isEmpty() || providers.stream().distinct().count() != providers.size()) {
            throw new IllegalArgumentException("a data set has at least one provider and none twice, not " + providers);
        }
        if (granularity == null) {
            granularity = common(providers, rows);
        }
        columns = List.copyOf(columns);
        check(columns);
        if (rows < 1 || rows > MOST_ROWS) {
            throw new IllegalArgumentException("rows " + rows + " is not within 1 to " + MOST_ROWS);
        }
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("months " + months + " is not within 1 to " + MOST_MONTHS);
        }
    }

    /** The one that bills of so many rows have in every provider, so that equal requests are equal; null where they differ. */
    private static @Nullable Granularity common(List<Provider> providers, long rows) {
        Granularity first = providers.get(0).granularity(rows);
        return providers.stream().allMatch(provider -> provider.granularity(rows) == first) ? first : null;
    }

    private static void check(List<OutputColumn> columns) {
        List<CustomColumn> custom = of(CustomColumn.class, columns);
        int focus = columns.size() - custom.size();
        long names = custom.stream().map(column -> Spelling.plain(column.id())).distinct().count();
        if (columns.isEmpty() || custom.size() > MOST_CUSTOM_COLUMNS || names != custom.size()
                || !columns.subList(focus, columns.size()).equals(custom)) {
            throw new IllegalArgumentException("columns are those of FOCUS and then up to 20 different own ones, not "
                    + columns);
        }
    }

    private static <T extends OutputColumn> List<T> of(Class<T> kind, List<OutputColumn> columns) {
        return columns.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Those of {@link #columns} that are in FOCUS. */
    public List<FocusColumn> focusColumns() {
        return of(FocusColumn.class, columns);
    }

    /** Those of {@link #columns} that are not. */
    public List<CustomColumn> customColumns() {
        return of(CustomColumn.class, columns);
    }

    /** The data set that it is a part of. */
    public DatasetSpec whole() {
        return part(Shard.WHOLE);
    }

    /** The same written as CSV in another way. */
    public DatasetSpec with(TextOptions other) {
        return new DatasetSpec(providers, version, firstMonth, months, rows, granularity, profile, distribution, budget,
                currency, commitmentCoverage, commitmentUtilisation, commitments, ids, organisation, reorganisation,
                seed, columns, other, shard, trend, anomalies, waste, marketplaceIssuer, peaks);
    }

    /** One of its parts. @param part of the whole data set, whatever part of it this is */
    public DatasetSpec part(Shard part) {
        return with(budget, commitmentCoverage, part);
    }

    /** The request for exactly the rows that it has of one of its providers in one of its months. */
    public DatasetSpec month(BillSpec bill, BillingMonth month) {
        Provider provider = bill.provider();
        return new DatasetSpec(List.of(provider), version, month, 1, rows, bill.granularity(), profile, distribution,
                budget.only(List.of(provider.label())), bill.currency(), commitmentCoverage, commitmentUtilisation,
                commitments, ids, organisation, reorganisation, seed, columns, text, Shard.WHOLE, bill.trend(),
                anomalies, waste, marketplaceIssuer, peaks);
    }

    /** The same with another budget and coverage. */
    DatasetSpec with(Budget money, @Nullable BigDecimal covered) {
        return with(money, covered, shard);
    }

    private DatasetSpec with(Budget money, @Nullable BigDecimal covered, Shard part) {
        return new DatasetSpec(providers, version, firstMonth, months, rows, granularity, profile, distribution, money,
                currency, covered, commitmentUtilisation, commitments, ids, organisation, reorganisation,
                seed, columns, text, part, trend, anomalies, waste, marketplaceIssuer, peaks);
    }

    /** What it holds of each provider, in the order of the rows. */
    public List<BillSpec> bills() {
        return providers.stream().map(provider -> new BillSpec(provider,
                granularity == null ? provider.granularity(rows) : granularity,
                provider.billsLocally() ? currency : Currency.usd(), this)).toList();
    }
}
