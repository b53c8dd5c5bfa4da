package io.focusgen.testing;

import java.util.HashSet;
import java.util.Set;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.Provider;
import io.focusgen.catalog.Region;
import io.focusgen.catalog.Sku;
import io.focusgen.focus.FocusColumn;

/** Which usage a commitment may cover: that of the SKUs which the catalogue says so of, at other than spot prices. */
public final class Eligible {

    private final Set<String> skuIds = new HashSet<>();

    public Eligible(Provider provider) {
        Catalog catalog = Catalog.of(provider);
        for (Sku sku : catalog.skus()) {
            if (sku.eligible()) {
                for (Region region : catalog.regions()) {
                    skuIds.add(catalog.skuId(sku, sku.service().global() ? null : region));
                }
            }
        }
    }

    public boolean is(Bill.Line line) {
        return line.isUsage() && !line.isUnused() && line.get(FocusColumn.CHARGE_CLASS) == null
                && isSku(line.get(FocusColumn.SKU_ID))
                && !line.is(FocusColumn.PRICING_CATEGORY, "Dynamic");
    }

    /** Whether commitments apply to this SKU at all. */
    public boolean isSku(@org.jspecify.annotations.Nullable String skuId) {
        return skuId != null && skuIds.contains(skuId);
    }
}
