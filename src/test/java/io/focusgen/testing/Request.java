package io.focusgen.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.CommitmentPayment;
import io.focusgen.catalog.Currency;
import io.focusgen.catalog.Provider;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.CustomColumn;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.FocusVersion;
import io.focusgen.focus.Granularity;
import io.focusgen.focus.OutputColumn;
import io.focusgen.spec.Anomalies;
import io.focusgen.spec.Anomaly;
import io.focusgen.spec.BillSpec;
import io.focusgen.spec.Budget;
import io.focusgen.spec.CommitmentScope;
import io.focusgen.spec.CommitmentTerms;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Distribution;
import io.focusgen.spec.Ids;
import io.focusgen.spec.MarketplaceIssuer;
import io.focusgen.spec.Peak;
import io.focusgen.spec.Peaks;
import io.focusgen.spec.Profile;
import io.focusgen.spec.Shard;
import io.focusgen.spec.TextOptions;
import io.focusgen.spec.Trend;
import io.focusgen.spec.Waste;
import io.focusgen.spec.WasteKind;
import io.focusgen.spec.organisation.OrganisationReader;
import io.focusgen.spec.organisation.OrganisationSpec;

/** A request in the making: the documented defaults, except what a test says. Each verb makes another request. */
public final class Request {

    private List<Provider> providers = List.of(Provider.of("aws"));
    private Currency currency = Currency.usd();
    private Ids ids = Ids.REAL;
    private YearMonth month = YearMonth.of(2026, 1);
    private int months = 1;
    private long rows;
    private @Nullable Granularity granularity;
    private Profile profile = Profile.LARGE_BUSINESS;
    private Distribution distribution = Distribution.EVENLY_DISTRIBUTED;
    private Budget budget = Budget.NATURAL;
    private @Nullable BigDecimal coverage;
    private @Nullable BigDecimal utilisation;
    private CommitmentTerms commitments = CommitmentTerms.ANY;
    private @Nullable OrganisationSpec organisation;
    private @Nullable BillingMonth reorganisation;
    private long seed = 1;
    private List<FocusColumn> columns = FocusColumn.of(FocusVersion.V1_2);
    private List<CustomColumn> own = List.of();
    private TextOptions text = TextOptions.DEFAULT;
    private Shard shard = Shard.WHOLE;
    private Trend trend = Trend.NONE;
    private Anomalies anomalies = Anomalies.NONE;
    private Waste waste = Waste.NONE;
    private MarketplaceIssuer issuer = MarketplaceIssuer.PROVIDER;
    private Peaks peaks = Peaks.NONE;

    private Request(long rows) {
        this.rows = rows;
    }

    private Request(Request other) {
        providers = other.providers;
        currency = other.currency;
        ids = other.ids;
        organisation = other.organisation;
        reorganisation = other.reorganisation;
        month = other.month;
        months = other.months;
        rows = other.rows;
        granularity = other.granularity;
        profile = other.profile;
        distribution = other.distribution;
        budget = other.budget;
        coverage = other.coverage;
        utilisation = other.utilisation;
        commitments = other.commitments;
        seed = other.seed;
        columns = other.columns;
        own = other.own;
        text = other.text;
        shard = other.shard;
        trend = other.trend;
        anomalies = other.anomalies;
        waste = other.waste;
        issuer = other.issuer;
        peaks = other.peaks;
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

    /** @param labels as in {@code aws} */
    public Request providers(String... labels) {
        return with(request -> request.providers = Stream.of(labels).map(Provider::of).toList());
    }

    /** @param code as in {@code EUR}; providers that bill in dollars only do so still */
    public Request currency(String code) {
        return with(request -> request.currency = Currency.byCode(code).orElseThrow());
    }

    public Request ids(Ids value) {
        return with(request -> request.ids = value);
    }

    /** @param document YAML or JSON without a fault */
    public Request organisation(String document) {
        OrganisationReader.Reading reading = OrganisationReader.read(document);
        if (reading.organisation() == null) {
            throw new IllegalArgumentException(reading.faults().toString());
        }
        return with(request -> request.organisation = reading.organisation());
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
        return with(request -> request.budget = Budget.each(new BigDecimal(usd)));
    }

    public Request budgets(Budget value) {
        return with(request -> request.budget = value);
    }

    /** Or the nearest that the rows can meet. */
    public Request budgetAbout(String usd) {
        return with(request -> request.budget = new Budget(new Budget.Amount(new BigDecimal(usd), true),
                new TreeMap<>()));
    }

    public Request coverage(String share) {
        return with(request -> request.coverage = new BigDecimal(share));
    }

    public Request utilisation(String share) {
        return with(request -> request.utilisation = new BigDecimal(share));
    }

    /** @param years 1, 3 or null, and @param payment or null, for what the company would buy */
    public Request commitments(@Nullable Integer years, @Nullable CommitmentPayment payment, CommitmentScope scope) {
        return with(request -> request.commitments = new CommitmentTerms(years, payment, scope,
                commitments.start(), commitments.gapDays()));
    }

    /** @param start a day on which terms begin, as in {@code 2026-03-05}, or null for one that is drawn */
    public Request lapsing(@Nullable String start, int gapDays) {
        return with(request -> request.commitments = commitments.on(start == null ? null : LocalDate.parse(start),
                gapDays));
    }

    public Request seed(long value) {
        return with(request -> request.seed = value);
    }

    public Request columns(FocusColumn... some) {
        return with(request -> request.columns = List.of(some));
    }

    /** Columns of its own, behind those of FOCUS. */
    public Request own(CustomColumn... more) {
        return with(request -> request.own = Stream.of(more).sorted(CustomColumn.FILE_ORDER).toList());
    }

    public Request text(TextOptions value) {
        return with(request -> request.text = value);
    }

    public Request reorganised(String from) {
        return with(request -> request.reorganisation = new BillingMonth(YearMonth.parse(from)));
    }

    public Request shard(long index, long count) {
        return with(request -> request.shard = new Shard(index, count));
    }

    public Request trend(Trend value) {
        return with(request -> request.trend = value);
    }

    /** So many of any kind in every month. */
    public Request anomalies(int count) {
        return with(request -> request.anomalies = new Anomalies(count, List.of()));
    }

    public Request anomalies(Anomaly... some) {
        return with(request -> request.anomalies = new Anomalies(0, List.of(some)));
    }

    /** So many things of any kind; see {@link #waste(int, WasteKind...)} for some kinds. */
    public Request waste(int count) {
        return waste(new Waste(count, new TreeMap<>()));
    }

    /** So many things of each of these kinds. */
    public Request waste(int number, WasteKind... kinds) {
        SortedMap<WasteKind, Integer> listed = new TreeMap<>();
        Stream.of(kinds).forEach(kind -> listed.put(kind, number));
        return waste(new Waste(0, listed));
    }

    public Request waste(Waste value) {
        return with(request -> request.waste = value);
    }

    /** What others sell through the provider they invoice themselves. */
    public Request sellersInvoice() {
        return with(request -> request.issuer = MarketplaceIssuer.SELLER);
    }

    /** @param first as in {@code 2026-01-12} */
    public Request peak(String first, int days, String factor) {
        List<Peak> more = Stream.concat(peaks.listed().stream(),
                Stream.of(new Peak(LocalDate.parse(first), days, new BigDecimal(factor)))).toList();
        return with(request -> request.peaks = new Peaks(more));
    }

    public Request withoutPeaks() {
        return with(request -> request.peaks = Peaks.NONE);
    }

    public DatasetSpec spec() {
        return new DatasetSpec(providers, FocusVersion.V1_2, new BillingMonth(month), months, rows, granularity,
                profile,
                distribution, budget, currency, coverage, utilisation, commitments, ids, organisation, reorganisation,
                seed,
                Stream.<OutputColumn>concat(columns.stream(), own.stream()).toList(), text, shard, trend,
                anomalies, waste, issuer, peaks);
    }

    /** The first of the request's bills: all that there is of one provider. */
    public BillSpec bill() {
        return spec().bills().get(0);
    }

    @Override
    public String toString() {
        String text = providers + ", " + rows + " " + (granularity == null ? "auto" : granularity.label()) + " rows of "
                + profile.label() + ", " + distribution.label() + ", " + month + " x " + months + ", seed " + seed;
        text += currency.isUsd() ? "" : ", in " + currency;
        text += ids == Ids.REAL ? "" : ", ids " + ids.label();
        text += organisation == null ? "" : ", organisation " + organisation.canonical();
        text += budget.equals(Budget.NATURAL) ? "" : ", budget " + budget;
        text += coverage == null ? "" : ", coverage " + coverage.toPlainString();
        text += utilisation == null ? "" : ", utilisation " + utilisation.toPlainString();
        text += commitments.equals(CommitmentTerms.ANY) ? "" : ", " + commitments;
        text += own.isEmpty() ? "" : ", " + own;
        text += this.text.equals(TextOptions.DEFAULT) ? "" : ", " + this.text;
        text += shard.equals(Shard.WHOLE) ? "" : ", shard " + shard;
        text += trend.equals(Trend.NONE) ? "" : ", " + trend;
        text += anomalies.any() ? ", anomalies " + anomalies.text() : "";
        text += waste.any() ? ", waste " + waste.text() : "";
        text += issuer == MarketplaceIssuer.PROVIDER ? "" : ", marketplace invoiced by " + issuer.label() + "s";
        text += peaks.any() ? ", peak " + peaks.text() : "";
        return text;
    }
}
