package io.focusgen.catalog;

import org.jspecify.annotations.Nullable;

/**
 * The texts of all charges that a catalogue can have, one entry for each SKU, region, tier and term, filled in where they
 * are asked for: writing them anew in every line would cost more than everything else in it. The entries of a provider
 * are at most SKUs × regions × tiers × 6; a company, at home in a dozen regions and buying on two or three terms, fills a
 * few thousand of half a kilobyte each. An entry that two threads make at once is made equal, so nothing is locked:
 * entries are records, which are safe to hand over without.
 */
final class SkuTextTable {

    private static final int TERMS = PriceTerm.values().length;

    private final Catalog catalog;
    /** By SKU, then (region × tiers + tier) × terms + term; made with the SKU's first entry. */
    private final @Nullable SkuTexts[][] table;

    SkuTextTable(Catalog catalog) {
        this.catalog = catalog;
        table = new @Nullable SkuTexts[catalog.skus().size()][];
    }

    SkuTexts get(Sku sku, @Nullable Region region, PriceTerm term, int tier) {
        @Nullable
        SkuTexts[] entries = table[sku.index()];
        if (entries == null) {
            int places = sku.service().global() ? 1 : catalog.regions().size();
            entries = new @Nullable SkuTexts[places * sku.tiers().size() * TERMS];
            table[sku.index()] = entries;
        }
        int place = (region == null ? 0 : region.index()) * sku.tiers().size();
        int index = (place + tier) * TERMS + term.ordinal();
        SkuTexts texts = entries[index];
        if (texts == null) {
            texts = make(sku, region, term, tier, entries[place * TERMS]);
            entries[index] = texts;
        }
        return texts;
    }

    /** @param first the entry of the region's first tier and term, which has the same id and meter, or null */
    private SkuTexts make(Sku sku, @Nullable Region region, PriceTerm term, int tier, @Nullable SkuTexts first) {
        return new SkuTexts(first == null ? catalog.skuId(sku, region) : first.id(),
                catalog.skuPriceId(sku, region, term, tier), first == null ? catalog.meter(sku, region) : first.meter(),
                description(sku, region, term, tier), sku.details());
    }

    private String description(Sku sku, @Nullable Region region, PriceTerm term, int tier) {
        return switch (term) {
            case SPOT -> catalog.spotDescription(sku, catalog.price(sku, tier, region), region);
            case ON_DEMAND, COMMITTED, PURCHASE, UPFRONT, UNUSED -> catalog.description(sku, tier, region);
        };
    }
}
