package io.focusgen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.focus.BillingMonth;

/** The parameters of trends, and what they multiply a budget with. */
class TrendReaderTest {

    private static final Defaults DEFAULTS = new Defaults(YearMonth.of(2026, 3), () -> 1);
    private static final BillingMonth JANUARY = new BillingMonth(YearMonth.of(2026, 1));

    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            months=6;                                              1 1 1 1 1 1
            trend=none;                                            1 1
            trend=linear;                                          1 1.1 1.2 1.3
            trend=Linear&growthRate=25;                            1 1.25 1.5 1.75
            growthRate=-5;                                         1 0.95 0.9 0.85
            trend=linear&growthRate=2.5&trendStart=2025-11;        1.05 1.075 1.1
            trend=linear&trendStart=2026-03;                       1 1 1 1.1 1.2
            trend=stepChange;                                      1 1 1 2 2 2 2
            trend=step-change&stepMonth=2&stepMultiplier=0.5;      1 0.5 0.5
            stepMultiplier=3&growth-rate=10;                       1 1.1 1.2 3.9 4.2
            trend=anomaly;                                         1 1 1 1 1 10 1 1
            anomalyMonth=2&anomalyDuration=2&anomaly_multiplier=4; 1 4 4 1 1
            trend=seasonal&baselineVariation=0;                    1 1 1 1 1 1 1 1 1 1 2.5 2.5 1
            peakMonths=2,1&peakMultiplier=1.5&baselineVariation=0; 1.5 1.5 1 1
            peakMonths=7&baselineVariation=0&growthRate=1;         1 1.01 1.02 1.03 1.04 1.05 2.65 1.07
            trend=custom&trendMultipliers=1,1.37,0.8;              1 1.37 0.8 0.8 0.8
            trendMultipliers=0.1,10;                               0.1 10 10
            """)
    void aMonthHasAFactor(String query, String factors) {
        Trend.Uniform trend = read(query);
        List<Double> expected = List.of(factors.split(" ")).stream().map(Double::valueOf).toList();
        for (int i = 0; i < expected.size(); i++) {
            assertThat(trend.factor(JANUARY.plus(i), 0.25)).as("month %d", i + 1).isCloseTo(expected.get(i),
                    within(1e-12));
        }
    }

    @Test
    void aSeasonVariesByWhatIsDrawn() {
        Trend.Uniform trend = read("trend=seasonal&baselineVariation=20");
        assertThat(trend.factor(JANUARY, 0)).isCloseTo(0.8, within(1e-12));
        assertThat(trend.factor(JANUARY, 0.5)).isEqualTo(1);
        assertThat(trend.factor(JANUARY.plus(11), 0.75)).isCloseTo(2.6, within(1e-12));
    }

    @Test
    void monthsBeforeTheStartAreAsWithout() {
        for (String query : List.of("trend=linear", "trend=anomaly&anomalyMonth=1", "trendMultipliers=3",
                "peakMonths=12")) {
            assertThat(read(query).factor(JANUARY.plus(-1), 0.9)).as(query).isEqualTo(1);
        }
    }

    @Test
    void noMonthLeavesTheBoundsEvenOutsideTheWindow() {
        assertThat(read("growthRate=-10").factor(JANUARY.plus(40), 0)).isEqualTo(0.1);
        assertThat(read("peakMonths=1&peakMultiplier=10").factor(JANUARY, 0.9)).isEqualTo(10);
        assertThat(read("growthRate=500").factor(JANUARY.plus(40), 0)).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            trend=none&growthRate=5;               growthRate;        Must not be given where the trend is none.;
            trend=linear&stepMonth=5;              stepMonth;         Must not be given where the trend is linear.;
            trend=custom&trendMultipliers=1&growthRate=5; growthRate; Must not be given where the trend is custom.;
            stepMonth=5&anomalyMonth=3;            anomalyMonth;      Must not be given where the trend is step-change.;
            trend=none&trendStart=2026-01;         trendStart;        Must not be given where the trend is none.;
            trend=custom;                          trendMultipliers;  Must be 1 to 120 numbers;
            trendMultipliers=1,0.05;               trendMultipliers;  Must be 1 to 120 numbers; 1,0.1
            trendMultipliers=1,,2;                 trendMultipliers;  Must be 1 to 120 numbers;
            trend=linear&growthRate=ten;           growthRate;        Must be -90 to 900;
            growthRate=901;                        growthRate;        Must be -90 to 900; 900
            growthRate=-10&months=12;              growthRate;        Must be within -8.18 and 81.81,; -8.18
            growthRate=100&months=12;              growthRate;        Must be within -8.18 and 81.81,; 81.81
            growthRate=-10&trendStart=2025-01&months=1; growthRate;   Must be within -7.5 and 75,; -7.5
            stepMultiplier=5&growthRate=40&months=6; growthRate;      Must be within -19.6 and 20,; 20
            peakMonths=0;                          peakMonths;        Must be whole numbers from 1 to 12; 1
            peakMonths=6,6;                        peakMonths;        Must be named once.;
            stepMonth=0;                           stepMonth;         Must be a whole number from 1 to 1200; 1
            anomalyDuration=1.5;                   anomalyDuration;   Must be a whole number from 1 to 1200; 2
            anomalyMultiplier=11;                  anomalyMultiplier; Must be 0.1 to 10; 10
            baselineVariation=60;                  baselineVariation; Must be 0 to 50; 50
            trendStart=2014-12;                    trendStart;        Must be YYYY-MM; 2015-01
            trend=exponential;                     trend;             Must be one of none, linear;
            trendMultipliers=aws:1,20;             trendMultipliers;  Must be 1 to 120 numbers; aws:1,10
            trendMultipliers=awz:1,2;              trendMultipliers;  Must be 1 to 120 numbers; aws:1,2
            trendMultipliers=oracle:1,2;           trendMultipliers;  Must be 1 to 120 numbers;
            trendMultipliers=aws:;                 trendMultipliers;  Must be 1 to 120 numbers;
            trendMultipliers={};                   trendMultipliers;  Must be 1 to 120 numbers;
            trendMultipliers={"aws":1};            trendMultipliers;  Must be 1 to 120 numbers;
            trendMultipliers={"aws":[1],};         trendMultipliers;  Must be 1 to 120 numbers;
            trendMultipliers={"aws":[1] "gcp":[1]}; trendMultipliers; Must be 1 to 120 numbers;
            trendMultipliers=gcp:1,2;              trendMultipliers;  Must be of a provider that is asked for: aws.;
            trend=linear&growthRate=10&months=120; growthRate;        Must be within -0.75 and 7.56,; 7.56
            """)
    void whatDoesNotFitIsRefused(String query, String field, String message, String nearest) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> read(query));

        assertThat(refused).as(query).isNotNull();
        assertThat(refused.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.message()).startsWith(message);
            assertThat(violation.nearest()).isEqualTo(nearest);
        });
    }

    @Test
    void theCanonicalRequestNamesTheStart() {
        DatasetSpec window = spec("trend=linear&months=6");
        assertThat(CanonicalRequest.of(window).query()).endsWith("&trend=linear&trendStart=2026-01&growthRate=10");
        assertThat(CanonicalRequest.of(spec("months=2")).query()).doesNotContain("trend", "growth");
        assertThat(spec("month=2026-03&trend=linear&trendStart=2026-01").trend()).isEqualTo(window.trend());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws:1,0.6;gcp:0.1,1", " GCP : 0.1 , 1 ; aws:1.0,0.60", "{\"aws\":[1,0.6],\"gcp\":[0.1,1]}",
            "{ \"gcp\" : [ 0.1 , 1 ] , \"aws\" : \"1,0.6\" }", "aws:1,0.6|gcp:0.1,1"})
    void aCloudMayHaveItsOwn(String text) {
        Map<String, List<String>> raw = Map.of("provider", List.of("aws,azure,gcp"), "month", List.of("2026-01"),
                "trendMultipliers", List.of(text.split("\\|")));
        DatasetSpec spec = SpecReader.read(raw, DEFAULTS);
        List<List<Double>> factors = spec.bills().stream()
                .map(bill -> Stream.of(-1, 0, 1, 2).map(i -> bill.trend().factor(JANUARY.plus(i), 0)).toList())
                .toList();

        assertThat(factors).containsExactly(List.of(1.0, 1.0, 0.6, 0.6), List.of(1.0, 1.0, 1.0, 1.0),
                List.of(1.0, 0.1, 1.0, 1.0));
        assertThat(CanonicalRequest.of(spec).query())
                .endsWith("&trend=custom&trendStart=2026-01&trendMultipliers=aws:1,0.6%3Bgcp:0.1,1");
    }

    @Test
    void theSameForEachIsOneForAll() {
        assertThat(spec("provider=aws,gcp&trendMultipliers=aws:1,2;gcp:1,2.0"))
                .isEqualTo(spec("provider=aws,gcp&trendMultipliers=1,2"));
    }

    @Test
    void severalNumbersAreAList() {
        assertThat(SpecReader.read(Map.of("trendMultipliers", List.of("1", "0.5", "2")), DEFAULTS))
                .isEqualTo(SpecReader.read(Map.of("trendMultipliers", List.of("1,0.5,2")), DEFAULTS));
    }

    @Test
    void aGrowthThatNobodyAskedForBends() {
        assertThat(spec("trend=linear&months=91").trend().text(Parameter.GROWTH_RATE)).isEqualTo("10");
        DatasetSpec bent = spec("trend=linear&months=120");
        assertThat(bent.trend().text(Parameter.GROWTH_RATE)).isEqualTo("7.56");
        assertThat(read("trend=linear&months=120").factor(JANUARY.plus(119), 0)).isCloseTo(9.9964, within(1e-9));
    }

    /** The trend of a scenario goes where a request says another, and stays with the clouds that are asked for. */
    @Test
    void aScenariosTrendGivesWay() {
        assertThat(spec("scenario=migration").trend()).isInstanceOf(Trend.Apart.class);
        assertThat(spec("scenario=migration&trend=none").trend()).isEqualTo(Trend.NONE);
        assertThat(spec("scenario=migration&growthRate=5").trend().kind()).isEqualTo(TrendKind.LINEAR);
        assertThat(spec("scenario=migration&trendMultipliers=1,2").trend()).isInstanceOf(Trend.Custom.class);
        assertThat(spec("scenario=migration&provider=azure&commitmentPayment=mix").trend()).isEqualTo(Trend.NONE);
        assertThat(spec("scenario=migration&provider=gcp").bills().get(0).trend())
                .isEqualTo(spec("scenario=migration").bills().get(1).trend());
        assertThat(read("scenario=migration&trendStart=2026-02").start()).isEqualTo(JANUARY.plus(1));
    }

    private static Trend.Uniform read(String query) {
        return spec(query).bills().get(0).trend();
    }

    private static DatasetSpec spec(String query) {
        Map<String, List<String>> raw = new TreeMap<>(Map.of("month", new ArrayList<>(List.of("2026-01"))));
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=");
            raw.put(parts[0], List.of(parts[1]));
        }
        return SpecReader.read(raw, DEFAULTS);
    }
}
