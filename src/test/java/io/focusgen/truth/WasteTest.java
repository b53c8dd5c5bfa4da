package io.focusgen.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import io.focusgen.catalog.Currency;
import io.focusgen.catalog.Provider;
import io.focusgen.spec.Profile;
import io.focusgen.spec.Waste;
import io.focusgen.spec.WasteKind;
import io.focusgen.stream.PlannedExport;
import io.focusgen.table.TableFormat;
import io.focusgen.testing.Request;

class WasteTest {

    private static final String[] ALL = Provider.labels().toArray(String[]::new);

    private static final ObjectReader JSON = new ObjectMapper().reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** All grains, currencies with and without decimals, bills too small for taxes, and other things on top. */
    static List<Request> requests() {
        return List.of(Request.rows(12_000).hourly().providers("aws", "gcp").currency("EUR").seed(61).waste(12),
                Request.rows(4_000).daily().providers(ALL).currency("EUR").months(2).seed(62)
                        .waste(3, WasteKind.values()),
                Request.rows(3_000).daily().providers(ALL).currency("JPY").month("2024-02").months(2).seed(63).waste(9)
                        .anomalies(6),
                Request.rows(900).monthly().providers(ALL).months(3).seed(64).waste(40).reorganised("2026-02"),
                Request.rows(1).providers(ALL).waste(5), Request.rows(20).hourly().waste(5).anomalies(2));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theSheetIsTheDifferenceToTheSameRequestWithout(Request request) {
        for (Provider provider : request.spec().providers()) {
            Request one = request.providers(provider.label());
            List<Map<String, String>> with = Sheets.rows(one);
            List<Map<String, String>> without = Sheets.rows(one.waste(Waste.NONE));
            List<Map<String, String>> sheet = Sheets.read(one, Sheet.WASTE);

            assertThat(sheet).isNotEmpty();
            assertThat(Sheets.sum(sheet, "BilledCost")).isPositive()
                    .isEqualByComparingTo(Sheets.billed(with, false).subtract(Sheets.billed(without, false)));
            assertThat(Sheets.sum(sheet, "Tax"))
                    .isEqualByComparingTo(Sheets.billed(with, true).subtract(Sheets.billed(without, true)));
            assertThat(Sheets.sum(sheet, "Rows"))
                    .isEqualByComparingTo(BigDecimal.valueOf(with.size() - without.size()));
            assertThat(PlannedExport.of(one.spec()).rows()).isEqualTo(with.size());
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void noOtherRowChangesAndItsRowsComeLastInTheirMonth(Request request) {
        Request one = request.providers(request.spec().providers().get(0).label()).months(1);
        List<String> with = Arrays.asList(Sheets.csv(one).split("\n"));
        List<String> without = Arrays.asList(Sheets.csv(one.waste(Waste.NONE)).split("\n"));

        assertThat(with).hasSizeGreaterThan(without.size());
        assertThat(with.subList(0, without.size())).isEqualTo(without);
        Set<String> known = new LinkedHashSet<>(
                Arrays.asList(Sheets.csv(request.waste(Waste.NONE)).split("\n")));
        assertThat(Arrays.stream(Sheets.csv(request).split("\n")).filter(known::contains).distinct().toList())
                .isEqualTo(List.copyOf(known));
    }

    /** Each stands in every charge period with the same quantity, on demand, and nothing else is charged for it. */
    @ParameterizedTest
    @MethodSource("requests")
    void itIsAlwaysThereAndNeverUsed(Request request) {
        List<Map<String, String>> rows = Sheets.rows(request);
        List<Map<String, String>> sheet = Sheets.read(request, Sheet.WASTE);
        assertThat(sheet).extracting(line -> line.get("WasteId")).doesNotHaveDuplicates();
        assertThat(sheet).extracting(line -> line.get("ResourceId")).doesNotHaveDuplicates();
        for (Map<String, String> line : sheet) {
            List<Map<String, String>> its = rows.stream()
                    .filter(row -> row.get("ResourceId").equals(line.get("ResourceId"))).toList();
            assertThat(its).isNotEmpty().allSatisfy(row -> {
                for (String column : List.of("ProviderName", "SubAccountId", "RegionId", "ServiceName",
                        "ResourceType", "BillingCurrency")) {
                    assertThat(row.get(column)).isEqualTo(line.get(column));
                }
                assertThat(row.get("PricingCategory")).isEqualTo("Standard");
                assertThat(row.get("ChargeCategory")).isEqualTo("Usage");
                assertThat(row.get("CommitmentDiscountId")).isEmpty();
                assertThat(row.get("ServiceCategory")).isIn("Compute", "Storage", "Databases");
            });
            assertThat(Sheets.sum(its, "BilledCost")).isEqualByComparingTo(line.get("BilledCost"));
            Map<String, List<Map<String, String>>> meters = its.stream()
                    .collect(Collectors.groupingBy(row -> row.get("SkuPriceId")));
            Set<String> periods = its.stream().map(row -> row.get("ChargePeriodStart")).collect(Collectors.toSet());
            assertThat(periods).hasSize(periods(rows, line.get("ProviderName")));
            meters.values().forEach(meter -> {
                assertThat(meter).hasSize(periods.size());
                meter.stream().collect(Collectors.groupingBy(row -> row.get("BillingPeriodStart"))).values()
                        .forEach(WasteTest::assertConstant);
            });
        }
    }

    private static int periods(List<Map<String, String>> rows, String provider) {
        List<String> starts = rows.stream().filter(row -> row.get("ProviderName").equals(provider))
                .filter(row -> row.get("ChargeCategory").equals("Usage")).map(row -> row.get("ChargePeriodStart"))
                .distinct().toList();
        return starts.size();
    }

    /** A disk that is sold by the month has a whole month in parts that cannot all be alike in the last digit. */
    private static void assertConstant(List<Map<String, String>> rows) {
        List<BigDecimal> quantities = rows.stream().map(row -> new BigDecimal(row.get("PricingQuantity"))).sorted()
                .toList();
        BigDecimal spread = quantities.get(quantities.size() - 1).subtract(quantities.get(0));
        assertThat(spread).isLessThanOrEqualTo(
                rows.get(0).get("PricingUnit").equals("Unit-Months") ? new BigDecimal("0.00000002") : BigDecimal.ZERO);
    }

    /** From the bill and the price list alone: what the replacement costs at contracted prices, taxed as everything is. */
    @ParameterizedTest
    @MethodSource("requests")
    void savingsAreWhatIsPaidLessWhatTheReplacementWouldCost(Request request) throws JsonProcessingException {
        for (int month = 0; month < request.spec().months(); month++) {
            Request one = request.month(request.spec().firstMonth().plus(month).month()).months(1);
            Map<String, BigDecimal> prices = contractedPrices(one);
            List<Map<String, String>> rows = Sheets.rows(one);
            for (Map<String, String> line : Sheets.read(one, Sheet.WASTE)) {
                BigDecimal billed = new BigDecimal(line.get("BilledCost"));
                BigDecimal tax = new BigDecimal(line.get("Tax"));
                BigDecimal instead = BigDecimal.ZERO;
                BigDecimal stored = BigDecimal.ZERO;
                boolean resized = line.get("Kind").equals(WasteKind.OVERSIZED_DATABASE.label());
                assertThat(line.get("Advice")).isEqualTo(resized ? "resize" : "delete");
                assertThat(line.get("ReplacementType").isEmpty()).isEqualTo(!resized);
                if (resized) {
                    JsonNode replacement = JSON.readTree(line.get("ReplacementSku"));
                    assertThat(replacement.isEmpty()).isFalse();
                    for (Map.Entry<String, JsonNode> part : replacement.properties()) {
                        assertThat(prices).containsKey(part.getKey());
                        instead = instead.add(prices.get(part.getKey()).multiply(part.getValue().decimalValue()));
                    }
                    stored = stored(line, rows);
                    assertThat(instead).isPositive()
                            .isLessThan(billed.subtract(stored).multiply(new BigDecimal("0.52")));
                } else {
                    assertThat(line.get("ReplacementSku")).isEmpty();
                }
                assertThat(new BigDecimal(line.get("Saving"))).isPositive()
                        .isEqualByComparingTo(billed.subtract(stored).subtract(instead));
                assertThat(new BigDecimal(line.get("SavingTax")))
                        .isEqualByComparingTo(tax.subtract(taxOn(instead.add(stored), line, rows)));
            }
        }
    }

    /** What a database pays for what it stores: nothing of that is saved. */
    private static BigDecimal stored(Map<String, String> line, List<Map<String, String>> rows) {
        return Sheets.sum(rows.stream().filter(row -> row.get("ResourceId").equals(line.get("ResourceId")))
                .filter(row -> row.get("PricingUnit").matches("Gi?B-Months")).toList(), "BilledCost");
    }

    /** ContractedUnitPrice by SkuPriceId, as the price list of a month has them. */
    private static Map<String, BigDecimal> contractedPrices(Request request) {
        return Sheets.prices(request).stream().collect(Collectors.toMap(line -> line.get("SkuPriceId"),
                line -> new BigDecimal(line.get("ContractedUnitPrice"))));
    }

    /** At the rate that its own tax row names, rounded to the smallest coin. */
    private static BigDecimal taxOn(BigDecimal cost, Map<String, String> line, List<Map<String, String>> rows) {
        if (cost.signum() == 0 || new BigDecimal(line.get("Tax")).signum() == 0) {
            return BigDecimal.ZERO;
        }
        String described = rows.stream().filter(row -> row.get("ChargeCategory").equals("Tax")
                && row.get("ProviderName").equals(line.get("ProviderName"))).findFirst().orElseThrow()
                .get("ChargeDescription");
        BigDecimal rate = new BigDecimal(described.substring(0, described.indexOf('%')).replaceAll(".* ", ""));
        int digits = Currency.byCode(line.get("BillingCurrency")).orElseThrow().digits();
        return cost.multiply(rate).movePointLeft(2).setScale(digits, RoundingMode.HALF_UP);
    }

    @Test
    void aWindowIsTheSumOfItsMonths() {
        Request window = Request.rows(3_000).providers(ALL).currency("EUR").month("2026-02").months(3).seed(66)
                .waste(20);
        Map<String, BigDecimal> months = new TreeMap<>();
        for (String month : List.of("2026-02", "2026-03", "2026-04")) {
            for (Map<String, String> line : Sheets.read(window.month(month).months(1), Sheet.WASTE)) {
                for (String column : List.of("Rows", "BilledCost", "Tax", "Saving", "SavingTax")) {
                    months.merge(line.get("WasteId") + column, new BigDecimal(line.get(column)), BigDecimal::add);
                }
            }
        }
        Map<String, BigDecimal> whole = new TreeMap<>();
        for (Map<String, String> line : Sheets.read(window, Sheet.WASTE)) {
            for (String column : List.of("Rows", "BilledCost", "Tax", "Saving", "SavingTax")) {
                whole.put(line.get("WasteId") + column, new BigDecimal(line.get(column)));
            }
        }
        assertThat(whole.keySet()).isEqualTo(months.keySet());
        whole.forEach((key, value) -> assertThat(value).as(key).isEqualByComparingTo(months.get(key)));
        List<String> march = Arrays.asList(Sheets.csv(window.month("2026-03").months(1).providers("gcp")).split("\n"));
        assertThat(Sheets.csv(window.providers("gcp"))).contains(String.join("\n", march.subList(1, march.size())));
    }

    @Test
    void theSeedPicksKindsOfWhichEachOccurs() {
        for (String provider : ALL) {
            List<Map<String, String>> four = Sheets.read(Request.rows(500).providers(provider).waste(4), Sheet.WASTE);
            assertThat(four).extracting(line -> line.get("Kind"))
                    .containsExactlyElementsOf(WasteKind.labels());
            Set<String> first = IntStream.range(0, 20)
                    .mapToObj(seed -> Sheets.read(Request.rows(1).providers(provider).seed(seed).waste(1), Sheet.WASTE)
                            .get(0).get("Kind"))
                    .collect(Collectors.toSet());
            assertThat(first).containsExactlyInAnyOrderElementsOf(WasteKind.labels());
        }
    }

    /** Whatever rows, months and number are asked for, it is the same resource; its size hangs on the budget. */
    @Test
    void aResourceIsAFunctionOfTheCompany() {
        List<String> columns = List.of("WasteId", "ResourceId", "ResourceName", "SubAccountId", "RegionId",
                "Application");
        for (String provider : ALL) {
            Request few = Request.rows(100).providers(provider).waste(8);
            Set<List<String>> many = identities(few.withRows(20_000).month("2019-05").waste(50), columns);
            assertThat(many).hasSize(50).containsAll(identities(few, columns));
        }
    }

    private static Set<List<String>> identities(Request request, List<String> columns) {
        return Sheets.read(request, Sheet.WASTE).stream().map(line -> columns.stream().map(line::get).toList())
                .collect(Collectors.toSet());
    }

    /** A disk could be attached to a machine of its account and region only. */
    @Test
    void noMachineIsWhereAnUnattachedDiskIs() {
        for (String provider : ALL) {
            Request request = Request.rows(30_000).daily().providers(provider).profile(Profile.ENTERPRISE).seed(68)
                    .waste(20, WasteKind.UNATTACHED_DISK, WasteKind.IDLE_INSTANCE);
            Set<String> machines = Sheets.rows(request).stream()
                    .filter(row -> row.get("ServiceCategory").equals("Compute")
                            && row.get("ChargeCategory").equals("Usage")
                            && !row.get("ResourceType").toLowerCase(Locale.ROOT).endsWith("disk"))
                    .map(row -> row.get("SubAccountId") + row.get("RegionId")).collect(Collectors.toSet());
            List<Map<String, String>> disks = Sheets.read(request, Sheet.WASTE).stream()
                    .filter(line -> line.get("Kind").equals(WasteKind.UNATTACHED_DISK.label())).toList();
            assertThat(disks).hasSize(20).allSatisfy(
                    disk -> assertThat(machines).doesNotContain(disk.get("SubAccountId") + disk.get("RegionId")));
        }
    }

    /** Beside an unused part of a commitment nobody would pay for it on demand. */
    @Test
    void noIdleMachineIsWhatACommitmentCovers() {
        for (String provider : ALL) {
            for (int seed = 73; seed < 76; seed++) {
                Request request = Request.rows(12_000).daily().providers(provider).seed(seed).waste(60,
                        WasteKind.IDLE_INSTANCE);
                List<Map<String, String>> rows = Sheets.rows(request);
                Set<String> covered = rows.stream().filter(row -> row.get("CommitmentDiscountStatus").equals("Used"))
                        .map(WasteTest::machine).collect(Collectors.toSet());
                Set<String> idle = Sheets.read(request, Sheet.WASTE).stream().map(line -> line.get("ResourceId"))
                        .collect(Collectors.toSet());
                assertThat(covered).isNotEmpty();
                assertThat(rows.stream().filter(row -> idle.contains(row.get("ResourceId"))).map(WasteTest::machine))
                        .isNotEmpty().doesNotContainAnyElementsOf(covered);
            }
        }
    }

    private static String machine(Map<String, String> row) {
        return row.get("RegionId") + " " + row.get("SkuPriceDetails").replaceAll("\"x_[^,}]*", "");
    }

    @Test
    void itsTagsAreAsDirtyAsTheCompanys() {
        Request request = Request.rows(3_000).providers(ALL).seed(69).waste(300);
        Map<String, String> states = Sheets.read(request, Sheet.OWNERSHIP).stream()
                .collect(Collectors.toMap(line -> line.get("ResourceId"), line -> line.get("TagState")));
        Map<String, Long> found = Sheets.read(request, Sheet.WASTE).stream()
                .collect(Collectors.groupingBy(line -> states.get(line.get("ResourceId")), Collectors.counting()));
        assertThat(found.keySet()).containsExactlyInAnyOrder("right", "incomplete", "wrong", "none");
        assertThat(found.get("none")).isBetween(150L, 450L);
    }

    @Test
    void ownershipHasWhatIsWasted() {
        for (Request request : List.of(
                Request.rows(3_000).providers(ALL).month("2026-03").months(3).seed(70).waste(12).anomalies(3),
                Request.rows(5_000).daily().months(14).seed(71).waste(4))) {
            assertThat(Sheets.read(request, Sheet.OWNERSHIP)).extracting(line -> line.get("ResourceId"))
                    .containsExactlyInAnyOrderElementsOf(Sheets.rows(request).stream().map(row -> row.get("ResourceId"))
                            .filter(id -> !id.isEmpty()).distinct().toList());
        }
    }

    @Test
    void anomaliesAreTheSameWithWaste() {
        Request request = Request.rows(3_000).providers(ALL).months(2).seed(72).anomalies(6);
        assertThat(Sheets.text(request.waste(7), Sheet.ANOMALIES, TableFormat.CSV))
                .isEqualTo(Sheets.text(request, Sheet.ANOMALIES, TableFormat.CSV));
    }

    @Test
    void withoutAnyTheSheetIsEmpty() {
        assertThat(Sheets.read(Request.rows(3_000), Sheet.WASTE)).isEmpty();
        assertThat(Sheets.text(Request.rows(3_000), Sheet.WASTE, TableFormat.JSON)).endsWith("[\n]}\n");
    }

    @Test
    void aSheetIsAboutAllShards() {
        Request request = Request.rows(10).waste(3);
        for (Sheet sheet : Sheet.values()) {
            assertThat(Sheets.text(request.shard(7, 1_000), sheet, TableFormat.CSV))
                    .isEqualTo(Sheets.text(request, sheet, TableFormat.CSV));
        }
    }
}
