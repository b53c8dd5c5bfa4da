package io.focusgen.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.Test;

class PriceIdsTest {

    private static final Catalog CATALOG = Catalog.of(Provider.of("aws"));
    private static final Region HOME = CATALOG.regions().get(0);

    private static void forEachPlace(BiConsumer<Sku, Region> action) {
        for (Sku sku : CATALOG.skus()) {
            if (sku.service().global()) {
                action.accept(sku, null);
            } else {
                CATALOG.regions().forEach(region -> action.accept(sku, region));
            }
        }
    }

    @Test
    void noTwoSkusOrRegionsShareASkuId() {
        Set<String> ids = new TreeSet<>();

        forEachPlace((sku, region) -> {
            String id = CATALOG.skuId(sku, region);
            assertThat(id).matches("[A-Z0-9]{16}");
            assertThat(ids.add(id)).as("%s in %s", sku, region).isTrue();
        });
    }

    @Test
    void noTwoPricesShareASkuPriceId() {
        Set<String> ids = new TreeSet<>();

        forEachPlace((sku, region) -> {
            for (PriceTerm term : PriceTerm.values()) {
                for (int tier = 0; tier < sku.tiers().size(); tier++) {
                    String id = CATALOG.skuPriceId(sku, region, term, tier);
                    assertThat(id).matches("[A-Z0-9]{16}\\.[A-Z0-9]{10}\\.[A-Z0-9]{10}")
                            .startsWith(CATALOG.skuId(sku, region) + ".");
                    assertThat(ids.add(id)).as("%s in %s, %s, tier %d", sku, region, term, tier).isTrue();
                }
            }
        });
    }

    @Test
    void onDemandPricesUseTheCodesOfRealBills() {
        assertThat(codes("ec2-m5-large", 0)).isEqualTo("JRTCKXETXF.6YS6EN2CT7");
        assertThat(codes("ec2-dt-out-internet", 1)).isEqualTo("JRTCKXETXF.Q3Z75P77EN");
        assertThat(codes("ec2-dt-out-internet", 2)).isEqualTo("JRTCKXETXF.VF6T3GAUKQ");
        assertThat(codes("s3-std", 0)).isEqualTo("JRTCKXETXF.PGHJ3S3EYE");
        assertThat(codes("ec2-dt-out-internet", 0)).as("free tier").startsWith("A429C66SYZ.");
        assertThat(codes("s3-dt-in", 0)).as("always free").isEqualTo("JRTCKXETXF.6YS6EN2CT7");
    }

    private static String codes(String key, int tier) {
        Sku sku = CATALOG.sku(key);
        return CATALOG.skuPriceId(sku, HOME, PriceTerm.ON_DEMAND, tier).substring(17);
    }

    @Test
    void tiersOfOneShapeHaveOneRateCodeEverywhere() {
        Sku egress = CATALOG.sku("ec2-dt-out-internet");
        String expected = CATALOG.skuPriceId(egress, HOME, PriceTerm.ON_DEMAND, 3).substring(17);

        for (Region region : CATALOG.regions()) {
            assertThat(CATALOG.skuPriceId(egress, region, PriceTerm.ON_DEMAND, 3)).endsWith(expected);
        }
    }

    /** Ids are part of every data set ever made: this test may only be changed with a new major version. */
    @Test
    void idsNeverChange() {
        assertThat(CATALOG.skuId(CATALOG.sku("ec2-m5-large"), HOME)).isEqualTo("JS2HGDGAVWJTMWEQ");
        assertThat(CATALOG.skuPriceId(CATALOG.sku("cf-out-us"), null, PriceTerm.ON_DEMAND, 7))
                .isEqualTo("9GRBB4XHCHPU2XM8.JRTCKXETXF.9KBJHRSF69");
        assertThat(CATALOG.skuPriceId(CATALOG.sku("ec2-m5-large"), HOME, PriceTerm.PURCHASE, 0))
                .isEqualTo("JS2HGDGAVWJTMWEQ.4NA7Y494T4.6YS6EN2CT7");
    }
}
