package io.focusgen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.catalog.CommitmentPayment;
import io.focusgen.catalog.Currency;
import io.focusgen.catalog.Provider;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.FocusVersion;
import io.focusgen.focus.Granularity;

class SpecReaderTest {

    /** Gives a default, so that it is not the request without any parameter. */
    private static final String PLAIN = "provider=aws";

    private static final Defaults DEFAULTS = new Defaults(YearMonth.of(2026, 3), () -> 77);

    private static DatasetSpec read(String query) {
        return SpecReader.read(query.isEmpty() ? Map.of() : BadRequests.raw(query), DEFAULTS);
    }

    private static List<Violation> violations(String query) {
        return catchThrowableOfType(RefusedException.class, () -> read(query)).violations();
    }

    static Stream<BadRequests> badRequests() {
        return BadRequests.all();
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void aBadValueIsRefusedOnceWithItsParameterAndTheNearestSpelling(BadRequests bad) {
        List<Violation> violations = violations(bad.query());

        assertThat(violations).extracting(Violation::field).containsOnly(bad.field());
        assertThat(violations.get(0).nearest()).isEqualTo(bad.nearest());
        assertThat(violations.get(0).message()).isNotBlank();
    }

    @Test
    void thereAreMoreThan120BadRequests() {
        assertThat(BadRequests.all().count()).isGreaterThan(120);
    }

    /** A suggestion that is itself refused would be worse than none. */
    @ParameterizedTest
    @MethodSource("badRequests")
    void theNearestSpellingIsAccepted(BadRequests bad) {
        String nearest = bad.nearest();
        if (nearest != null && Parameter.byName(bad.field()).isPresent()) {
            assertThat(SpecReader.read(alone(bad.field(), nearest), DEFAULTS)).isNotNull();
        }
    }

    /**
     * A parameter by itself, but a currency or a payment beside a provider that has it, and a trend of one's own with its
     * numbers.
     */
    private static Map<String, List<String>> alone(String parameter, String value) {
        if (value.equals(TrendKind.CUSTOM.label())) {
            return Map.of(parameter, List.of(value), Parameter.TREND_MULTIPLIERS.label(), List.of("1,2"));
        }
        boolean azure = parameter.equals(Parameter.CURRENCY.label())
                || parameter.equals(Parameter.COMMITMENT_PAYMENT.label())
                        && value.equals(CommitmentPayment.MONTHLY.label());
        return azure
                ? Map.of(parameter, List.of(value), Parameter.PROVIDER.label(), List.of("azure"))
                : Map.of(parameter, List.of(value));
    }

    @Test
    void nothingMuchGivenIsTenThousandRowsOfTheLastClosedMonth() {
        assertThat(read(PLAIN)).isEqualTo(new DatasetSpec(List.of(Provider.of("aws")), FocusVersion.V1_2,
                new BillingMonth(YearMonth.of(2026, 3)), 1, 10_000, Granularity.DAILY, Profile.LARGE_BUSINESS,
                Distribution.EVENLY_DISTRIBUTED, Budget.NATURAL, Currency.usd(), null, null, CommitmentTerms.ANY,
                Ids.REAL, null, null, 1,
                List.copyOf(FocusColumn.of(FocusVersion.V1_2)), TextOptions.DEFAULT, Shard.WHOLE, Trend.NONE,
                Anomalies.NONE, Waste.NONE, MarketplaceIssuer.PROVIDER, Peaks.NONE));
    }

    @Test
    void nothingGivenAtAllIsTheScenarioSampleco() {
        DatasetSpec spec = read("");

        assertThat(spec).isEqualTo(read("scenario=sampleco")).isNotEqualTo(read(PLAIN));
        assertThat(spec.providers()).isEqualTo(Provider.all());
        assertThat(spec.firstMonth().month()).isEqualTo(YearMonth.of(2026, 1));
        assertThat(spec.months()).isEqualTo(3);
        assertThat(spec.rows()).isEqualTo(10_000);
        assertThat(spec.bills()).allMatch(bill -> bill.granularity() == Granularity.DAILY);
    }

    @Test
    void aScenarioGivesWayToWhatIsAskedFor() {
        assertThat(read("scenario=sampleco&rows=500&month=2025-05").rows()).isEqualTo(500);
        assertThat(read("scenario=sampleco&rows=500&month=2025-05").firstMonth().month())
                .isEqualTo(YearMonth.of(2025, 5));
    }

    @Test
    void theDocumentedDefaultsAreTheRealOnes() {
        for (Parameter parameter : List.of(Parameter.PROVIDER, Parameter.VERSION, Parameter.MONTHS, Parameter.ROWS,
                Parameter.GRANULARITY, Parameter.PROFILE, Parameter.DISTRIBUTION, Parameter.SEED, Parameter.SHARD)) {
            assertThat(SpecReader.read(Map.of(parameter.label(), List.of(parameter.defaultValue())), DEFAULTS))
                    .as(parameter.label()).isEqualTo(read(PLAIN));
        }
        assertThat(Parameter.COMMITMENT_COVERAGE.defaultValue()).isEqualTo(DatasetSpec.DEFAULT_COVERAGE.toString());
        assertThat(Parameter.COMMITMENT_UTILISATION.defaultValue())
                .isEqualTo(DatasetSpec.DEFAULT_UTILISATION.toString());
    }

    @Test
    void everyDocumentedExampleAndChoiceIsAccepted() {
        for (Parameter parameter : Parameter.values()) {
            assertThat(SpecReader.read(Map.of(parameter.label(), List.of(parameter.example())), DEFAULTS))
                    .as(parameter.label()).isNotNull();
            for (String choice : parameter.type().choices()) {
                assertThat(SpecReader.read(alone(parameter.label(), choice), DEFAULTS)).as(choice).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"aws;monthly;no-upfront, partial-upfront, all-upfront or mix for aws",
            "azure;partial-upfront;monthly, all-upfront or mix for azure", "gcp;all-upfront;no-upfront or mix for gcp",
            "aws,gcp;partial-upfront;no-upfront or mix for gcp"})
    void whatAProviderDoesNotSellIsRefusedWithWhatItSells(String providers, String payment, String sold) {
        assertThatThrownBy(() -> read("provider=" + providers + "&commitmentPayment=" + payment))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.violations())
                        .singleElement().satisfies(violation -> {
                            assertThat(violation.field()).isEqualTo("commitmentPayment");
                            assertThat(violation.message()).contains(sold);
                        }));
    }

    @Test
    void commitmentsAreReadAsTheyAreAskedFor() {
        assertThat(read("rows=1").commitments()).isEqualTo(CommitmentTerms.ANY);
        assertThat(read("commitmentTerm=3&commitmentPayment=ALL_UPFRONT&commitmentScope=Account").commitments())
                .isEqualTo(
                        new CommitmentTerms(3, CommitmentPayment.ALL_UPFRONT, CommitmentScope.ACCOUNT, null, 0));
        for (String wrong : List.of("commitmentTerm=2", "commitmentPayment=later", "commitmentScope=everywhere")) {
            assertThatThrownBy(() -> read(wrong)).as(wrong).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void theProviderInvoicesTheMarketplaceUnlessSellersDo() {
        assertThat(read("rows=1").marketplaceIssuer()).isEqualTo(MarketplaceIssuer.PROVIDER);
        assertThat(read("marketplace-issuer=Seller").marketplaceIssuer()).isEqualTo(MarketplaceIssuer.SELLER);
    }

    @Test
    void everyExampleButTheDefaultChangesTheDataSet() {
        for (Parameter parameter : Parameter.values()) {
            if (!parameter.example().equals(parameter.defaultValue()) && parameter != Parameter.MONTH) {
                assertThat(SpecReader.read(Map.of(parameter.label(), List.of(parameter.example())), DEFAULTS))
                        .as(parameter.label()).isNotEqualTo(read(PLAIN));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "10000,10000", "1e6,1000000", "1E6,1000000", "2.5M,2500000", "2.5m,2500000", "10k,10000",
            "10K,10000", "1_000_000,1000000", "1_0_0,100", "1e11,100000000000", "100000000000,100000000000",
            "0.1B,100000000", "1G,1000000000", "007,7", "12.0,12", "1.5e1,15", "1e+6,1000000"})
    void rowsAreReadInTheFormsPeopleWrite(String text, long rows) {
        assertThat(SpecReader.read(Map.of("rows", List.of(text)), DEFAULTS).rows()).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({"large-business", "Large Business", "largeBusiness", "LARGE_BUSINESS", "large_business",
            "Large-Business"})
    void aChoiceIsReadInEverySpelling(String spelling) {
        assertThat(SpecReader.read(Map.of("profile", List.of(spelling)), DEFAULTS).profile())
                .isEqualTo(Profile.LARGE_BUSINESS);
    }

    @ParameterizedTest
    @CsvSource({"commitmentCoverage", "commitment-coverage", "commitment_coverage", "COMMITMENTCOVERAGE",
            "Commitment Coverage"})
    void aNameIsReadInEverySpelling(String spelling) {
        assertThat(SpecReader.read(Map.of(spelling, List.of("0.3")), DEFAULTS).commitmentCoverage())
                .isEqualTo(new BigDecimal("0.3"));
    }

    @Test
    void spellingsDoNotDependOnTheDefaultLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(read("DISTRIBUTION=MEDIA-INTENSIVE").distribution()).isEqualTo(Distribution.MEDIA_INTENSIVE);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,MONTHLY", "2999,MONTHLY", "3000,DAILY", "99999,DAILY", "100000,HOURLY", "1e11,HOURLY"})
    void theGrainFollowsTheRows(String rows, Granularity granularity) {
        assertThat(read("rows=" + rows).granularity()).isEqualTo(granularity);
        assertThat(read("granularity=auto&rows=" + rows).granularity()).isEqualTo(granularity);
    }

    @Test
    void anExplicitFineGrainWithFewerRowsThanPeriodsIsAccepted() {
        assertThat(read("rows=1&granularity=hourly").granularity()).isEqualTo(Granularity.HOURLY);
    }

    @Test
    void columnsStandInFileOrderHoweverTheyAreGiven() {
        List<FocusColumn> wanted = List.of(FocusColumn.BILLED_COST, FocusColumn.SERVICE_NAME, FocusColumn.TAGS);

        assertThat(read("columns=tags,BILLEDCOST,ServiceName").columns()).isEqualTo(wanted);
        assertThat(read("columns=Tags&columns=ServiceName,%20BilledCost").columns()).isEqualTo(wanted);
    }

    @Test
    void equalNumbersGiveEqualSpecs() {
        assertThat(read("budget=250000.00&commitmentCoverage=0.60"))
                .isEqualTo(read("budget=2.5e5&commitmentCoverage=0.6"));
    }

    @Test
    void theEndsOfEveryRangeAreIncluded() {
        assertThat(
                read("month=2015-01&months=120&seed=-9223372036854775808&commitmentCoverage=0&commitmentUtilisation=1"
                        + "&budget=0.01&shard=1/1"))
                .isNotNull();
        assertThat(read("month=2100-12&rows=100000000000&seed=9223372036854775807&commitmentCoverage=0.95"
                + "&commitmentUtilisation=0.5&budget=1e10&shard=7/7")).isNotNull();
        assertThat(read("month=2091-01&months=120").months()).isEqualTo(120);
    }

    @Test
    void aRandomSeedIsAskedForOnlyWhereItIsWanted() {
        assertThat(read("seed=Random").seed()).isEqualTo(77);
        assertThat(read("seed=5").seed()).isEqualTo(5);
    }

    @Test
    void whatTheRequestTookFromOutsideIsSaid() {
        Function<String, ResolvedSpec> resolve = query -> SpecReader.resolve(BadRequests.raw(query), DEFAULTS);

        assertThat(resolve.apply("rows=5").monthFromClock()).isTrue();
        assertThat(resolve.apply("month=2026-03").monthFromClock()).isFalse();
        assertThat(resolve.apply("seed=random").seedFromChance()).isTrue();
        assertThat(resolve.apply("seed=1").seedFromChance()).isFalse();
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThat(
                violations("provider=azur&version=9&month=x&months=0&rows=none&granularity=x&profile=x&distribution=x"
                        + "&budget=-1&commitmentCoverage=2&commitmentUtilisation=0&seed=x&columns=x,y&shard=2/1&colour=red&sise=1"))
                .extracting(Violation::field)
                .containsExactly("provider", "version", "month", "months", "rows", "granularity", "profile",
                        "distribution",
                        "budget", "commitmentCoverage", "commitmentUtilisation", "seed", "columns", "columns", "shard",
                        "colour", "sise");
    }

    @Test
    void aViolationShowsNoMoreThanAHundredVisibleCharacters() {
        String value = "\u001b[31m\r\n\u202e" + "x".repeat(500);

        Violation violation = catchThrowableOfType(RefusedException.class,
                () -> SpecReader.read(Map.of("rows", List.of(value)), DEFAULTS)).violations().get(0);

        assertThat(violation.value()).isEqualTo("[31m" + "x".repeat(96));
    }

    @Test
    void anEmptyListOfValuesIsRefused() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> SpecReader.read(Map.of("rows", List.of()), DEFAULTS));
    }

    @Test
    void wasteIsANumberOrSoManyOfEachKind() {
        assertThat(read("rows=1").waste()).isEqualTo(Waste.NONE);
        assertThat(read("waste=1k").waste()).isEqualTo(new Waste(1_000, new TreeMap<>()));
        Waste listed = new Waste(0, new TreeMap<>(
                Map.of(WasteKind.OLD_SNAPSHOT, 3, WasteKind.IDLE_INSTANCE, 1, WasteKind.OVERSIZED_DATABASE, 12)));
        for (String spelling : List.of("idle-instance:1,oversized-database:12,old-snapshot:3",
                "Old_Snapshot:3,idleInstance&waste=OVERSIZED-DATABASE:12")) {
            assertThat(read("waste=" + spelling).waste()).as(spelling).isEqualTo(listed);
        }
        assertThat(listed.text()).isEqualTo("idle-instance:1,oversized-database:12,old-snapshot:3");
    }

    @Test
    void aListOfNothingIsNoneWhateverAScenarioHas() {
        DatasetSpec none = SpecReader.read(Map.of("anomalies", List.of(), "waste", List.of(), "scenario",
                List.of("gpu-runaway")), DEFAULTS);
        assertThat(none.anomalies()).isEqualTo(Anomalies.NONE);
        assertThat(none.waste()).isEqualTo(Waste.NONE);
    }

    @Test
    void anomaliesAreANumberOrAList() {
        assertThat(read("anomalies=0").anomalies()).isEqualTo(Anomalies.NONE);
        assertThat(read("anomalies=7").anomalies()).isEqualTo(new Anomalies(7, List.of()));
        Anomalies listed = new Anomalies(0, List.of(
                new Anomaly(AnomalyKind.GPU_CLUSTER_FORGOTTEN, AnomalySize.LARGE, 492_498L),
                new Anomaly(AnomalyKind.LOG_FLOOD, AnomalySize.MEDIUM, null),
                new Anomaly(AnomalyKind.CRYPTO_MINING, AnomalySize.SMALL, 492_480L)));
        for (String spelling : List.of(
                "gpu-cluster-forgotten:large:2026-03-08T18:00,log-flood:medium,crypto-mining:small:2026-03-08T00:00",
                "GPU_cluster_forgotten:LARGE:2026-03-08T18,log-flood&anomalies=cryptoMining:small:2026-03-08",
                "gpu-cluster-forgotten:large:2026-03-08T18:00:00Z, logFlood ,crypto-mining:small:2026-03-08T00")) {
            assertThat(read("anomalies=" + spelling).anomalies()).as(spelling).isEqualTo(listed);
        }
        assertThat(listed.text()).isEqualTo(
                "gpu-cluster-forgotten:large:2026-03-08T18:00,log-flood:medium,crypto-mining:small:2026-03-08T00:00");
    }

    @Test
    void peaksAreDaysWithAFactor() {
        assertThat(read(PLAIN).peaks()).isEqualTo(Peaks.NONE);
        Peaks listed = new Peaks(List.of(new Peak(LocalDate.of(2026, 11, 23), 7, new BigDecimal("3")),
                new Peak(LocalDate.of(2026, 11, 30), 1, new BigDecimal("2.5"))));
        for (String spelling : List.of("peak=2026-11-23:7:3,2026-11-30:1:2.5",
                "peak=2026-11-30:1:2.50&peak=2026-11-23:7:3",
                "Peaks= 2026-11-30:1:2.5 ,2026-11-23:7:3.0")) {
            assertThat(read(spelling).peaks()).as(spelling).isEqualTo(listed);
        }
        assertThat(CanonicalRequest.of(read("peak=2026-11-30:1:2.5,2026-11-23:7:3")).query())
                .endsWith("&peak=2026-11-23:7:3,2026-11-30:1:2.5");
        assertThatIllegalArgumentException().isThrownBy(() -> new Peaks(List.of(listed.listed().get(0),
                new Peak(LocalDate.of(2026, 11, 29), 1, BigDecimal.ONE))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Peak(LocalDate.of(2026, 11, 29), 32, BigDecimal.ONE));
    }
}
