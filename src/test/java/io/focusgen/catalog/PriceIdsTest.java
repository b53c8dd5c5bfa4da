package io.focusgen.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceIdsTest {

    private static final Catalog CATALOG = Catalog.of(Provider.of("aws"));
    private static final Region HOME = CATALOG.regions().get(0);

    private static void forEachPlace(Catalog catalog, BiConsumer<Sku, Region> action) {
        for (Sku sku : catalog.skus()) {
            if (sku.service().global()) {
                action.accept(sku, null);
            } else {
                catalog.regions().forEach(region -> action.accept(sku, region));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"aws,[A-Z0-9]{16}", "azure,DZH[A-Z0-9]{9}", "gcp,[A-F][0-9A-F]{3}(-[0-9A-F]{4}){2}"})
    void noTwoSkusOrRegionsShareASkuId(String label, String shape) {
        Catalog catalog = Catalog.of(Provider.of(label));
        Set<String> ids = new TreeSet<>();

        forEachPlace(catalog, (sku, region) -> {
            String id = catalog.skuId(sku, region);
            assertThat(id).matches(shape);
            assertThat(ids.add(id)).as("%s in %s", sku, region).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({"aws,\\.[A-Z0-9]{10}\\.[A-Z0-9]{10}", "azure,_[A-Z0-9]{4}_[A-Za-z]+",
            "gcp,(/[0-9A-F]{4}(-[0-9A-F]{4}){2})/[A-Z0-9]{8}"})
    void noTwoPricesShareASkuPriceId(String label, String shape) {
        Catalog catalog = Catalog.of(Provider.of(label));
        Set<String> ids = new TreeSet<>();

        forEachPlace(catalog, (sku, region) -> {
            for (PriceTerm term : PriceTerm.values()) {
                for (int tier = 0; tier < sku.tiers().size(); tier++) {
                    String id = catalog.skuPriceId(sku, region, term, tier);
                    assertThat(id).startsWith(catalog.skuId(sku, region));
                    assertThat(id.substring(catalog.skuId(sku, region).length())).matches(shape);
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
