package io.focusgen.catalog;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Fills the placeholders of meters and descriptions. Meters know the region ({@code prefix xprefix label peer region_id region}),
 * descriptions the price and the region's names ({@code price price:1M label region_id region peer_region tier}). The peer of a
 * region, where data goes that crosses regions, is the home region; that of the home region is the second of the table.
 */
final class Wording {

    static final List<String> METER_PLACEHOLDERS = List.of("prefix", "xprefix", "label", "peer", "region_id",
            "region");
    static final List<String> REGION_PLACEHOLDERS = List.of("prefix", "xprefix", "label", "peer", "region_id",
            "region", "peer_region");
    static final List<String> DESCRIPTION_PLACEHOLDERS = List.of("price", "price:100", "price:1K", "price:10K",
            "price:100K",
            "price:1M", "price:10M", "label", "region_id", "region", "peer_region", "tier");

    /** Prices in sentences have at least as many decimals as money. */
    private static final int FEWEST_DECIMALS = 2;
    private static final long GB_PER_TB = 1024;
    private static final long MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000;

    private final List<Region> regions;

    Wording(List<Region> regions) {
        this.regions = regions;
    }

    String meter(String template, @Nullable Region region) {
        return fill(template, region, null, null);
    }

    String description(String template, Price price, @Nullable String tier, @Nullable Region region) {
        return fill(template, region, price, tier);
    }

    private String fill(String template, @Nullable Region region, @Nullable Price price, @Nullable String tier) {
        StringBuilder filled = new StringBuilder(template.length() + 32);
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            filled.append(template, at, open).append(value(template.substring(open + 1, close), region, price, tier));
            at = close + 1;
        }
        return filled.append(template, at, template.length()).toString();
    }

    private String value(String name, @Nullable Region region, @Nullable Price price, @Nullable String tier) {
        if (region != null && REGION_PLACEHOLDERS.contains(name)) {
            return switch (name) {
                case "prefix" -> region.prefix().isEmpty() ? "" : region.prefix() + "-";
                case "xprefix" -> region.label() + "-";
                case "label" -> region.label();
                case "peer" -> peer(region).label();
                case "region_id" -> region.id();
                case "region" -> region.name();
                default -> peer(region).name();
            };
        }
        if (tier != null && name.equals("tier")) {
            return tier;
        }
        if (price != null && name.startsWith("price")) {
            return money(price, powerOfTen(name));
        }
        throw new IllegalArgumentException("nothing to put for {" + name + "}");
    }

    private Region peer(Region region) {
        return regions.get(region.index() == 0 ? 1 : 0);
    }

    private static int powerOfTen(String name) {
        return switch (name) {
            case "price" -> 0;
            case "price:100" -> 2;
            case "price:1K" -> 3;
            case "price:10K" -> 4;
            case "price:100K" -> 5;
            case "price:1M" -> 6;
            case "price:10M" -> 7;
            default -> throw new IllegalArgumentException("no factor in {" + name + "}");
        };
    }

    private static String money(Price price, int powerOfTen) {
        BigDecimal value = price.decimal().scaleByPowerOfTen(powerOfTen).stripTrailingZeros();
        return (value.scale() < FEWEST_DECIMALS ? value.setScale(FEWEST_DECIMALS) : value).toPlainString();
    }

    /** The bounds of a tier in words: {@code first 10 TB / month}. */
    static String tier(Sku sku, int index) {
        Tier tier = sku.tiers().get(index);
        if (tier.isOpen()) {
            return "over " + amount(tier.from(), sku) + " / month";
        }
        // What a free allowance precedes is still called the first band, unless it counts on top of the allowance.
        boolean afterFree = index == 1 && sku.tiers().get(0).price().isZero();
        boolean first = index == 0 || afterFree && !(isWhole(tier.to() - tier.from()) && !isWhole(tier.to()));
        long width = first ? tier.to() : tier.to() - tier.from();
        return (first ? "first " : "next ") + amount(width, sku) + " / month";
    }

    private static boolean isWhole(long gigabytes) {
        return gigabytes % GB_PER_TB == 0;
    }

    private static String amount(long quantity, Sku sku) {
        String unit = sku.unit().equals("GB-Months") || sku.unit().equals("GiB-Months")
                ? sku.unit().substring(0, sku.unit().indexOf('-'))
                : sku.unit();
        if (unit.startsWith("G") && unit.endsWith("B") && quantity % GB_PER_TB == 0) {
            return quantity / GB_PER_TB + " T" + unit.substring(1);
        }
        if (quantity >= BILLION && quantity % BILLION == 0) {
            return quantity / BILLION + " billion " + unit;
        }
        if (quantity >= MILLION && quantity % MILLION == 0) {
            return quantity / MILLION + " million " + unit;
        }
        return quantity + " " + unit;
    }
}
