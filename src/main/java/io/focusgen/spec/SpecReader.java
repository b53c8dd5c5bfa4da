package io.focusgen.spec;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

/** Reads raw parameters, from a query string or a command line alike. */
public final class SpecReader {

    private static final String DEFAULT_PROVIDER = "aws";
    private static final String AUTO = "auto";
    private static final long DEFAULT_ROWS = 10_000;
    private static final long DEFAULT_SEED = 1;
    private static final int SHARE_DECIMALS = 6;
    private static final BigDecimal MOST_COVERAGE = new BigDecimal("0.95");
    private static final BigDecimal LEAST_UTILISATION = new BigDecimal("0.5");
    private static final Pattern SHARD = Pattern.compile("([0-9]{1,18})/([0-9]{1,18})");
    private static final Pattern MEANT_SHARD = Pattern
            .compile("\\s*([0-9]{1,18})\\s*(?:/|-|:|of)\\s*([0-9]{1,18})\\s*");

    /** A tab alone is no text, and on a command line hard to write. */
    private static final Map<String, String> DELIMITERS = Map.of(",", "comma", ";", "semicolon", "\t", "tab", "\\t",
            "tab", "|", "pipe");

    private final GivenParameters given;
    private final Defaults defaults;
    private final Optional<Scenario> scenario;

    private SpecReader(GivenParameters given, Defaults defaults, Optional<Scenario> scenario) {
        this.given = given;
        this.defaults = defaults;
        this.scenario = scenario;
    }

    /**
     * The data set that {@code raw} asks for.
     *
     * @param raw values by parameter name, names and values in any accepted spelling
     * @throws RefusedException with everything wrong at once
     */
    public static DatasetSpec read(Map<String, List<String>> raw, Defaults defaults) {
        return resolve(raw, defaults).spec();
    }

    /** As {@link #read}, and what the request took from {@code defaults}. */
    public static ResolvedSpec resolve(Map<String, List<String>> raw, Defaults defaults) {
        return resolve(raw, defaults, List.of());
    }

    /**
     * As {@link #resolve}, where there are also parameters of other names.
     *
     * @param others their names, which {@code raw} does not have, but may have meant
     */
    public static ResolvedSpec resolve(Map<String, List<String>> raw, Defaults defaults, List<String> others) {
        GivenParameters given = new GivenParameters(raw, others);
        Optional<Scenario> scenario = scenario(raw, given);
        scenario.ifPresent(named -> given.otherwise(named.parameters(firstMonth(named, given, defaults))));
        return new SpecReader(given, defaults, scenario).resolve();
    }

    /** The month that a scenario's times are counted from; one that is wrong is refused where it is read. */
    private static YearMonth firstMonth(Scenario scenario, GivenParameters given, Defaults defaults) {
        List<String> asked = given.texts(Parameter.MONTH);
        try {
            return asked.isEmpty() ? scenario.firstMonth(defaults.lastClosedMonth()) : Months.read(asked.get(0));
        } catch (WrongValue refusedLater) {
            return scenario.firstMonth(defaults.lastClosedMonth());
        }
    }

    /** The scenario that is asked for; the first where nothing at all is. */
    private static Optional<Scenario> scenario(Map<String, List<String>> raw, GivenParameters given) {
        if (raw.isEmpty()) {
            return Optional.of(Scenario.SAMPLECO);
        }
        Function<Optional<Scenario>, String> label = some -> some.map(Scenario::label).orElse("");
        return given.choice(Parameter.SCENARIO, Optional.empty(), label,
                Stream.of(Scenario.values()).map(Optional::of).toList());
    }

    private ResolvedSpec resolve() {
        List<Provider> providers = given.choices(Parameter.PROVIDER, List.of(DEFAULT_PROVIDER)).stream()
                .map(Provider::of).toList();
        FocusVersion version = given.choice(Parameter.VERSION, FocusVersion.V1_2, FocusVersion::label,
                List.of(FocusVersion.values()));
        YearMonth month = given.one(Parameter.MONTH, scenario.map(named -> named.firstMonth(defaults.lastClosedMonth()))
                .orElse(defaults.lastClosedMonth()), Months::read);
        int months = months(month);
        long rows = given.one(Parameter.ROWS, DEFAULT_ROWS, text -> Numbers.whole(text, 1, DatasetSpec.MOST_ROWS));
        Optional<Granularity> granularity = granularity(providers);
        Profile profile = given.choice(Parameter.PROFILE, Profile.LARGE_BUSINESS, Profile::label,
                List.of(Profile.values()));
        Distribution distribution = given.choice(Parameter.DISTRIBUTION, Distribution.EVENLY_DISTRIBUTED,
                Distribution::label, List.of(Distribution.values()));
        Budget budget = budget(providers);
        Currency currency = currency(providers);
        BigDecimal coverage = decimal(Parameter.COMMITMENT_COVERAGE, BigDecimal.ZERO, MOST_COVERAGE, SHARE_DECIMALS);
        BigDecimal utilisation = decimal(Parameter.COMMITMENT_UTILISATION, LEAST_UTILISATION, BigDecimal.ONE,
                SHARE_DECIMALS);
        CommitmentTerms commitments = new CommitmentTermsReader(given).read(providers);
        Ids ids = given.choice(Parameter.IDS, Ids.REAL, Ids::label, List.of(Ids.values()));
        OrganisationSpec organisation = OrganisationParameter.read(given);
        BillingMonth reorganisation = reorganisation(organisation);
        Optional<Long> seed = given.one(Parameter.SEED, Optional.of(DEFAULT_SEED), SpecReader::seed);
        List<OutputColumn> columns = new ArrayList<>(columns(version));
        columns.addAll(new CustomColumnReader(given).read());
        TextOptions text = textOptions();
        Shard shard = given.one(Parameter.SHARD, Shard.WHOLE, SpecReader::shard);
        Trend trend = new TrendReader(given, month, months, providers.stream().map(Provider::label).toList())
                .read();
        Anomalies anomalies = Anomalies.read(given);
        Waste waste = Waste.read(given);
        MarketplaceIssuer issuer = given.choice(Parameter.MARKETPLACE_ISSUER, MarketplaceIssuer.PROVIDER,
                MarketplaceIssuer::label, List.of(MarketplaceIssuer.values()));
        Peaks peaks = Peaks.read(given);
        given.done();
        DatasetSpec spec = new DatasetSpec(providers, version, new BillingMonth(month), months, rows,
                granularity.orElse(null), profile, distribution, budget, currency, coverage, utilisation, commitments,
                ids, organisation, reorganisation, seed.orElseGet(defaults.randomSeed()::getAsLong), columns, text,
                shard, trend, anomalies, waste, issuer, peaks);
        return new ResolvedSpec(spec, !given.has(Parameter.MONTH), seed.isEmpty());
    }

    /** Null for none. A single team has nobody to be merged with. */
    private @Nullable BillingMonth reorganisation(@Nullable OrganisationSpec organisation) {
        if (organisation != null && organisation.teams().size() == 1 && given.has(Parameter.REORGANISATION)) {
            given.refuse(Parameter.REORGANISATION, null, "Must not be given for an organisation of a single team.",
                    null);
        }
        return given.one(Parameter.REORGANISATION, Optional.<BillingMonth>empty(),
                text -> Optional.of(new BillingMonth(Months.read(text)))).orElse(null);
    }

    /** One currency for all that bill locally; where nobody does, another than USD is a mistake. */
    private Currency currency(List<Provider> providers) {
        Currency currency = given.choice(Parameter.CURRENCY, Currency.usd(), Currency::code, Currency.all());
        if (!currency.isUsd() && providers.stream().noneMatch(Provider::billsLocally)) {
            given.refuse(Parameter.CURRENCY, currency.code(), "Must be USD for " + named(providers)
                    + ", which bills nothing else.", "USD");
        }
        return currency;
    }

    /** Providers that a request names no budget for keep that of its scenario. */
    private Budget scenarioBudget() {
        List<String> texts = scenario.map(named -> named
                .parameters(named.firstMonth(defaults.lastClosedMonth())).get(Parameter.BUDGET.label()))
                .orElse(List.of());
        try {
            return texts.isEmpty() ? Budget.NATURAL : Budget.read(texts.get(0));
        } catch (WrongValue wrong) {
            throw new IllegalStateException(texts + " of " + scenario, wrong);
        }
    }

    /** Who is not asked for has no budget, except that of a scenario. */
    private Budget budget(List<Provider> providers) {
        Budget budget = given.one(Parameter.BUDGET, Budget.NATURAL, Budget::read);
        List<String> labels = providers.stream().map(Provider::label).toList();
        given.refuseOthers(Parameter.BUDGET, budget.some().keySet(), labels);
        return budget.or(scenarioBudget()).only(labels);
    }

    private static String named(List<Provider> providers) {
        return providers.stream().map(Provider::label).collect(Collectors.joining(", "));
    }

    /** Null where it is not given: that default is chosen by the plan. */
    private @Nullable BigDecimal decimal(Parameter parameter, BigDecimal least, BigDecimal most, int decimals) {
        return given.one(parameter, Optional.<BigDecimal>empty(),
                text -> Optional.of(Numbers.decimal(text, least, most, decimals))).orElse(null);
    }

    private int months(YearMonth first) {
        int months = given.one(Parameter.MONTHS, 1, text -> (int) Numbers.whole(text, 1, DatasetSpec.MOST_MONTHS));
        long most = Months.upToLast(first);
        if (months > most) {
            given.refuse(Parameter.MONTHS, Integer.toString(months),
                    "Must be at most " + most + " from " + first + " on: the last month is " + Months.LAST + ".",
                    Long.toString(most));
        }
        return months;
    }

    /** Empty for auto. One that is asked for must be billed by every provider. */
    private Optional<Granularity> granularity(List<Provider> providers) {
        List<Optional<Granularity>> choices = Stream
                .concat(Stream.of(Granularity.values()).map(Optional::of), Stream.of(Optional.<Granularity>empty()))
                .toList();
        Optional<Granularity> asked = given.choice(Parameter.GRANULARITY, Optional.empty(),
                choice -> choice.map(Granularity::label).orElse(AUTO), choices);
        for (Provider provider : providers) {
            if (asked.isPresent() && !provider.granularities().contains(asked.get())) {
                String billed = provider.granularities().stream().map(Granularity::label)
                        .collect(Collectors.joining(" or "));
                given.refuse(Parameter.GRANULARITY, asked.get().label(),
                        "Must be " + billed + " or auto for " + provider.label() + ".",
                        provider.granularities().get(0).label());
            }
        }
        return asked;
    }

    /** Empty for a random one. */
    private static Optional<Long> seed(String text) throws WrongValue {
        if (Spelling.plain(text).equals("random")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Numbers.whole(text, Long.MIN_VALUE, Long.MAX_VALUE));
        } catch (WrongValue wrong) {
            throw wrong.nearest() != null
                    ? wrong
                    : new WrongValue(Spelling.nearest(text, List.of("random")).orElse(null));
        }
    }

    private List<FocusColumn> columns(FocusVersion version) {
        List<FocusColumn> all = FocusColumn.of(version);
        if (!given.has(Parameter.COLUMNS)) {
            return all;
        }
        List<String> ids = all.stream().map(FocusColumn::id).toList();
        Set<FocusColumn> columns = EnumSet.noneOf(FocusColumn.class);
        for (String id : given.list(Parameter.COLUMNS)) {
            Optional<FocusColumn> column = FocusColumn.byId(id).filter(all::contains);
            if (id.isEmpty()) {
                given.refuse(Parameter.COLUMNS, id, GivenParameters.must(Parameter.COLUMNS), null);
            } else if (CustomColumn.isId(id)) {
                given.refuse(Parameter.COLUMNS, id,
                        "Must be a column of FOCUS: own columns are written with any of them.", null);
            } else if (column.isEmpty()) {
                given.refuse(Parameter.COLUMNS, id, "Must be a column of FOCUS " + version.label() + ".",
                        Spelling.nearest(id, ids).orElse(null));
            } else if (!columns.add(column.get())) {
                given.refuse(Parameter.COLUMNS, id, "Must be named once.", null);
            }
        }
        return all.stream().filter(columns::contains).toList();
    }

    private TextOptions textOptions() {
        given.alsoAs(Parameter.DELIMITER, DELIMITERS);
        Delimiter delimiter = given.choice(Parameter.DELIMITER, Delimiter.COMMA, Delimiter::label,
                List.of(Delimiter.values()));
        LineEnd lineEnd = given.choice(Parameter.LINE_END, LineEnd.LF, LineEnd::label, List.of(LineEnd.values()));
        HeaderLines header = given.choice(Parameter.HEADER, HeaderLines.FIRST, HeaderLines::label,
                List.of(HeaderLines.values()));
        boolean excelSafe = given.choice(Parameter.EXCEL_SAFE, false, choice -> Boolean.toString(choice),
                List.of(true, false));
        return new TextOptions(delimiter, lineEnd, header, excelSafe);
    }

    private static Shard shard(String text) throws WrongValue {
        Matcher exact = SHARD.matcher(text);
        Matcher meant = MEANT_SHARD.matcher(text);
        if (exact.matches()) {
            long index = Long.parseLong(exact.group(1));
            long count = Long.parseLong(exact.group(2));
            if (index >= 1 && index <= count) {
                return new Shard(index, count);
            }
        }
        if (!meant.matches()) {
            throw new WrongValue(null);
        }
        long count = Math.max(1, Long.parseLong(meant.group(2)));
        throw new WrongValue(new Shard(Math.max(1, Math.min(count, Long.parseLong(meant.group(1)))), count).toString());
    }
}
