package io.focusgen.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.catalog.Provider;
import io.focusgen.spec.Profile;
import io.focusgen.spec.WasteKind;
import io.focusgen.testing.Request;

/** How large is what nobody needs. */
class WasteSizesTest {

    private static final Set<Integer> ORDERED = Set.of(8, 10, 16, 20, 30, 32, 40, 50, 64, 80, 100, 120, 128, 150, 200,
            250,
            256, 300, 400, 500, 512, 600, 750, 800, 1000, 1024, 1200, 1500, 2000, 2048, 2500, 3000, 4000);
    private static final Set<Integer> AZURE = Set.of(4, 32, 64, 128, 256, 512, 1024, 2048, 4096);

    private static Request large(String provider) {
        return Request.rows(3_000).monthly().providers(provider).profile(Profile.ENTERPRISE).budget("3000000").seed(81);
    }

    /** GB-Months of one month, or of a disk that is sold in sizes the size. */
    private static List<Integer> gigabytes(Request request) {
        Set<String> wasted = Sheets.read(request, Sheet.WASTE).stream().map(line -> line.get("ResourceId"))
                .collect(Collectors.toSet());
        List<Integer> sizes = new ArrayList<>();
        for (Map<String, String> row : Sheets.rows(request)) {
            if (wasted.contains(row.get("ResourceId"))) {
                String details = row.get("SkuPriceDetails");
                sizes.add(row.get("PricingUnit").equals("Unit-Months")
                        ? Integer.parseInt(details.replaceAll(".*\"DiskSpace\":(\\d+).*", "$1"))
                        : new BigDecimal(row.get("PricingQuantity")).setScale(0, RoundingMode.HALF_UP).intValueExact());
            }
        }
        return sizes.stream().sorted().toList();
    }

    /** Of what there may be, as many below the geometric middle as above; hardly any two alike. */
    @ParameterizedTest
    @ValueSource(strings = {"aws", "azure", "gcp"})
    void snapshotsAreOfAnySize(String provider) {
        List<Integer> sizes = gigabytes(large(provider).waste(200, WasteKind.OLD_SNAPSHOT));

        assertThat(sizes).hasSize(200).allMatch(size -> size >= 5 && size <= 3_000);
        assertThat(sizes.get(100)).isBetween(70, 220);
        assertThat(sizes.get(20)).isLessThan(20);
        assertThat(sizes.get(180)).isGreaterThan(700);
        assertThat(Set.copyOf(sizes)).hasSizeGreaterThan(120);
    }

    @ParameterizedTest
    @CsvSource({"aws, 8", "gcp, 10"})
    void disksAreMostlyOfSizesThatPeopleOrder(String provider, int least) {
        List<Integer> sizes = gigabytes(large(provider).waste(200, WasteKind.UNATTACHED_DISK));

        assertThat(sizes).hasSize(200).allMatch(size -> size >= least && size <= 4_000);
        assertThat(sizes.get(100)).isBetween(80, 300);
        assertThat(sizes).filteredOn(ORDERED::contains).hasSizeBetween(160, 195);
        assertThat(Set.copyOf(sizes)).hasSizeGreaterThan(25);
    }

    @Test
    void disksThatAreSoldInSizesAreTheSmallestThatHoldsSoMuch() {
        List<Integer> sizes = gigabytes(large("azure").waste(200, WasteKind.UNATTACHED_DISK));

        assertThat(sizes).hasSize(200).allMatch(AZURE::contains);
        assertThat(sizes.get(100)).isBetween(128, 512);
        assertThat(Set.copyOf(sizes)).hasSizeGreaterThan(6);
    }

    /** As every database has, but those whose storage is their cluster's. */
    @ParameterizedTest
    @ValueSource(strings = {"aws", "azure", "gcp"})
    void databasesStoreAFewGigabytes(String provider) {
        Request request = large(provider).months(2).waste(200, WasteKind.OVERSIZED_DATABASE);
        Map<String, List<Map<String, String>>> rows = Sheets.rows(request).stream()
                .collect(Collectors.groupingBy(row -> row.get("ResourceId")));
        Set<Integer> sizes = new TreeSet<>();
        Set<String> without = new TreeSet<>();
        for (Map<String, String> line : Sheets.read(request, Sheet.WASTE)) {
            List<Map<String, String>> stored = rows.get(line.get("ResourceId")).stream()
                    .filter(row -> row.get("PricingUnit").matches("Gi?B-Months")).toList();
            if (stored.isEmpty()) {
                without.add(line.get("ResourceName").replaceAll(".*-(aurora)-.*", "$1"));
                continue;
            }
            assertThat(stored).hasSize(2).extracting(row -> row.get("PricingQuantity")).containsOnly(
                    stored.get(0).get("PricingQuantity"));
            assertThat(stored).allMatch(row -> row.get("ServiceName").equals(line.get("ServiceName")));
            int size = new BigDecimal(stored.get(0).get("PricingQuantity")).intValueExact();
            assertThat(size).isBetween(20, 500);
            sizes.add(size);
            assertThat(new BigDecimal(stored.get(0).get("BilledCost")))
                    .isLessThan(new BigDecimal(line.get("BilledCost")).divide(new BigDecimal(2)));
        }
        assertThat(sizes).hasSizeGreaterThan(12);
        assertThat(without).isEqualTo(provider.equals("aws") ? Set.of("aurora") : Set.of());
    }

    /** A budget that pays for no more has other disks and snapshots, not all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"aws", "azure", "gcp"})
    void noDiskOrSnapshotCostsMoreThanASmallPartOfTheBudget(String provider) {
        for (int budget : List.of(3_000, 50_000, 400_000)) {
            for (WasteKind kind : List.of(WasteKind.UNATTACHED_DISK, WasteKind.OLD_SNAPSHOT)) {
                List<Map<String, String>> sheet = Sheets.read(Request.rows(100).monthly().providers(provider)
                        .budget(Integer.toString(budget)).seed(82).waste(100, kind), Sheet.WASTE);
                assertThat(sheet).hasSize(100).allMatch(
                        line -> Double.parseDouble(line.get("BilledCost")) <= budget * 0.004);
                assertThat(sheet.stream().map(line -> line.get("BilledCost")).distinct()).hasSizeGreaterThan(5);
            }
        }
    }

    @Test
    void eachInstanceAndDatabaseCostsASmallPartOfTheBudget() {
        for (String provider : Provider.labels()) {
            Request request = Request.rows(3_000).providers(provider).budget("400000").seed(67).waste(150,
                    WasteKind.IDLE_INSTANCE, WasteKind.OVERSIZED_DATABASE);
            List<Double> costs = Sheets.read(request, Sheet.WASTE).stream()
                    .map(line -> Double.valueOf(line.get("BilledCost"))).toList();
            assertThat(costs).hasSize(300).allMatch(cost -> cost < 400_000 * 0.00412)
                    .filteredOn(cost -> cost > 400_000 * 0.0002 / 2).hasSizeGreaterThan(270);
            assertThat(costs.stream().mapToDouble(Double::doubleValue).average().orElseThrow() / 400_000)
                    .isBetween(0.0005, 0.0020);
        }
    }
}
