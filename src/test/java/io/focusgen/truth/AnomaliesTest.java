package io.focusgen.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.catalog.Provider;
import io.focusgen.spec.Anomaly;
import io.focusgen.spec.AnomalyKind;
import io.focusgen.spec.AnomalySize;
import io.focusgen.stream.PlannedExport;
import io.focusgen.table.TableFormat;
import io.focusgen.testing.Request;

class AnomaliesTest {

    private static final String[] ALL = Provider.labels().toArray(String[]::new);

    /** 2026-03-30T18:00Z: goes on in April. */
    private static final long LATE_IN_MARCH = Instant.parse("2026-03-30T18:00:00Z").getEpochSecond() / 3600;

    private static final Anomaly[] EVERY = Stream.of(AnomalyKind.values())
            .map(kind -> new Anomaly(kind, AnomalySize.MEDIUM, null)).toArray(Anomaly[]::new);

    /** 2026-03-06T18:00Z in hours from 1970. */
    private static final long FRIDAY = hour("2026-03-06T18:00:00Z");

    private static final Anomaly[] DATED = Stream.of(AnomalyKind.values())
            .map(kind -> new Anomaly(kind, AnomalySize.LARGE, LATE_IN_MARCH)).toArray(Anomaly[]::new);

    static List<Request> requests() {
        return List.of(Request.rows(12_000).hourly().seed(61).anomalies(EVERY),
                Request.rows(4_000).daily().providers(ALL).currency("EUR").months(2).seed(62).anomalies(EVERY),
                Request.rows(3_000).providers(ALL).currency("JPY").month("2026-03").months(2).seed(63).anomalies(DATED),
                Request.rows(900).monthly().providers("gcp", "aws").months(2).seed(64).anomalies(7),
                Request.rows(11_000).hourly().providers("gcp").month("2026-03").months(2).seed(65).anomalies(DATED),
                Request.rows(1).providers(ALL).anomalies(5), Request.rows(20).hourly().anomalies(5));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theSheetIsTheDifferenceToTheSameRequestWithout(Request request) {
        for (Provider provider : request.spec().providers()) {
            Request one = request.providers(provider.label());
            List<Map<String, String>> with = Sheets.rows(one);
            List<Map<String, String>> without = Sheets.rows(one.anomalies());
            List<Map<String, String>> sheet = Sheets.read(one, Sheet.ANOMALIES);

            assertThat(sheet).isNotEmpty();
            assertThat(Sheets.sum(sheet, "ExtraBilledCost")).isPositive()
                    .isEqualByComparingTo(Sheets.billed(with, false).subtract(Sheets.billed(without, false)));
            assertThat(Sheets.sum(sheet, "ExtraTax"))
                    .isEqualByComparingTo(Sheets.billed(with, true).subtract(Sheets.billed(without, true)));
            assertThat(Sheets.sum(sheet, "Rows"))
                    .isEqualByComparingTo(BigDecimal.valueOf(with.size() - without.size()));
            assertThat(PlannedExport.of(one.spec()).rows()).isEqualTo(with.size());
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void noOtherRowChanges(Request request) {
        Set<String> with = new LinkedHashSet<>(Arrays.asList(Sheets.csv(request).split("\n")));
        List<String> without = Arrays.asList(Sheets.csv(request.anomalies()).split("\n"));

        assertThat(with).containsAll(without);
        List<String> kept = with.stream().filter(new LinkedHashSet<>(without)::contains).toList();
        assertThat(kept).isEqualTo(without.stream().distinct().toList());
        assertThat(with).hasSizeGreaterThan(without.size());
    }

    /** Everything that rows of a resource tell of it, and all rows that stand in its incidents' hours and are not there without. */
    @ParameterizedTest
    @MethodSource("requests")
    void itsRowsAreWhereAndWhenTheSheetSays(Request request) {
        Set<String> without = new LinkedHashSet<>(Arrays.asList(Sheets.csv(request.anomalies()).split("\n")));
        List<Map<String, String>> added = new ArrayList<>();
        List<Map<String, String>> rows = Sheets.rows(request);
        String[] lines = Sheets.csv(request).split("\n");
        for (int i = 1; i < lines.length; i++) {
            if (!without.contains(lines[i])) {
                added.add(rows.get(i - 1));
            }
        }
        Map<String, BigDecimal> costs = new TreeMap<>();
        added.stream().filter(row -> row.get("ChargeCategory").equals("Usage")).forEach(row -> costs
                .merge(row.get("ResourceId"), new BigDecimal(row.get("BilledCost")), BigDecimal::add));
        Map<String, BigDecimal> extra = new TreeMap<>();
        List<Map<String, String>> sheet = Sheets.read(request, Sheet.ANOMALIES);
        assertThat(sheet).extracting(line -> line.get("AnomalyId")).doesNotHaveDuplicates();
        for (Map<String, String> line : sheet) {
            extra.merge(line.get("ResourceId"), new BigDecimal(line.get("ExtraBilledCost")), BigDecimal::add);
            List<Map<String, String>> its = added.stream()
                    .filter(row -> row.get("ResourceId").equals(line.get("ResourceId"))).toList();
            assertThat(its).isNotEmpty().allSatisfy(row -> {
                for (String column : List.of("ProviderName", "SubAccountId", "RegionId", "ServiceName",
                        "ResourceName")) {
                    assertThat(row.get(column)).isEqualTo(line.get(column));
                }
                assertThat(row.get("PricingCategory")).isEqualTo("Standard");
            });
            // Something may happen to a resource once a month.
            assertThat(its).allSatisfy(row -> assertThat(sheet)
                    .anyMatch(other -> other.get("ResourceId").equals(line.get("ResourceId"))
                            && row.get("ChargePeriodEnd").compareTo(other.get("Start")) > 0
                            && row.get("ChargePeriodStart").compareTo(other.get("End")) < 0));
            assertThat(rows.stream().filter(row -> without.size() > 200)
                    .anyMatch(row -> row.get("ResourceId").equals(line.get("ResourceId")) && !its.contains(row)))
                    .isEqualTo(line.get("ResourceIsNew").equals("no") && without.size() > 200);
        }
        assertThat(extra.keySet()).isEqualTo(costs.keySet());
        extra.forEach((id, cost) -> assertThat(cost).isEqualByComparingTo(costs.get(id)));
    }

    @Test
    void aMonthHasTheSameAnomaliesAloneAndInAWindow() {
        for (Request request : List.of(Request.rows(3_000).month("2026-03").seed(66).anomalies(4),
                Request.rows(3_000).month("2026-03").seed(66).anomalies(DATED))) {
            List<String> alone = Arrays.asList(Sheets.csv(request.month("2026-04")).split("\n"));
            List<String> window = Arrays.asList(Sheets.csv(request.months(3)).split("\n"));
            assertThat(String.join("\n", window)).contains(String.join("\n", alone.subList(1, alone.size())));
        }
    }

    @Test
    void sizesArePartsOfTheBudgetThatNobodyWouldGuess() {
        Set<BigDecimal> extras = new TreeSet<>();
        for (AnomalySize size : AnomalySize.values()) {
            for (AnomalyKind kind : AnomalyKind.values()) {
                Request request = Request.rows(3_000).budget("200000").seed(67)
                        .anomalies(new Anomaly(kind, size, null));
                BigDecimal extra = Sheets.sum(Sheets.read(request, Sheet.ANOMALIES), "ExtraBilledCost");
                // Of what is there as a whole there are some machines at least.
                double near = kind.ramp() == 0 ? 0.1 : 0.005;
                assertThat(extra.doubleValue()).isBetween(200_000 * (1 - near) * size.part(0),
                        200_000 * (1 + near) * size.part(1));
                extras.add(extra);
            }
        }
        // Apart by more than machines that come whole explain, also where the size is the same.
        assertThat(extras).hasSize(AnomalySize.values().length * AnomalyKind.values().length);
        for (AnomalySize size : AnomalySize.values()) {
            List<Double> parts = extras(Request.rows(3_000).month("2026-01").months(12).budget("200000").seed(68)
                    .anomalies(new Anomaly(AnomalyKind.LOG_FLOOD, size, null)));
            assertThat(parts).hasSize(12).doesNotHaveDuplicates();
            assertThat(Collections.max(parts) / Collections.min(parts)).isGreaterThan(1.2);
        }
    }

    private static List<Double> extras(Request request) {
        return Sheets.read(request, Sheet.ANOMALIES).stream().map(line -> Double.valueOf(line.get("ExtraBilledCost")))
                .toList();
    }

    @Test
    void machinesOfThievesAreUntaggedAndWhereNobodyElseIs() {
        Request request = Request.rows(20_000).daily().providers(ALL).seed(68)
                .anomalies(new Anomaly(AnomalyKind.CRYPTO_MINING, AnomalySize.SMALL, null));
        List<Map<String, String>> sheet = Sheets.read(request, Sheet.ANOMALIES);
        Map<String, String> tags = Sheets.read(request, Sheet.OWNERSHIP).stream()
                .collect(Collectors.toMap(line -> line.get("ResourceId"), line -> line.get("TagState")));
        List<Map<String, String>> rows = Sheets.rows(request.anomalies());
        assertThat(sheet).hasSize(3).allSatisfy(line -> {
            assertThat(rows).extracting(row -> row.get("RegionId")).doesNotContain(line.get("RegionId"));
            assertThat(tags.get(line.get("ResourceId"))).isEqualTo("none");
        });
    }

    @Test
    void anHourlyBillShowsHowItGrowsAndEnds() {
        Request request = Request.rows(12_000).hourly().seed(69)
                .anomalies(new Anomaly(AnomalyKind.RUNAWAY_AUTOSCALING, AnomalySize.MEDIUM, null));
        Map<String, String> line = Sheets.read(request, Sheet.ANOMALIES).get(0);
        List<BigDecimal> quantities = Sheets.rows(request).stream()
                .filter(row -> row.get("ResourceId").equals(line.get("ResourceId"))
                        && row.get("SkuMeter").equals(line.get("SkuMeter")))
                .map(row -> new BigDecimal(row.get("PricingQuantity"))).toList();
        assertThat(quantities).hasSizeBetween(AnomalyKind.RUNAWAY_AUTOSCALING.leastHours(),
                AnomalyKind.RUNAWAY_AUTOSCALING.mostHours());
        BigDecimal first = quantities.get(0);
        BigDecimal last = quantities.get(quantities.size() - 1);
        assertThat(first.multiply(BigDecimal.valueOf(5))).isLessThan(last);
        assertThat(last).isGreaterThan(BigDecimal.valueOf(5));
    }

    /** Machines that nobody stops are so many, in every hour: no part of one. */
    @Test
    void aForgottenClusterIsSoManyMachinesAllTheTime() {
        for (String provider : ALL) {
            for (Request request : List.of(Request.rows(12_000).daily(), Request.rows(300).monthly(),
                    provider.equals("azure") ? Request.rows(60_000).daily() : Request.rows(12_000).hourly())) {
                Request forgotten = request.providers(provider).month("2026-03").seed(72).anomalies(
                        new Anomaly(AnomalyKind.GPU_CLUSTER_FORGOTTEN, AnomalySize.LARGE, FRIDAY));
                Map<String, String> line = Sheets.read(forgotten, Sheet.ANOMALIES).get(0);
                Set<BigDecimal> perHour = new TreeSet<>();
                for (Map<String, String> row : Sheets.rows(forgotten)) {
                    if (row.get("ResourceId").equals(line.get("ResourceId"))
                            && row.get("SkuMeter").equals(line.get("SkuMeter"))) {
                        long from = Math.max(FRIDAY, hour(row.get("ChargePeriodStart")));
                        long to = Math.min(FRIDAY + 216, hour(row.get("ChargePeriodEnd")));
                        perHour.add(new BigDecimal(row.get("PricingQuantity")).divide(BigDecimal.valueOf(to - from))
                                .stripTrailingZeros());
                    }
                }
                assertThat(perHour).as("%s: machines, or cores of machines", forgotten).singleElement()
                        .satisfies(machines -> assertThat(machines.scale()).isNotPositive());
            }
        }
    }

    private static long hour(String moment) {
        return Instant.parse(moment).getEpochSecond() / 3600;
    }

    @Test
    void ownershipHasWhatAnomaliesBring() {
        for (Request request : List.of(Request.rows(3_000).providers(ALL).month("2026-03").months(3).seed(70)
                .anomalies(DATED), Request.rows(3_000).months(2).seed(71).anomalies(8))) {
            assertThat(Sheets.read(request, Sheet.OWNERSHIP)).extracting(line -> line.get("ResourceId"))
                    .containsExactlyInAnyOrderElementsOf(Sheets.rows(request).stream().map(row -> row.get("ResourceId"))
                            .filter(id -> !id.isEmpty()).distinct().toList());
        }
    }

    @Test
    void withoutAnyTheSheetIsEmpty() {
        assertThat(Sheets.read(Request.rows(3_000), Sheet.ANOMALIES)).isEmpty();
        assertThat(Sheets.text(Request.rows(3_000), Sheet.ANOMALIES, TableFormat.JSON)).endsWith("[\n]}\n");
        Request elsewhere = Request.rows(300).month("2020-01").anomalies(DATED);
        assertThat(Sheets.read(elsewhere, Sheet.ANOMALIES)).isEmpty();
        assertThat(Sheets.csv(elsewhere)).isEqualTo(Sheets.csv(elsewhere.anomalies()));
    }
}
