package io.focusgen.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.focusgen.catalog.Currency;
import io.focusgen.catalog.Provider;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.CustomColumn;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.FocusVersion;
import io.focusgen.focus.Granularity;
import io.focusgen.focus.OrganisationAttribute;
import io.focusgen.focus.OutputColumn;

class CanonicalRequestTest {

    /** Other than any month and seed below, so that a value which is left out shows. */
    private static final Defaults OTHER = new Defaults(YearMonth.of(1999, 1), () -> {
        throw new AssertionError("a canonical request leaves nothing to chance");
    });

    private static Budget budget(Random random, List<Provider> providers) {
        SortedMap<String, Budget.Amount> some = new TreeMap<>();
        for (Provider provider : providers.subList(0, random.nextInt(providers.size() + 1))) {
            some.put(provider.label(), amount(random));
        }
        boolean one = random.nextBoolean() || providers.size() == 1;
        return one
                ? random.nextBoolean() ? Budget.NATURAL : new Budget(amount(random), new TreeMap<>())
                : new Budget(null, some);
    }

    private static Budget.Amount amount(Random random) {
        return new Budget.Amount(plain(BigDecimal.valueOf(1 + random.nextInt(Integer.MAX_VALUE - 1), 2)),
                random.nextBoolean());
    }

    private static DatasetSpec read(String query) {
        return SpecReader.read(BadRequests.raw(query), OTHER);
    }

    @Test
    void readingTheCanonicalRequestGivesAnEqualSpec() {
        Random random = new Random(20260301);
        for (int i = 0; i < 1_000; i++) {
            DatasetSpec spec = randomSpec(random);
            String query = CanonicalRequest.of(spec).query();

            assertThat(read(query)).as(query).isEqualTo(spec);
        }
    }

    @Test
    void everySpellingOfARequestHasTheSameCanonicalOne() {
        DatasetSpec spec = read("MONTH=2026-03&rows=1e6&profile=Large+Business&commitment-coverage=0.70"
                + "&columns=tags&columns=billedcost&budget=2.5M&seed=042");

        assertThat(CanonicalRequest.of(spec).query())
                .isEqualTo("provider=aws&version=1.2&month=2026-03&months=1&rows=1000000"
                        + "&granularity=hourly&profile=large-business&distribution=evenly-distributed&budget=2500000"
                        + "&currency=USD&commitmentCoverage=0.7&ids=real&seed=42&columns=BilledCost,Tags&shard=1/1");
    }

    @Test
    void allColumnsNamedAreTheSameAsNone() {
        String all = String.join(",", FocusColumn.of(FocusVersion.V1_2).stream().map(FocusColumn::id).toList());

        assertThat(CanonicalRequest.of(read("month=2026-03&columns=" + all)).query())
                .isEqualTo(CanonicalRequest.of(read("month=2026-03")).query()).doesNotContain("columns");
    }

    @Test
    void aCanonicalRequestIsSafeInAHeaderAndAUrl() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            assertThat(CanonicalRequest.of(randomSpec(random)).query()).matches("[A-Za-z0-9=&._~/,:%-]+");
        }
    }

    @Test
    void theFingerprintStandsStillForOneVersionOfTheGenerator() {
        CanonicalRequest request = CanonicalRequest.of(read("month=2026-03"));

        assertThat(request.fingerprint("0.1.0")).isEqualTo("79e9d2fa80c20445fc12deb064b99723")
                .isNotEqualTo(request.fingerprint("0.1.1"));
    }

    @Test
    void everyParameterChangesTheFingerprint() {
        List<String> queries = Stream.of(Parameter.values()).filter(parameter -> parameter.type().choices().size() != 1)
                .map(parameter -> (parameter == Parameter.MONTH ? "" : "month=2026-02&")
                        + (parameter == Parameter.CURRENCY ? "provider=azure&" : "") + parameter.label() + "="
                        + parameter.example())
                .toList();

        assertThat(queries).hasSizeGreaterThan(10)
                .extracting(query -> CanonicalRequest.of(read(query)).fingerprint("1"))
                .doesNotHaveDuplicates().doesNotContain(CanonicalRequest.of(read("month=2026-02")).fingerprint("1"));
    }

    private static DatasetSpec randomSpec(Random random) {
        YearMonth first = YearMonth.of(2015, 1).plusMonths(random.nextInt(86 * 12));
        int months = 1 + random.nextInt((int) Math.min(120, Months.upToLast(first)));
        long rows = 1 + (long) Math.pow(10, random.nextDouble() * 11) - 1;
        long count = 1 + random.nextInt(1_000_000);
        List<Provider> providers = new ArrayList<>(Provider.all());
        Collections.shuffle(providers, random);
        List<Provider> some = providers.subList(0, 1 + random.nextInt(providers.size()));
        boolean locally = some.stream().anyMatch(Provider::billsLocally);
        return new DatasetSpec(some, FocusVersion.V1_2, new BillingMonth(first), months, Math.max(1, rows),
                granularity(random, some), pick(random, Profile.values()), pick(random, Distribution.values()),
                budget(random, some),
                locally ? pick(random, Currency.all().toArray(Currency[]::new)) : Currency.usd(),
                maybe(random, BigDecimal.valueOf(random.nextInt(950_001), 6)),
                maybe(random, BigDecimal.valueOf(500_000 + random.nextInt(500_001), 6)),
                new CommitmentTerms(random.nextBoolean() ? null : random.nextBoolean() ? 1 : 3, null,
                        pick(random, CommitmentScope.values()),
                        random.nextBoolean() ? null : LocalDate.of(2015, 1, 1).plusDays(random.nextInt(31_000)),
                        random.nextInt(CommitmentTerms.MOST_GAP_DAYS + 1)),
                pick(random, Ids.values()),
                null, random.nextBoolean() ? null : new BillingMonth(first), random.nextLong(),
                columns(random),
                new TextOptions(pick(random, Delimiter.values()), pick(random, LineEnd.values()),
                        pick(random, HeaderLines.values()),
                        random.nextBoolean()),
                new Shard(1 + random.nextLong(count), count), trend(random, first, some), anomalies(random),
                waste(random), pick(random, MarketplaceIssuer.values()), peaks(random));
    }

    /** Small enough for any window. */
    private static Trend trend(Random random, YearMonth first, List<Provider> providers) {
        BillingMonth start = new BillingMonth(
                first.isAfter(Months.FIRST) ? first.minusMonths(random.nextInt(2)) : first);
        BigDecimal growth = Numbers.plain(BigDecimal.valueOf(random.nextInt(60) - 20, 2));
        BigDecimal multiplier = Numbers.plain(BigDecimal.valueOf(50 + random.nextInt(300), 2));
        return switch (random.nextInt(7)) {
            case 0 -> new Trend.Linear(start, growth);
            case 1 -> new Trend.Seasonal(start, growth, new TreeSet<>(List.of(1 + random.nextInt(12), 3)), multiplier,
                    Numbers.plain(BigDecimal.valueOf(random.nextInt(20))));
            case 2 -> new Trend.StepChange(start, growth, 1 + random.nextInt(30), multiplier);
            case 3 -> new Trend.Anomaly(start, growth, 1 + random.nextInt(30), 1 + random.nextInt(30), multiplier);
            case 4 -> new Trend.Custom(start, List.of(multiplier, BigDecimal.ONE, multiplier));
            case 5 -> {
                SortedMap<String, List<BigDecimal>> apart = new TreeMap<>();
                for (Provider provider : providers.subList(0, 1 + random.nextInt(providers.size()))) {
                    apart.put(provider.label(), List.of(multiplier, BigDecimal.valueOf(1 + apart.size())));
                }
                yield apart.size() == 1 && providers.size() == 1
                        ? new Trend.Custom(start, apart.get(apart.firstKey()))
                        : new Trend.Apart(start, apart);
            }
            default -> Trend.NONE;
        };
    }

    private static Waste waste(Random random) {
        if (random.nextBoolean()) {
            return new Waste(random.nextInt(Waste.MOST + 1), new TreeMap<>());
        }
        SortedMap<WasteKind, Integer> some = new TreeMap<>();
        for (WasteKind kind : WasteKind.values()) {
            if (random.nextBoolean()) {
                some.put(kind, 1 + random.nextInt(Waste.MOST / WasteKind.values().length));
            }
        }
        return new Waste(0, some);
    }

    private static Anomalies anomalies(Random random) {
        if (random.nextBoolean()) {
            return new Anomalies(random.nextInt(Anomalies.MOST + 1), List.of());
        }
        List<Anomaly> some = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.add(new Anomaly(pick(random, AnomalyKind.values()), pick(random, AnomalySize.values()),
                    random.nextBoolean() ? null : 400_000L + random.nextInt(700_000)));
        }
        return new Anomalies(0, some);
    }

    private static Peaks peaks(Random random) {
        List<Peak> some = new ArrayList<>();
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(10_000));
        for (int i = random.nextInt(4); i > 0; i--) {
            Peak peak = new Peak(day, 1 + random.nextInt(31),
                    Numbers.plain(BigDecimal.valueOf(1_000 + random.nextInt(99_001), 4)));
            some.add(peak);
            day = peak.end().plusDays(random.nextInt(3));
        }
        return new Peaks(some);
    }

    /** Some or all of FOCUS, and often a few own ones. */
    private static List<OutputColumn> columns(Random random) {
        List<OutputColumn> columns = new ArrayList<>(FocusColumn.of(FocusVersion.V1_2));
        if (random.nextBoolean()) {
            columns.removeIf(column -> random.nextInt(3) > 0);
        }
        if (columns.isEmpty()) {
            columns.add(FocusColumn.TAGS);
        }
        List<CustomColumn> own = new ArrayList<>();
        for (int i = random.nextBoolean() ? random.nextInt(DatasetSpec.MOST_CUSTOM_COLUMNS + 1) : 0; i > 0; i--) {
            own.add(new CustomColumn("x_" + (char) ('a' + random.nextInt(26)) + i, source(random)));
        }
        own.sort(CustomColumn.FILE_ORDER);
        columns.addAll(own);
        return columns;
    }

    private static CustomColumn.Source source(Random random) {
        return switch (random.nextInt(3)) {
            // None of the signs that a formula begins with.
            case 0 -> new CustomColumn.Constant("c" + printable(random));
            case 1 -> new CustomColumn.Tag("k" + printable(random) + "y");
            default -> new CustomColumn.Organisation(pick(random, OrganisationAttribute.values()));
        };
    }

    /** Any printable ASCII, with many of the characters that mean something in a request. */
    private static String printable(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = 1 + random.nextInt(30); length > 0; length--) {
            text.append(
                    random.nextInt(3) == 0 ? ",\\: &=%+".charAt(random.nextInt(8)) : (char) (' ' + random.nextInt(95)));
        }
        return text.toString();
    }

    /** One that all of them bill, or null for auto. */
    private static Granularity granularity(Random random, List<Provider> providers) {
        List<Granularity> common = new ArrayList<>(List.of(Granularity.values()));
        providers.forEach(provider -> common.retainAll(provider.granularities()));
        int choice = random.nextInt(common.size() + 1);
        return choice == common.size() ? null : common.get(choice);
    }

    private static <E> E pick(Random random, E[] values) {
        return values[random.nextInt(values.length)];
    }

    private static @Nullable BigDecimal maybe(Random random, BigDecimal number) {
        return random.nextBoolean() ? null : plain(number);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
