package io.focusgen.catalog;

import java.util.List;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

/**
 * Everything one provider sells, immutable. Lists keep the order of the tables, and an element's {@code index()} is its
 * position, so callers may keep arrays beside them.
 *
 * <p>Wherever a region is asked for, it is null exactly for SKUs of global services.
 */
public final class Catalog {

    private static final @Nullable Catalog[] LOADED = new @Nullable Catalog[Provider.all().size()];

    private final Provider provider;
    private final List<Service> services;
    private final List<Region> regions;
    private final List<Sku> skus;
    private final SortedMap<String, Sku> skuByKey;
    private final SortedMap<String, Ladder> ladderByName;
    private final List<CommitmentOffer> offers;
    private final List<SupportPlan> supportPlans;
    private final List<MarketplaceProduct> marketplace;
    private final @Nullable InvoiceRounding rounding;
    private final Wording wording;
    private final Conventions conventions;
    private final PriceIds priceIds;
    private final SkuTextTable texts;
    /** Decimals of a regional list price, where the price at home has no more. */
    private static final int PRICE_DECIMALS = 4;

    /** By SKU, then region × tiers + tier; a global SKU has one block of tiers. */
    private final Price[][] prices;

    Catalog(Provider provider, CatalogTables tables) {
        this.provider = provider;
        services = List.copyOf(tables.services());
        regions = List.copyOf(tables.regions());
        skus = List.copyOf(tables.skus());
        skuByKey = tables.skuByKey();
        ladderByName = tables.ladderByName();
        offers = List.copyOf(tables.offers());
        supportPlans = List.copyOf(tables.supportPlans());
        marketplace = List.copyOf(tables.marketplace());
        rounding = tables.rounding();
        wording = new Wording(regions);
        conventions = tables.conventions();
        priceIds = new PriceIds(conventions);
        prices = new Price[skus.size()][];
        for (Sku sku : skus) {
            prices[sku.index()] = pricesOf(sku, regions);
        }
        texts = new SkuTextTable(this);
    }

    /** A region's list price as price lists have it: no provider publishes seven digits of what is a few cents at home. */
    private static Price published(Price home, Multiplier multiplier) {
        int decimals = home.scale() <= PRICE_DECIMALS ? PRICE_DECIMALS : home.scale() + 1;
        return home.times(multiplier).rounded(decimals);
    }

    private static Price[] pricesOf(Sku sku, List<Region> regions) {
        List<Tier> tiers = sku.tiers();
        int places = sku.service().global() ? 1 : regions.size();
        Price[] table = new Price[places * tiers.size()];
        for (int place = 0; place < places; place++) {
            Multiplier multiplier = regions.get(place).multiplier(sku.rate());
            for (int tier = 0; tier < tiers.size(); tier++) {
                table[place * tiers.size() + tier] = published(tiers.get(tier).price(), multiplier);
            }
        }
        return table;
    }

    /**
     * The catalogue of a provider, read at the first call.
     *
     * @throws CatalogException if a table is broken
     */
    public static synchronized Catalog of(Provider provider) {
        Catalog loaded = LOADED[provider.index()];
        if (loaded == null) {
            loaded = read(provider, TableSource.beside(Catalog.class, provider));
            LOADED[provider.index()] = loaded;
        }
        return loaded;
    }

    /** Reads a catalogue from other tables than the built-in ones. */
    static Catalog read(Provider provider, TableSource source) {
        return new Catalog(provider, CatalogTables.read(source));
    }

    public Provider provider() {
        return provider;
    }

    public List<Service> services() {
        return services;
    }

    /** How an invoice is rounded, or null where the provider has no row for it. */
    public @Nullable InvoiceRounding rounding() {
        return rounding;
    }

    /** The home region first. */
    public List<Region> regions() {
        return regions;
    }

    public List<Sku> skus() {
        return skus;
    }

    /**
     * The SKU of a key.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Sku sku(String key) {
        Sku sku = findSku(key);
        if (sku == null) {
            throw new IllegalArgumentException(provider + " has no SKU " + key);
        }
        return sku;
    }

    public @Nullable Sku findSku(String key) {
        return skuByKey.get(key);
    }

    /**
     * The ladder of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Ladder ladder(String name) {
        Ladder ladder = findLadder(name);
        if (ladder == null) {
            throw new IllegalArgumentException(provider + " has no ladder " + name);
        }
        return ladder;
    }

    public @Nullable Ladder findLadder(String name) {
        return ladderByName.get(name);
    }

    /** By name. */
    public List<Ladder> ladders() {
        return List.copyOf(ladderByName.values());
    }

    /** How it writes accounts and invoices. */
    public Conventions conventions() {
        return conventions;
    }

    public List<CommitmentOffer> offers() {
        return offers;
    }

    public List<SupportPlan> supportPlans() {
        return supportPlans;
    }

    /** What others sell through the provider and charge in this way. */
    public List<MarketplaceProduct> marketplace(MarketplaceProduct.Kind kind) {
        return marketplace.stream().filter(product -> product.kind() == kind).toList();
    }

    /** All that others sell through the provider. */
    public List<MarketplaceProduct> marketplace() {
        return marketplace;
    }

    /** The list price of a tier. */
    public Price price(Sku sku, int tier, @Nullable Region region) {
        requireFitting(sku, region);
        int tiers = sku.tiers().size();
        if (tier < 0 || tier >= tiers) {
            throw new IllegalArgumentException(sku + " has no tier " + tier);
        }
        return prices[sku.index()][(region == null ? 0 : region.index()) * tiers + tier];
    }

    /** SkuId in the shape the provider writes. */
    public String skuId(Sku sku, @Nullable Region region) {
        requireFitting(sku, region);
        return priceIds.skuId(sku, region);
    }

    /** SkuPriceId in the shape the provider writes: one per SKU, region, term and tier. */
    public String skuPriceId(Sku sku, @Nullable Region region, PriceTerm term, int tier) {
        requireFitting(sku, region);
        return priceIds.skuPriceId(sku, region, term, tier);
    }

    /** What charges of a SKU say of it. Cheap: every text is written once in a lifetime of the catalogue. */
    public SkuTexts texts(Sku sku, @Nullable Region region, PriceTerm term, int tier) {
        requireFitting(sku, region);
        return texts.get(sku, region, term, tier);
    }

    /** SkuMeter, the same for all terms and tiers. */
    public String meter(Sku sku, @Nullable Region region) {
        requireFitting(sku, region);
        return wording.meter(sku.meter(), region);
    }

    /** ChargeDescription of a charge at list price. */
    public String description(Sku sku, int tier, @Nullable Region region) {
        Price price = price(sku, tier, region);
        return wording.description(sku.description(), price, Wording.tier(sku, tier), region);
    }

    /**
     * ChargeDescription of a charge at any price. A SKU with several tiers must be given one of its list prices, because
     * the sentence names the tier.
     *
     * @throws IllegalArgumentException if no tier of a tiered SKU has that price in that region
     */
    public String description(Sku sku, Price price, @Nullable Region region) {
        if (!sku.isTiered()) {
            requireFitting(sku, region);
            return wording.description(sku.description(), price, null, region);
        }
        for (int tier = 0; tier < sku.tiers().size(); tier++) {
            if (price(sku, tier, region).equals(price)) {
                return description(sku, tier, region);
            }
        }
        throw new IllegalArgumentException(sku + " has no tier with price " + price);
    }

    /**
     * ChargeDescription of a charge at spot price: the provider's own sentence, in which {@code {type}} is the machine,
     * {@code {meter}} and {@code {description}} are those on demand and {@code {region}} and {@code {label}} say where.
     */
    public String spotDescription(Sku sku, Price list, @Nullable Region region) {
        String type = sku.detail("InstanceType");
        return conventions.text(Conventions.Text.SPOT_DESCRIPTION)
                .replace("{type}", type == null ? sku.key() : type)
                .replace("{meter}", meter(sku, region)).replace("{description}", description(sku, list, region))
                .replace("{region}", region == null ? "" : region.name())
                .replace("{label}", region == null ? "" : region.label());
    }

    /** What a commitment's own charges say of its SKU. */
    public SkuTexts texts(OfferUse use) {
        requireFitting(use.sku(), use.region());
        return new SkuTexts(priceIds.skuId(use), priceIds.skuPriceId(use),
                wording.meter(use.fill(use.offer().meter()), use.region()),
                wording.description(use.fill(use.offer().description()), use.price(), null, use.region())
                        + use.what(),
                use.details());
    }

    private static void requireFitting(Sku sku, @Nullable Region region) {
        if (sku.service().global() != (region == null)) {
            throw new IllegalArgumentException(region == null
                    ? sku + " is sold by region"
                    : sku + " is global and has no price in " + region);
        }
    }
}
