package io.focusgen.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.CommitmentCategory;
import io.focusgen.focus.ServiceCategory;

/**
 * The lines of a provider's tables, read in the order in which they refer to one another and checked as far as later code
 * relies on them.
 */
final class CatalogTables {

    private final SortedMap<String, Service> serviceByName = new TreeMap<>();
    private final SortedMap<String, Sku> skuByKey = new TreeMap<>();
    private SortedMap<String, Ladder> ladderByName = new TreeMap<>();
    private final List<Service> services = new ArrayList<>();
    private final List<Region> regions = new ArrayList<>();
    private final List<Sku> skus = new ArrayList<>();
    private final List<CommitmentOffer> offers = new ArrayList<>();
    private final List<SupportPlan> supportPlans = new ArrayList<>();
    private final List<MarketplaceProduct> marketplace = new ArrayList<>();

    private final Conventions conventions;

    private CatalogTables(TableSource source) {
        conventions = Conventions.read(source);
    }

    static CatalogTables read(TableSource source) {
        CatalogTables tables = new CatalogTables(source);
        tables.readServices(source);
        tables.readRegions(source);
        tables.readSkus(source);
        tables.ladderByName = new LadderTable(tables.skuByKey).read(source);
        tables.readOffers(source);
        tables.readSupportPlans(source);
        tables.readMarketplace(source);
        return tables;
    }

    private void readServices(TableSource source) {
        for (Table.Row row : Table.read(source, "services.csv",
                "name", "code", "category", "subcategory", "global").rows()) {
            String name = row.text("name");
            ServiceCategory category = category(row);
            String subcategory = row.text("subcategory");
            if (!category.subcategories().contains(subcategory)) {
                throw row.refuse("subcategory", subcategory + " is not under " + category.label());
            }
            Service service = new Service(services.size(), name, row.text("code"), category, subcategory,
                    row.flag("global"));
            requireNew(row, "name", serviceByName.put(name, service));
            services.add(service);
        }
    }

    private static ServiceCategory category(Table.Row row) {
        String label = row.text("category");
        for (ServiceCategory category : ServiceCategory.values()) {
            if (category.label().equals(label)) {
                return category;
            }
        }
        throw row.refuse("category", label + " is no service category");
    }

    private void readRegions(TableSource source) {
        List<String> ids = new ArrayList<>();
        for (Table.Row row : Table
                .read(source, "regions.csv", "id", "name", "zones", "prefix", "label", "country", "area", "compute",
                        "storage", "transfer", "weight")
                .rows()) {
            String id = row.text("id");
            if (ids.contains(id)) {
                throw row.refuse("id", id + " stands twice");
            }
            ids.add(id);
            String prefix = row.optional("prefix");
            regions.add(new Region(regions.size(), id, row.text("name"), zones(row, id), prefix == null ? "" : prefix,
                    row.text("label"), Domicile.country(row), row.choice("area", Area.class),
                    regionMultiplier(row, "compute"),
                    regionMultiplier(row, "storage"),
                    regionMultiplier(row, "transfer"), row.whole("weight", 1, 1_000)));
            if (prefix == null && regions.size() > 1) {
                throw row.refuse("prefix", "only the home region, the first line, may go without");
            }
        }
        for (Area area : Area.values()) {
            if (regions.stream().noneMatch(region -> region.area() == area)) {
                throw new CatalogException("regions.csv", 0, "area", "no region is in " + area, null);
            }
        }
        if (regions.size() < 2) {
            throw new CatalogException("regions.csv", 0, "id", "at least two regions are needed, for data between them",
                    null);
        }
    }

    private static List<String> zones(Table.Row row, String region) {
        List<String> zones = row.list("zones");
        for (String zone : zones) {
            if (!zone.startsWith(region) || zone.length() == region.length()) {
                throw row.refuse("zones", zone + " is no zone of " + region);
            }
        }
        if (zones.size() < 2) {
            throw row.refuse("zones", "a region has at least two zones");
        }
        return zones;
    }

    private Multiplier regionMultiplier(Table.Row row, String column) {
        Multiplier multiplier = row.multiplier(column);
        if (multiplier.unscaled() == 0) {
            throw row.refuse(column, "a multiplier of zero makes everything free");
        }
        if (regions.isEmpty() && multiplier.decimal().compareTo(Multiplier.ONE.decimal()) != 0) {
            throw row.refuse(column, "the first line is the home region, where every multiplier is 1");
        }
        return multiplier;
    }

    private void readSkus(TableSource source) {
        for (Table.Row row : Table.read(source, "skus.csv", SkuLine.HEADER).rows()) {
            Sku sku = SkuLine.read(row, skus.size(), service(row));
            requireNew(row, "key", skuByKey.put(sku.key(), sku));
            skus.add(sku);
        }
    }

    private Service service(Table.Row row) {
        String name = row.text("service");
        Service service = serviceByName.get(name);
        if (service == null) {
            throw row.refuse("service", name + " is not in services.csv");
        }
        return service;
    }

    private Sku sku(Table.Row row, String column, String key) {
        Sku sku = skuByKey.get(key);
        if (sku == null) {
            throw row.refuse(column, key + " is not in skus.csv");
        }
        return sku;
    }

    private void readOffers(TableSource source) {
        List<String> keys = new ArrayList<>();
        for (Table.Row row : Table.read(source, "offers.csv", OfferLine.HEADER).rows()) {
            CommitmentOffer offer = OfferLine.read(row, service(row));
            if (keys.contains(offer.key())) {
                throw row.refuse("key", offer.key() + " stands twice");
            }
            keys.add(offer.key());
            boolean sold = skuByKey.containsKey(offer.product());
            if (sold != (offer.category() == CommitmentCategory.SPEND)) {
                throw row.refuse("product", "exactly what commits to spend is in skus.csv");
            }
            offers.add(offer);
        }
    }

    private void readSupportPlans(TableSource source) {
        int last = -1;
        for (Table.Row row : Table.read(source, "support.csv", "sku", "minimum", "from").rows()) {
            Sku sku = sku(row, "sku", row.text("sku"));
            boolean flat = sku.kind() == MeterKind.UNIT_MONTHS;
            if (!flat && sku.kind() != MeterKind.SPEND) {
                throw row.refuse("sku", sku + " is neither a share of spend nor a fee for a month");
            }
            if (!sku.service().global() || flat && sku.isTiered() || sku.tiers().get(0).price().isZero()) {
                throw row.refuse("sku", sku + " is not global, is free, or is a fee with several prices");
            }
            int from = row.whole("from", 0, 100_000_000);
            if (from <= last || last < 0 && from > 0) {
                throw row.refuse("from", "the first plan is taken from 0 on, the next from more");
            }
            last = from;
            supportPlans.add(new SupportPlan(sku, row.price("minimum"), from, flat));
        }
    }

    private static void requireNew(Table.Row row, String column, @Nullable Object former) {
        if (former != null) {
            throw row.refuse(column, former + " stands twice");
        }
    }

    Conventions conventions() {
        return conventions;
    }

    List<Service> services() {
        return services;
    }

    @Nullable
    InvoiceRounding rounding() {
        String description = conventions.optional(Conventions.ROUNDING);
        String name = conventions.optional(Conventions.ROUNDING_SERVICE);
        if (description == null && name == null) {
            return null;
        }
        Service service = name == null ? null : serviceByName.get(name);
        if (description == null || service == null) {
            throw conventions.refuse(Conventions.ROUNDING_SERVICE,
                    "a description and a service of services.csv go together");
        }
        return new InvoiceRounding(service, description);
    }

    List<Region> regions() {
        return regions;
    }

    List<Sku> skus() {
        return skus;
    }

    SortedMap<String, Sku> skuByKey() {
        return Collections.unmodifiableSortedMap(skuByKey);
    }

    SortedMap<String, Ladder> ladderByName() {
        return Collections.unmodifiableSortedMap(ladderByName);
    }

    List<CommitmentOffer> offers() {
        return offers;
    }

    private void readMarketplace(TableSource source) {
        for (Table.Row row : Table.read(source, "marketplace.csv", "sku", "publisher", "kind").rows()) {
            Sku sku = sku(row, "sku", row.text("sku"));
            if (!sku.service().global() || sku.isTiered() || sku.isFree()) {
                throw row.refuse("sku", sku + " is not global or has not one price above 0");
            }
            marketplace.add(new MarketplaceProduct(sku, row.text("publisher"), kind(row)));
        }
    }

    private static MarketplaceProduct.Kind kind(Table.Row row) {
        String label = row.text("kind");
        for (MarketplaceProduct.Kind kind : MarketplaceProduct.Kind.values()) {
            if (kind.name().toLowerCase(java.util.Locale.ROOT).equals(label)) {
                return kind;
            }
        }
        throw row.refuse("kind", label + " is no way to charge for a product");
    }

    List<MarketplaceProduct> marketplace() {
        return marketplace;
    }

    List<SupportPlan> supportPlans() {
        return supportPlans;
    }
}
