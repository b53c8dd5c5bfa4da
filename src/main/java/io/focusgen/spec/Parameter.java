package io.focusgen.spec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.focusgen.catalog.Currency;
import io.focusgen.catalog.Provider;
import io.focusgen.focus.FocusVersion;
import io.focusgen.focus.Granularity;

/**
 * Every parameter of a data set: the one table that the query string, the command line and the documentation are made
 * from. The order here is the order of the canonical request, so a new parameter moves no existing URL if it stands last.
 */
public enum Parameter implements Documented {
    SCENARIO("scenario", ValueType.choice(Scenario::label, List.of(Scenario.values())),
            "none; a request without any parameter is sampleco", "sampleco",
            "A request with a name: stands for other parameters, each of which may be given otherwise."),
    PROVIDER("provider", ValueType.listOf(Provider.labels()), "aws", "aws,gcp",
            "The clouds whose bills they are, one after the other."),
    VERSION("version", ValueType.choice(FocusVersion::label, List.of(FocusVersion.V1_2)), "1.2", "1.2",
            "The FOCUS version that the columns follow."),
    MONTH("month", ValueType.of("month", "YYYY-MM from 2015-01 to 2100-12"), "the last closed month in UTC", "2026-03",
            "The first billing period."),
    MONTHS("months", ValueType.of("whole number", "a whole number from 1 to 120; the last month no later than 2100-12"),
            "1", "12", "How many billing periods, in ascending order."),
    ROWS("rows", ValueType.of("whole number",
            "a whole number from 1 to 100000000000, also written as 10k, 2.5M, 1e6 or 1_000_000"), "10000", "1e6",
            "Exact data rows per provider and month."),
    GRANULARITY("granularity", ValueType.choice(Granularity::label, List.of(Granularity.values())).or("auto"), "auto",
            "hourly",
            "The length of a usage row's charge period; auto is hourly from 100,000 rows, daily from 3,000, else monthly."
                    + " Azure has no hourly bills: there auto is daily, and hourly is refused."),
    PROFILE("profile", ValueType.choice(Profile::label, List.of(Profile.values())), "large-business", "startup",
            "The size and maturity of the invented company."),
    DISTRIBUTION("distribution", ValueType.choice(Distribution::label, List.of(Distribution.values())),
            "evenly-distributed",
            "ml-focused", "What the company spends on."),
    BUDGET("budget",
            ValueType.of("decimal",
                    "an amount above 0, at most 10000000000, with at most 2 decimals, or amounts of providers as in"
                            + " aws:250000,gcp:90000; a ~ before an amount means about"),
            "natural to the profile", "250000",
            "Billed cost before tax per provider and month in the bill's currency, the same for all providers or that of"
                    + " each. A value that the rows cannot meet is refused, or with ~ bent to the nearest that they can."),
    CURRENCY("currency", ValueType.choice(Currency::code, Currency.all()), "USD", "USD",
            "The billing currency of Azure and Google; AWS bills USD, and prices are USD everywhere."),
    COMMITMENT_COVERAGE("commitmentCoverage", ValueType.of("decimal", "0 to 0.95 with at most 6 decimals"), "0.6",
            "0.7",
            "Share of the eligible usage that commitments cover; a value that the usage cannot meet is refused."),
    COMMITMENT_UTILISATION("commitmentUtilisation", ValueType.of("decimal", "0.5 to 1 with at most 6 decimals"), "0.92",
            "0.85",
            "Share of the commitments that is used; the rest shows as unused rows. A trend that falls below what they cover"
                    + " leaves more of them unused in its months, down to 0.35 used.",
            "commitmentUtilization"),
    IDS("ids", ValueType.choice(Ids::label, List.of(Ids.values())), "real", "alpha",
            "What account and invoice numbers look like: as the provider writes them, or always with a letter, for tools"
                    + " that guess types."),
    ORGANISATION("organisation",
            ValueType.of("document", String.join(", ", BuiltInOrganisation.labels())
                    + ", or a YAML or JSON document of at most 64 KiB as in docs/organisation.md"),
            "invented", "sampleco",
            "The company's units, teams, applications, accounts and tags; what a document leaves out is invented. On the"
                    + " command line @FILE is a document in a file.",
            "organization"),
    REORGANISATION("reorganisation", ValueType.of("month", "YYYY-MM from 2015-01 to 2100-12"), "none", "2026-03",
            "From which month on some teams are merged into others, their accounts moved and some tag keys renamed; cost stays"
                    + " as it is.",
            "reorganization", "reorg"),
    SEED("seed", ValueType.of("whole number", "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE
            + ", or random"), "1", "42",
            "Which company is invented: the same seed gives the same bytes, random gives a new one."),
    COLUMNS("columns",
            ValueType.of("list", "column ids of the FOCUS version, each once, separated by commas or repeated"),
            "all", "BilledCost,ServiceName",
            "The FOCUS columns to write, always in file order; own columns are written with any of them."),
    CUSTOM_COLUMNS("customColumns", ValueType.of("list", CustomColumnText.ALLOWED), "none",
            "x_CostCentre:organisation:costCentre",
            "Own columns behind those of FOCUS, by name: the same text everywhere, the value of a tag, or who the row"
                    + " really belongs to, whatever its tags say. In a text, \\, stands for a comma and \\\\ for a"
                    + " backslash.",
            "ownColumns"),
    DELIMITER("delimiter", ValueType.choice(Delimiter::label, List.of(Delimiter.values())), "comma", "semicolon",
            "What stands between two fields of CSV, by name or as the character itself.", "separator"),
    LINE_END("lineEnd", ValueType.choice(LineEnd::label, List.of(LineEnd.values())), "lf", "crlf",
            "What ends a line of CSV.", "lineEnding"),
    HEADER("header", ValueType.choice(HeaderLines::label, List.of(HeaderLines.values())), "true", "false",
            "Whether CSV begins with a line of column names: of several shards only the first does, or with each, each; the"
                    + " parts of a bundle or job have it each where nothing is said."),
    EXCEL_SAFE("excelSafe", ValueType.choice(List.of("true", "false")), "false", "true",
            "Whether text in CSV is marked that a spreadsheet would calculate (an apostrophe stands before = + - @) or show"
                    + " as another number (digits with leading zeros or more than eleven become a formula)."),
    SHARD("shard", ValueType.of("shard", "k/n with k from 1 to n"), "1/1", "3/16",
            "One of n parts of nearly equal rows; the parts joined in order are the whole."),
    TREND("trend", ValueType.choice(TrendKind::label, List.of(TrendKind.values())), "none", "linear",
            "How spend moves over the months: the budget is the level of its start, and a month's target is a multiple of"
                    + " it. A parameter of one trend asks for that trend."),
    TREND_START("trendStart", ValueType.of("month", "YYYY-MM from 2015-01 to 2100-12"), "the first month", "2025-01",
            "The first month of the trend; earlier ones are as without. March is the same in every request with the same"
                    + " start."),
    GROWTH_RATE("growthRate", ValueType.of("decimal", "-90 to 900 with at most 4 decimals"),
            "10 for linear, or as much as fits the months, else 0", "5",
            "Per cent of the start's spend that every month adds, or takes away."),
    PEAK_MONTHS("peakMonths",
            ValueType.of("list", "whole numbers from 1 to 12, each once, separated by commas or repeated"), "11,12",
            "6,7", "The calendar months of the season's peak."),
    PEAK_MULTIPLIER("peakMultiplier", ValueType.of("decimal", "0.1 to 10 with at most 4 decimals"), "2.5", "1.8",
            "How many times the usual a peak month of the season spends."),
    BASELINE_VARIATION("baselineVariation", ValueType.of("decimal", "0 to 50 with at most 4 decimals"), "10", "3",
            "Per cent of the start's spend that a month of a seasonal trend is above or below at most, as the seed says."),
    STEP_MONTH("stepMonth", ValueType.of("whole number", "a whole number from 1 to 1200"), "4", "2",
            "The month of the trend, from 1, that the step change comes with."),
    STEP_MULTIPLIER("stepMultiplier", ValueType.of("decimal", "0.1 to 10 with at most 4 decimals"), "2", "1.5",
            "How many times the usual every month from the step on spends."),
    ANOMALY_MONTH("anomalyMonth", ValueType.of("whole number", "a whole number from 1 to 1200"), "6", "3",
            "The month of the trend, from 1, that is not as usual."),
    ANOMALY_DURATION("anomalyDuration", ValueType.of("whole number", "a whole number from 1 to 1200"), "1", "2",
            "How many months are not as usual."),
    ANOMALY_MULTIPLIER("anomalyMultiplier", ValueType.of("decimal", "0.1 to 10 with at most 4 decimals"), "10", "4",
            "How many times the usual they spend."),
    TREND_MULTIPLIERS("trendMultipliers",
            ValueType.of("decimals",
                    "1 to 120 numbers from 0.1 to 10 with at most 4 decimals, separated by commas, or such lists of"
                            + " providers as in aws:1,0.6;gcp:0.1,1"),
            "none", "1,1.2,0.9",
            "What the budget is multiplied with in the months of a custom trend, in all clouds or in each; the last one holds"
                    + " from there on. Who is not named spends as without a trend. In JSON also an array, or an object of"
                    + " arrays."),
    ANOMALIES("anomalies", ValueType.of("list", Anomalies.ALLOWED), "none", "2",
            "What goes wrong and costs extra: rows on top of those asked for and of the budget, which change no other row. A"
                    + " small one costs 1.5 to 3 %, a medium one 4 to 7 %, a large one 12 to 18 % of a month's budget before"
                    + " tax. The"
                    + " answer sheet anomalies says who, where, when and how much."),
    COMMITMENT_TERM("commitmentTerm", ValueType.choice(List.of("mix", "1", "3")), "mix", "3",
            "Years that every commitment is bought for; mix is what the company would buy."),
    COMMITMENT_PAYMENT("commitmentPayment",
            ValueType.choice(List.of("mix", "no-upfront", "partial-upfront", "all-upfront", "monthly")), "mix",
            "all-upfront",
            "When commitments are paid: AWS sells no-upfront, partial-upfront and all-upfront, Azure monthly and all-upfront,"
                    + " Google no-upfront. What is paid at once needs daily or hourly rows and is no part of the budget."),
    COMMITMENT_SCOPE("commitmentScope", ValueType.choice(CommitmentScope::label, List.of(CommitmentScope.values())),
            "shared", "account",
            "Whether commitments are used in the whole billing account or only in the account that bought them."),
    WASTE("waste", ValueType.of("list", Waste.ALLOWED), "none", "idle-instance:3",
            "What the company pays for in every month and does not need: rows on top of those asked for and of the budget,"
                    + " which change no other row. An instance or a database costs about 0.02 % to 0.4 % of a month's budget"
                    + " before tax, as far as one can; a disk is of 8 to 4000 GB and a snapshot of 5 to 3000, of less where"
                    + " that would cost more than 0.4 %. The answer sheet waste says which they are and what each would save."),
    MARKETPLACE_ISSUER("marketplaceIssuer",
            ValueType.choice(MarketplaceIssuer::label, List.of(MarketplaceIssuer.values())),
            "provider", "seller",
            "Who invoices what others sell through the provider: with seller each of them does so itself, and such rows have"
                    + " another issuer and invoice, a BilledCost and EffectiveCost of 0, no tax, and no part in the budget."),
    COMMITMENT_START("commitmentStart", ValueType.of("day", Days.ALLOWED), "drawn for each commitment", "2026-03-05",
            "The day on which a term of every commitment begins; terms follow each other before and after it. In a monthly"
                    + " bill it is the first of a month."),
    COMMITMENT_GAP("commitmentGap", ValueType.of("whole number", "a whole number from 0 to "
            + CommitmentTerms.MOST_GAP_DAYS), "0", "21",
            "Days between the expiry of a reservation and the start of its next term, in which what it covered is charged on"
                    + " demand: what that costs more than the fees comes on top of the budget, and coverage is asked for and"
                    + " told without it. All reservations expire on one day and are for a year where no term is asked for;"
                    + " what they cover runs nothing beyond. Savings plans are bought in time. Needs daily or hourly rows and"
                    + " commitments."),
    PEAK("peak", ValueType.of("list", Peaks.ALLOWED), "none", "2026-11-23:7:3",
            "Days, of the company's home, on which the users of its applications in production use so many times the usual. It is"
                    + " on top of the budget; machines that run anyway, commitments, prices and the number of rows stay, so that"
                    + " what an order costs falls. A monthly bill is that much larger.",
            "peaks");

    private final String label;
    private final ValueType type;
    private final String defaultValue;
    private final String example;
    private final String help;
    private final List<String> otherNames;

    Parameter(String label, ValueType type, String defaultValue, String example, String help, String... otherNames) {
        this.label = label;
        this.type = type;
        this.defaultValue = defaultValue;
        this.example = example;
        this.help = help;
        this.otherNames = List.of(otherNames);
    }

    /** As in a query string, e.g. {@code commitmentCoverage}. */
    @Override
    public String label() {
        return label;
    }

    @Override
    public ValueType type() {
        return type;
    }

    /** The value that stands for a parameter not given, or what that value is in words. */
    @Override
    public String defaultValue() {
        return defaultValue;
    }

    /** A valid value. */
    @Override
    public String example() {
        return example;
    }

    /** One sentence. */
    @Override
    public String help() {
        return help;
    }

    /** Whole names accepted beside {@link #label}, e.g. another English spelling. */
    @Override
    public List<String> otherNames() {
        return otherNames;
    }

    /** Whether it may stand in a request more than once. */
    @Override
    public boolean repeatable() {
        return this == COLUMNS || this == CUSTOM_COLUMNS || this == PROVIDER || this == PEAK_MONTHS
                || this == TREND_MULTIPLIERS || mayBeNone();
    }

    /** Whether a list of nothing is a value: none. */
    public boolean mayBeNone() {
        return this == ANOMALIES || this == WASTE || this == PEAK;
    }

    /** Whether it says how CSV is written and bears on no other format. */
    public boolean ofCsv() {
        return this == DELIMITER || this == LINE_END || this == HEADER || this == EXCEL_SAFE;
    }

    /** The parameter with this name, whatever its case and separators: {@code commitment-coverage} is one. */
    public static Optional<Parameter> byName(String name) {
        String plain = Spelling.plain(name);
        return Stream.of(values()).filter(parameter -> Spelling.plain(parameter.label).equals(plain)
                || parameter.otherNames.stream().anyMatch(other -> Spelling.plain(other).equals(plain))).findFirst();
    }

    /** All names, in order. */
    public static List<String> labels() {
        return Stream.of(values()).map(Parameter::label).toList();
    }
}
