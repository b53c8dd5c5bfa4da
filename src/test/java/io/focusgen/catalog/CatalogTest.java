package io.focusgen.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.focus.CommitmentCategory;
import io.focusgen.focus.ServiceCategory;

class CatalogTest {

    private static final Catalog CATALOG = Catalog.of(Provider.of("aws"));
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    private static final Set<String> NUMBERS = Set.of("CoreCount", "DiskMaxIops", "DiskSpace", "GpuCount", "MemorySize",
            "NetworkMaxIops", "NetworkMaxThroughput");
    private static final Set<String> TEXTS = Set.of("DiskType", "InstanceType", "InstanceSeries", "OperatingSystem",
            "Redundancy", "StorageClass");

    static Stream<Sku> skus() {
        return CATALOG.skus().stream();
    }

    static Stream<Sku> skusWithDetails() {
        return skus().filter(sku -> sku.details() != null);
    }

    static Stream<Service> services() {
        return CATALOG.services().stream();
    }

    static Stream<Ladder> ladders() {
        return CATALOG.ladders().stream();
    }

    static Stream<Region> regions() {
        return CATALOG.regions().stream();
    }

    @Test
    void theCatalogueIsLoadedOnce() {
        assertThat(Catalog.of(Provider.of("aws"))).isSameAs(CATALOG);
        assertThat(CATALOG.provider()).isEqualTo(Provider.of("aws"));
    }

    @Test
    void itIsLargeEnoughToLookLikeABill() {
        assertThat(CATALOG.services()).hasSizeGreaterThanOrEqualTo(45);
        assertThat(CATALOG.regions()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(CATALOG.skus()).hasSizeGreaterThanOrEqualTo(190);
        assertThat(CATALOG.skus().stream().filter(Sku::isFree)).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void everyCategoryThatTheProviderSellsInIsThere() {
        Set<ServiceCategory> sold = EnumSet.noneOf(ServiceCategory.class);
        CATALOG.services().forEach(service -> sold.add(service.category()));

        assertThat(EnumSet.complementOf(EnumSet.copyOf(sold)))
                .containsExactlyInAnyOrder(ServiceCategory.MULTICLOUD, ServiceCategory.OTHER);
    }

    @Test
    void indexesArePositions() {
        for (int i = 0; i < CATALOG.services().size(); i++) {
            assertThat(CATALOG.services().get(i).index()).isEqualTo(i);
        }
        for (int i = 0; i < CATALOG.regions().size(); i++) {
            assertThat(CATALOG.regions().get(i).index()).isEqualTo(i);
        }
        for (int i = 0; i < CATALOG.skus().size(); i++) {
            assertThat(CATALOG.skus().get(i).index()).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceHasASubcategoryOfItsCategoryAndAtLeastOneSku(Service service) {
        assertThat(service.category().subcategories()).contains(service.subcategory());
        assertThat(CATALOG.skus()).anyMatch(sku -> sku.service().equals(service));
    }

    @ParameterizedTest
    @MethodSource("regions")
    void aRegionHasZonesOfItsOwnAndPlausibleMultipliers(Region region) {
        assertThat(region.zones()).hasSizeGreaterThanOrEqualTo(2).allMatch(zone -> zone.matches(region.id() + "[a-f]"));
        for (RateClass rate : RateClass.values()) {
            assertThat(region.multiplier(rate).decimal()).isBetween(new BigDecimal("0.9"), new BigDecimal("2"));
        }
    }

    @Test
    void theHomeRegionIsFirstAndHasNoPrefix() {
        Region home = CATALOG.regions().get(0);

        assertThat(home.id()).isEqualTo("us-east-1");
        assertThat(home.prefix()).isEmpty();
        assertThat(home.label()).isEqualTo("USE1");
        assertThat(CATALOG.regions()).extracting(Region::label).doesNotHaveDuplicates();
        assertThat(CATALOG.regions()).extracting(Region::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("skus")
    void theUnitsOfASkuAreInFocusUnitFormat(Sku sku) {
        if (sku.kind() == MeterKind.SPEND) {
            assertThat(sku.unit()).as("money is counted in its currency").isEqualTo("USD");
        } else {
            assertThat(UnitFormat.allows(sku.unit())).as(sku.unit()).isTrue();
            assertThat(UnitFormat.allows(sku.consumedUnit())).as(sku.consumedUnit()).isTrue();
        }
        String expected = sku.consumedPerUnit() == 1
                ? sku.consumedUnit()
                : sku.consumedPerUnit() + " " + sku.consumedUnit();
        assertThat(sku.unit()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("skus")
    void theTiersOfASkuLeaveNoGapAndGetCheaperAfterTheFreeOne(Sku sku) {
        List<Tier> tiers = sku.tiers();

        assertThat(tiers.get(0).from()).isZero();
        assertThat(tiers.get(tiers.size() - 1).isOpen()).isTrue();
        for (int i = 1; i < tiers.size(); i++) {
            assertThat(tiers.get(i).from()).isEqualTo(tiers.get(i - 1).to());
            Price before = tiers.get(i - 1).price();
            assertThat(before.isZero() ? i == 1 : tiers.get(i).price().compareTo(before) < 0).as("tier %d", i).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("skus")
    void aSkuHasAPriceInEveryRegionWhereItIsSold(Sku sku) {
        for (Region region : CATALOG.regions()) {
            for (int tier = 0; tier < sku.tiers().size(); tier++) {
                Price home = sku.tiers().get(tier).price();
                if (sku.service().global()) {
                    assertThat(CATALOG.price(sku, tier, null)).isEqualTo(home);
                } else {
                    Price price = CATALOG.price(sku, tier, region);
                    assertThat(price).isEqualTo(home.times(region.multiplier(sku.rate())));
                    assertThat(price.isZero()).isEqualTo(home.isZero());
                }
            }
        }
    }

    @Test
    void aRegionIsNamedExactlyForWhatIsSoldByRegion() {
        Region region = CATALOG.regions().get(3);
        Sku regional = CATALOG.sku("ec2-m5-large");
        Sku global = CATALOG.sku("cf-https-us");

        assertThatIllegalArgumentException().isThrownBy(() -> CATALOG.price(regional, 0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> CATALOG.price(global, 0, region));
        assertThatIllegalArgumentException().isThrownBy(() -> CATALOG.price(regional, 1, region));
        assertThatIllegalArgumentException().isThrownBy(() -> CATALOG.skuId(global, region));
        assertThatIllegalArgumentException().isThrownBy(() -> CATALOG.meter(regional, null));
    }

    @ParameterizedTest
    @MethodSource("skusWithDetails")
    void theDetailsOfASkuAreOneFlatObjectOfKnownKeys(Sku sku) throws Exception {
        JsonNode details = JSON.readTree(sku.details());

        assertThat(details.isObject()).isTrue();
        assertThat(details.size()).isPositive();
        for (Map.Entry<String, JsonNode> property : details.properties()) {
            String key = property.getKey();
            JsonNode value = property.getValue();
            assertThat(value.isValueNode()).as(key).isTrue();
            if (NUMBERS.contains(key)) {
                assertThat(value.isNumber() && value.asDouble() > 0).as(key).isTrue();
            } else if (TEXTS.contains(key)) {
                assertThat(value.isTextual()).as(key).isTrue();
            } else {
                assertThat(key).matches("x_([A-Z][a-z0-9]*)+");
            }
        }
        assertThat(JSON.writeValueAsString(details)).as("no blanks").isEqualTo(sku.details());
    }

    @ParameterizedTest
    @MethodSource("skus")
    void metersAndDescriptionsHaveNothingLeftToFill(Sku sku) {
        for (Region region : CATALOG.regions()) {
            Region place = sku.service().global() ? null : region;
            assertThat(CATALOG.meter(sku, place)).matches("[ -~]{1,200}").doesNotContain("{", "}");
            for (int tier = 0; tier < sku.tiers().size(); tier++) {
                assertThat(CATALOG.description(sku, tier, place)).matches("[ -~]{1,200}").doesNotContain("{", "}");
            }
        }
    }

    @Test
    void twoSkusAreNeverTheSameMeterAndOperationOfAService() {
        Set<String> seen = new TreeSet<>();

        for (Sku sku : CATALOG.skus()) {
            assertThat(seen.add(sku.service().name() + " " + sku.meter() + " " + sku.operation())).as("%s", sku)
                    .isTrue();
        }
    }

    @Test
    void commitmentsCoverMachinesContainersAndFunctions() {
        Set<String> covered = new TreeSet<>();
        CATALOG.skus().stream().filter(Sku::eligible).forEach(sku -> covered.add(sku.service().name()));

        assertThat(covered).containsExactly("AWS Lambda", "Amazon Elastic Compute Cloud",
                "Amazon Elastic Container Service",
                "Amazon Elastic Container Service for Kubernetes");
        assertThat(CATALOG.skus()).filteredOn(Sku::eligible)
                .allMatch(sku -> sku.service().category() == ServiceCategory.COMPUTE)
                .noneMatch(Sku::isFree);
    }

    @ParameterizedTest
    @MethodSource("ladders")
    void aLadderClimbsFromAnAffordableMachineToALargeOne(Ladder ladder) {
        List<Double> prices = ladder.rungs().stream().map(Machine::homePrice).toList();

        assertThat(prices).hasSizeGreaterThanOrEqualTo(Ladder.FEWEST_RUNGS).isSorted().doesNotHaveDuplicates();
        assertThat(prices.get(0)).as("first").isLessThanOrEqualTo(0.25);
        assertThat(prices.get(prices.size() - 1)).as("last")
                .isGreaterThanOrEqualTo(prices.get(0) * 7);
        assertThat(ladder.rungs()).allMatch(rung -> rung.sku().service().equals(ladder.service()))
                .allMatch(rung -> rung.sku().unit().equals("Hours"));
    }

    @ParameterizedTest
    @MethodSource("regions")
    void aLadderAscendsInEveryRegion(Region region) {
        for (Ladder ladder : CATALOG.ladders()) {
            assertThat(ladder.rungs()).as("%s", ladder).extracting(rung -> CATALOG.price(rung.sku(), 0, region))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void oneOfferCommitsToUsageAndOneToSpend() {
        assertThat(CATALOG.offers()).extracting(CommitmentOffer::category)
                .containsExactly(CommitmentCategory.USAGE, CommitmentCategory.SPEND);
        CommitmentOffer reservation = CATALOG.offers().get(0);
        CommitmentOffer plan = CATALOG.offers().get(1);

        assertThat(reservation.unit()).isEqualTo("Hours");
        assertThat(reservation.type()).isEqualTo("Reserved Instance");
        assertThat(plan.unit()).isEqualTo("USD");
        assertThat(plan.type()).isEqualTo("Savings Plan");
        assertThat(CATALOG.sku(plan.key()).service()).isEqualTo(plan.service());
        assertThat(CATALOG.description(reservation, Price.of("0.06048"), CATALOG.regions().get(0)))
                .startsWith("$0.06048 hourly fee").contains("US East (N. Virginia)");
        assertThat(CATALOG.description(plan, Price.of("1"), null))
                .isEqualTo("1 year No Upfront EC2 Instance Savings Plan");
    }

    @Test
    void supportIsAShareOfSpendWithAMinimum() {
        assertThat(CATALOG.supportPlans())
                .extracting(plan -> plan.sku().service().name(), plan -> plan.sku().tiers().get(0).price(),
                        SupportPlan::minimum)
                .containsExactly(
                        tuple("AWS Support (Developer)", Price.of("0.03"), Price.of("29")),
                        tuple("AWS Support (Enterprise On-Ramp)", Price.of("0.1"), Price.of("5500")));
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(CATALOG.findSku("nothing")).isNull();
        assertThat(CATALOG.findLadder("nothing")).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> CATALOG.sku("nothing")).withMessageContaining("nothing");
        assertThatIllegalArgumentException().isThrownBy(() -> CATALOG.ladder("nothing"))
                .withMessageContaining("nothing");
    }
}
