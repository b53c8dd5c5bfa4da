package io.focusgen.catalog;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.focus.ServiceCategory;

/** What the tables of every provider promise to whoever invents bills from them. */
class CatalogTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    private static final Set<String> NUMBERS = Set.of("CoreCount", "DiskMaxIops", "DiskSpace", "GpuCount", "MemorySize",
            "NetworkMaxIops", "NetworkMaxThroughput");
    private static final Set<String> TEXTS = Set.of("DiskType", "InstanceType", "InstanceSeries", "OperatingSystem",
            "Redundancy", "StorageClass");

    static List<Provider> providers() {
        return Provider.all();
    }

    private static Stream<Sku> global(Catalog catalog, boolean global) {
        return catalog.skus().stream().filter(sku -> sku.service().global() == global);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aCatalogueIsLoadedOnce(Provider provider) {
        assertThat(Catalog.of(provider)).isSameAs(Catalog.of(provider));
        assertThat(Catalog.of(provider).provider()).isSameAs(provider);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void itIsLargeEnoughToLookLikeABill(Provider provider) {
        Catalog catalog = Catalog.of(provider);

        assertThat(catalog.services()).hasSizeGreaterThanOrEqualTo(45);
        assertThat(catalog.regions()).hasSizeGreaterThanOrEqualTo(14);
        assertThat(catalog.skus()).hasSizeGreaterThanOrEqualTo(250);
        assertThat(catalog.skus().stream().filter(Sku::isFree)).hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void metersAreOfEveryKindThatIsNotOneProvidersOwn(Provider provider) {
        Set<MeterKind> kinds = EnumSet.noneOf(MeterKind.class);
        Catalog.of(provider).skus().forEach(sku -> kinds.add(sku.kind()));

        assertThat(EnumSet.complementOf(EnumSet.copyOf(kinds))).isSubsetOf(MeterKind.UNITS);
    }

    @ParameterizedTest
    @CsvSource({"aws,Other", "azure,Mobile", "gcp,Internet of Things"})
    void everyCategoryThatTheProviderSellsInIsThere(String label, String notSold) {
        Set<String> sold = new TreeSet<>();
        Catalog.of(Provider.of(label)).services().forEach(service -> sold.add(service.category().label()));

        assertThat(ServiceCategory.values()).extracting(ServiceCategory::label)
                .filteredOn(category -> !sold.contains(category)).containsExactlyInAnyOrder(notSold.split("\\|"));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void indexesArePositions(Provider provider) {
        Catalog catalog = Catalog.of(provider);

        assertPositions(catalog.services().stream().map(Service::index));
        assertPositions(catalog.regions().stream().map(Region::index));
        assertPositions(catalog.skus().stream().map(Sku::index));
    }

    private static void assertPositions(Stream<Integer> indexes) {
        List<Integer> all = indexes.toList();
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i)).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aServiceHasASubcategoryOfItsCategoryAndAtLeastOneSkuUnlessItOnlyRounds(Provider provider) {
        Catalog catalog = Catalog.of(provider);

        assertThat(catalog.services()).allSatisfy(service -> {
            assertThat(service.category().subcategories()).contains(service.subcategory());
            assertThat(catalog.rounding() != null && catalog.rounding().service().equals(service)
                    || catalog.skus().stream().anyMatch(sku -> sku.service().equals(service))).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aRegionHasZonesOfItsOwnAndPlausibleMultipliers(Provider provider) {
        List<String> zones = new ArrayList<>();
        for (Region region : Catalog.of(provider).regions()) {
            assertThat(region.zones()).as("%s", region).hasSizeGreaterThanOrEqualTo(2)
                    .allMatch(zone -> zone.matches(region.id() + "(?:-?[a-f]|-az[1-3])"));
            zones.addAll(region.zones());
            for (RateClass rate : RateClass.values()) {
                assertThat(region.multiplier(rate).decimal()).as("%s of %s", rate, region)
                        .isBetween(new BigDecimal("0.8"), new BigDecimal("2.5"));
            }
        }
        assertThat(zones).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"aws,us-east-1", "azure,eastus", "gcp,us-central1"})
    void theHomeRegionIsFirst(String label, String home) {
        List<Region> regions = Catalog.of(Provider.of(label)).regions();

        assertThat(regions.get(0).id()).isEqualTo(home);
        for (RateClass rate : RateClass.values()) {
            assertThat(regions.get(0).multiplier(rate).decimal()).isEqualByComparingTo("1");
        }
        assertThat(regions).extracting(Region::id).doesNotHaveDuplicates();
        assertThat(regions).extracting(Region::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void theUnitsOfASkuAreInFocusUnitFormat(Provider provider) {
        for (Sku sku : Catalog.of(provider).skus()) {
            if (sku.kind() == MeterKind.SPEND) {
                assertThat(sku.unit()).as("money is counted in its currency").isEqualTo("USD");
            } else {
                assertThat(UnitFormat.allows(sku.unit())).as("%s of %s", sku.unit(), sku).isTrue();
                assertThat(UnitFormat.allows(sku.consumedUnit())).as("%s of %s", sku.consumedUnit(), sku).isTrue();
            }
            assertThat(sku.unit()).as("%s", sku).isIn(unitsOf(sku.consumedPerUnit(), sku.consumedUnit()));
        }
    }

    /** What so many of a unit are: the same one, a number of it, or a larger unit of time or data. */
    private static Set<String> unitsOf(int count, String unit) {
        return switch (count) {
            case 1 -> Set.of(unit);
            case 60 -> Set.of("60 " + unit, unit.replaceFirst("Minutes$", "Hours"));
            case 3600 -> Set.of("3600 " + unit, unit.replaceFirst("Seconds$", "Hours"));
            default -> Set.of(count + " " + unit);
        };
    }

    @ParameterizedTest
    @MethodSource("providers")
    void theTiersOfASkuLeaveNoGapAndGetCheaperAfterTheFreeOne(Provider provider) {
        for (Sku sku : Catalog.of(provider).skus()) {
            List<Tier> tiers = sku.tiers();
            assertThat(tiers.get(0).from()).isZero();
            assertThat(tiers.get(tiers.size() - 1).isOpen()).isTrue();
            for (int i = 1; i < tiers.size(); i++) {
                assertThat(tiers.get(i).from()).isEqualTo(tiers.get(i - 1).to());
                Price before = tiers.get(i - 1).price();
                assertThat(before.isZero() ? i == 1 : tiers.get(i).price().compareTo(before) < 0)
                        .as("tier %d of %s", i, sku).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aSkuHasAPriceInEveryRegionWhereItIsSold(Provider provider) {
        Catalog catalog = Catalog.of(provider);
        for (Sku sku : catalog.skus()) {
            for (int tier = 0; tier < sku.tiers().size(); tier++) {
                Price home = sku.tiers().get(tier).price();
                for (Region region : catalog.regions()) {
                    Price exact = sku.service().global() ? home : home.times(region.multiplier(sku.rate()));
                    Price price = catalog.price(sku, tier, sku.service().global() ? null : region);
                    int decimals = home.scale() <= 4 ? 4 : home.scale() + 1;
                    assertThat(price.scale()).as("%s in %s", sku, region).isLessThanOrEqualTo(decimals);
                    assertThat(price.decimal()).as("%s in %s", sku, region).isCloseTo(exact.decimal(),
                            within(BigDecimal.valueOf(5, decimals + 1)));
                    assertThat(price.isZero()).as("%s in %s", sku, region).isEqualTo(home.isZero());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aRegionIsNamedExactlyForWhatIsSoldByRegion(Provider provider) {
        Catalog catalog = Catalog.of(provider);
        Region region = catalog.regions().get(3);
        Sku regional = global(catalog, false).findFirst().orElseThrow();
        Sku global = global(catalog, true).findFirst().orElseThrow();

        assertThatIllegalArgumentException().isThrownBy(() -> catalog.price(regional, 0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> catalog.price(global, 0, region));
        assertThatIllegalArgumentException().isThrownBy(() -> catalog.price(regional, 9, region));
        assertThatIllegalArgumentException().isThrownBy(() -> catalog.skuId(global, region));
        assertThatIllegalArgumentException().isThrownBy(() -> catalog.meter(regional, null));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void theDetailsOfASkuAreOneFlatObjectOfKnownKeys(Provider provider) throws Exception {
        for (Sku sku : Catalog.of(provider).skus()) {
            if (sku.details() != null) {
                assertDetails(sku, JSON.readTree(sku.details()));
            }
        }
    }

    private static void assertDetails(Sku sku, JsonNode details) throws Exception {
        assertThat(details.isObject()).as("%s", sku).isTrue();
        assertThat(details.size()).as("%s", sku).isPositive();
        for (Map.Entry<String, JsonNode> property : details.properties()) {
            String key = property.getKey();
            JsonNode value = property.getValue();
            assertThat(value.isValueNode()).as("%s of %s", key, sku).isTrue();
            if (NUMBERS.contains(key)) {
                assertThat(value.isNumber() && value.asDouble() > 0).as("%s of %s", key, sku).isTrue();
            } else if (TEXTS.contains(key)) {
                assertThat(value.isTextual()).as("%s of %s", key, sku).isTrue();
            } else {
                assertThat(key).as("%s", sku).matches("x_([A-Z][a-z0-9]*)+");
            }
        }
        assertThat(JSON.writeValueAsString(details)).as("no blanks in %s", sku).isEqualTo(sku.details());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void metersAndDescriptionsHaveNothingLeftToFill(Provider provider) {
        Catalog catalog = Catalog.of(provider);
        for (Sku sku : catalog.skus()) {
            for (Region region : catalog.regions()) {
                Region place = sku.service().global() ? null : region;
                assertThat(catalog.meter(sku, place)).as("%s", sku).matches("[ -~&&[^{}]]{1,200}");
                for (int tier = 0; tier < sku.tiers().size(); tier++) {
                    assertThat(catalog.description(sku, tier, place)).as("%s", sku).matches("[ -~&&[^{}]]{1,200}");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void theTiersOfASkuAreToldApartByTheirDescriptions(Provider provider) {
        Catalog catalog = Catalog.of(provider);
        for (Sku sku : catalog.skus()) {
            Region home = sku.service().global() ? null : catalog.regions().get(0);
            Set<String> descriptions = new TreeSet<>();
            for (int tier = 0; tier < sku.tiers().size(); tier++) {
                assertThat(descriptions.add(catalog.description(sku, tier, home))).as("tier %d of %s", tier, sku)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void twoSkusAreNeverTheSameMeterAndOperationOfAService(Provider provider) {
        Set<String> seen = new TreeSet<>();
        for (Sku sku : Catalog.of(provider).skus()) {
            assertThat(seen.add(sku.service().name() + " " + sku.meter() + " " + sku.operation())).as("%s", sku)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void commitmentsCoverMachinesContainersAndFunctions(Provider provider) {
        List<Sku> covered = Catalog.of(provider).skus().stream().filter(Sku::eligible).toList();

        assertThat(covered).allMatch(sku -> sku.service().category() == ServiceCategory.COMPUTE).noneMatch(Sku::isFree);
        assertThat(covered).extracting(sku -> sku.service().subcategory()).contains("Virtual Machines", "Containers",
                "Serverless Compute");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aLadderClimbsFromASmallMachineToALargeOne(Provider provider) {
        assertThat(Catalog.of(provider).ladders()).isNotEmpty().allSatisfy(ladder -> {
            List<Double> prices = ladder.rungs().stream().map(Machine::homePrice).toList();
            assertThat(prices).hasSizeGreaterThanOrEqualTo(Ladder.FEWEST_RUNGS).isSorted().doesNotHaveDuplicates();
            assertThat(prices.get(prices.size() - 1)).as("last").isGreaterThanOrEqualTo(prices.get(0) * 7);
            assertThat(ladder.rungs()).allMatch(rung -> rung.sku().service().equals(ladder.service()))
                    .extracting(rung -> rung.sku().unit()).containsOnly(ladder.rungs().get(0).sku().unit());
        });
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aLadderAscendsInEveryRegion(Provider provider) {
        Catalog catalog = Catalog.of(provider);
        for (Ladder ladder : catalog.ladders()) {
            for (Region region : catalog.regions()) {
                assertThat(ladder.rungs()).as("%s in %s", ladder, region)
                        .extracting(rung -> price(catalog, rung, region)).isSorted().doesNotHaveDuplicates();
            }
        }
    }

    private static BigDecimal price(Catalog catalog, Machine machine, Region region) {
        return machine.parts().stream()
                .map(part -> catalog.price(part.sku(), 0, region).decimal().multiply(BigDecimal.valueOf(part.amount())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @CsvSource({"aws, 29 100 15000, 0 10000 150000, 1 4 4", "azure, 100 1000, 0 100000, 1 1",
            "gcp, 29 100 15000, 0 10000 500000, 1 4 4"})
    void supportIsAFallingShareOfSpendWithAMinimumOrAFee(String label, String minima, String froms, String bands) {
        List<SupportPlan> plans = Catalog.of(Provider.of(label)).supportPlans();

        assertThat(plans.stream().map(plan -> plan.minimum().text().replace(".0", "")).collect(joining(" ")))
                .isEqualTo(minima);
        assertThat(plans.stream().map(plan -> Integer.toString(plan.from())).collect(joining(" "))).isEqualTo(froms);
        assertThat(plans.stream().map(plan -> Integer.toString(plan.bands())).collect(joining(" "))).isEqualTo(bands);
        assertThat(plans).extracting(plan -> plan.sku().service().subcategory()).containsOnly("Support");
        assertThat(plans).allMatch(plan -> plan.flat() == plan.sku().unit().equals("Months"));
        for (SupportPlan plan : plans) {
            List<Tier> tiers = plan.sku().tiers();
            for (int i = 1; i < tiers.size(); i++) {
                assertThat(tiers.get(i).price()).isLessThan(tiers.get(i - 1).price());
            }
        }
    }

    @Test
    void aSupportPlanCostsItsBandsAndIsPaidFromTheSameMoney() {
        SupportPlan business = SupportPlan.of(Catalog.of(Provider.of("aws")).supportPlans(), 80_000);

        assertThat(business.sku().key()).isEqualTo("support-business");
        assertThat(business.cost(500)).as("the minimum").isEqualTo(100);
        assertThat(business.cost(10_000)).isEqualTo(1_000);
        assertThat(business.cost(300_000)).isCloseTo(1_000 + 4_900 + 8_500 + 1_500, within(1e-6));
        for (double spent : new double[]{5_000, 60_000, 200_000, 5e6}) {
            assertThat(business.spentOf(spent + business.cost(spent))).isCloseTo(spent, within(1e-3));
        }
        assertThat(business.spentOf(600)).isEqualTo(500);
    }

    @Test
    void everyProviderIsCheckedWhereTheyDiffer() {
        assertThat(Provider.labels()).containsExactly("aws", "azure", "gcp");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void whatIsNotThereIsSaid(Provider provider) {
        Catalog catalog = Catalog.of(provider);

        assertThat(catalog.findSku("nothing")).isNull();
        assertThat(catalog.findLadder("nothing")).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> catalog.sku("nothing")).withMessageContaining("nothing");
        assertThatIllegalArgumentException().isThrownBy(() -> catalog.ladder("nothing"))
                .withMessageContaining("nothing");
    }
}
