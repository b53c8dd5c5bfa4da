package io.focusgen.catalog;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** One line of {@code skus.csv}. */
final class SkuLine {

    static final String[] HEADER = {"key", "service", "meter", "operation", "description", "kind", "unit",
            "consumed_unit",
            "consumed_per_unit", "tiers", "details", "eligible", "spot_discount", "rate", "zoned"};

    private SkuLine() {
    }

    static Sku read(Table.Row row, int index, Service service) {
        String meter = row.text("meter");
        String description = row.text("description");
        requirePlaceholders(row, "meter", meter, Wording.METER_PLACEHOLDERS);
        requirePlaceholders(row, "description", description, Wording.DESCRIPTION_PLACEHOLDERS);
        List<Tier> tiers = tiers(row);
        if (tiers.size() == 1 && Placeholders.in(description).contains("tier")) {
            throw row.refuse("description", "{tier} without several tiers");
        }
        RateClass rate = row.choice("rate", RateClass.class);
        if (service.global()) {
            requireGlobal(row, "meter", meter, rate);
            requireGlobal(row, "description", description, rate);
        }
        String unit = row.text("unit");
        String consumedUnit = row.text("consumed_unit");
        int perUnit = row.whole("consumed_per_unit", 1, 1_000_000);
        if (!makes(perUnit, consumedUnit, unit)) {
            throw row.refuse("consumed_per_unit", perUnit + " " + consumedUnit + " do not make one of " + unit);
        }
        MeterKind kind = row.choice("kind", MeterKind.class);
        if (kind == MeterKind.HOURS && !unit.equals("Hours")) {
            throw row.refuse("unit", "machines are charged by Hours");
        }
        return new Sku(index, row.text("key"), service, meter, row.optional("operation"), description, kind, unit,
                consumedUnit, perUnit, tiers, details(row), eligible(row), spotDiscount(row), rate, row.flag("zoned"));
    }

    /** One of a unit is so many of another: the same, {@code 1000 Requests}, or a smaller unit of the same thing. */
    private static boolean makes(int perUnit, String consumedUnit, String unit) {
        if (perUnit == 1) {
            return unit.equals(consumedUnit);
        }
        return unit.equals(perUnit + " " + consumedUnit)
                || perUnit == 3600 && replaced(unit, "Hours", "Seconds").equals(consumedUnit)
                || perUnit == 60 && replaced(unit, "Hours", "Minutes").equals(consumedUnit)
                || perUnit == 1000 && (replaced(unit, "GB", "MB").equals(consumedUnit)
                        || replaced(unit, "TB", "GB").equals(consumedUnit));
    }

    private static String replaced(String unit, String large, String small) {
        return unit.endsWith(large) ? unit.substring(0, unit.length() - large.length()).concat(small) : "";
    }

    static void requirePlaceholders(Table.Row row, String column, String template, List<String> known) {
        for (String name : Placeholders.in(template)) {
            if (!known.contains(name)) {
                throw row.refuse(column, "{" + name + "} is not one of " + known);
            }
        }
    }

    private static void requireGlobal(Table.Row row, String column, String template, RateClass rate) {
        for (String name : Placeholders.in(template)) {
            if (Wording.REGION_PLACEHOLDERS.contains(name)) {
                throw row.refuse(column, "{" + name + "} in a global service");
            }
        }
        if (rate != RateClass.UNIFORM) {
            throw row.refuse("rate", "a global service has the same price everywhere");
        }
    }

    /** {@code 0..100:0|100..10240:0.09|10240..:0.085}: contiguous from 0, the last one open, no two prices alike. */
    private static List<Tier> tiers(Table.Row row) {
        List<Tier> tiers = new ArrayList<>();
        long end = 0;
        for (String item : row.list("tiers")) {
            Tier tier = tier(row, item);
            if (tier.from() != end) {
                throw row.refuse("tiers", item + " does not begin where the one before ends");
            }
            for (Tier earlier : tiers) {
                if (earlier.price().compareTo(tier.price()) == 0) {
                    throw row.refuse("tiers", item + " has the price of an earlier tier");
                }
            }
            end = tier.to();
            tiers.add(tier);
        }
        if (end != Tier.OPEN) {
            throw row.refuse("tiers", "the last tier must be open");
        }
        return tiers;
    }

    private static Tier tier(Table.Row row, String item) {
        int dots = item.indexOf("..");
        int colon = item.indexOf(':', dots);
        if (dots < 1 || colon < 0) {
            throw row.refuse("tiers", item + " is not of the form from..to:price");
        }
        try {
            long from = Long.parseLong(item, 0, dots, 10);
            long to = colon == dots + 2 ? Tier.OPEN : Long.parseLong(item, dots + 2, colon, 10);
            return new Tier(from, to, Price.of(item.substring(colon + 1)));
        } catch (IllegalArgumentException wrong) {
            throw row.refuse("tiers", item + ": " + wrong.getMessage(), wrong);
        }
    }

    private static @Nullable String details(Table.Row row) {
        String details = row.optional("details");
        if (details != null && !(details.startsWith("{\"") && details.endsWith("}"))) {
            throw row.refuse("details", "must be a JSON object with at least one key");
        }
        return details;
    }

    private static boolean eligible(Table.Row row) {
        String eligible = row.optional("eligible");
        if (eligible != null && !eligible.equals("compute")) {
            throw row.refuse("eligible", eligible + " is neither compute nor empty");
        }
        return eligible != null;
    }

    private static @Nullable Multiplier spotDiscount(Table.Row row) {
        if (row.optional("spot_discount") == null) {
            return null;
        }
        Multiplier discount = row.multiplier("spot_discount");
        if (discount.unscaled() == 0 || discount.decimal().compareTo(Multiplier.ONE.decimal()) >= 0) {
            throw row.refuse("spot_discount", "must be above 0 and below 1");
        }
        return discount;
    }
}
