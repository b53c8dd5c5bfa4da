package io.focusgen.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something with a price. One SKU of the tables is one SkuId per region.
 *
 * @param index position in {@link Catalog#skus()}
 * @param key its name in the tables
 * @param meter template of SkuMeter, see {@link Catalog#meter}
 * @param operation the provider's name of what was done, or null
 * @param description template of ChargeDescription, see {@link Catalog#description}
 * @param unit PricingUnit, in FOCUS unit format
 * @param consumedUnit ConsumedUnit, in FOCUS unit format
 * @param consumedPerUnit consumed units in one pricing unit, at least 1
 * @param tiers prices of the home region; contiguous from 0 to {@link Tier#OPEN}
 * @param details SkuPriceDetails as a JSON object, or null
 * @param eligible whether a compute commitment covers it
 * @param spotDiscount typical share off at spot prices, or null where there is no spot market
 * @param zoned whether its rows name an availability zone
 */
public record Sku(int index, String key, Service service, String meter, @Nullable String operation, String description,
        MeterKind kind, String unit, String consumedUnit, int consumedPerUnit, List<Tier> tiers,
        @Nullable String details, boolean eligible, @Nullable Multiplier spotDiscount, RateClass rate, boolean zoned) {

    private static final int HOURS_OF_DAY = 24;

    public Sku {
        tiers = List.copyOf(tiers);
    }

    /** A text of {@link #details}, such as InstanceType; null where it has none of this name. */
    public @Nullable String detail(String key) {
        String start = "\"" + key + "\":\"";
        int at = details == null ? -1 : details.indexOf(start);
        if (details == null || at < 0) {
            return null;
        }
        return details.substring(at + start.length(), details.indexOf('"', at + start.length()));
    }

    /** A whole number of {@link #details}, such as DiskSpace; 0 where it has none of this name. */
    public int wholeDetail(String key) {
        String start = "\"" + key + "\":";
        int at = details == null ? -1 : details.indexOf(start);
        int whole = 0;
        for (int i = at + start.length(); details != null && at >= 0 && Character.isDigit(details.charAt(i)); i++) {
            whole = Math.addExact(Math.multiplyExact(whole, 10), details.charAt(i) - '0');
        }
        return whole;
    }

    /**
     * For how many hours one unit pays: a day's for {@code Unit-Days}, a month's for {@code Unit-Months}, else one.
     *
     * @param hoursOfMonth of the month in question, 672 to 744
     */
    public int hoursOfUnit(int hoursOfMonth) {
        return unit.endsWith("-Months") ? hoursOfMonth : unit.endsWith("-Days") ? HOURS_OF_DAY : 1;
    }

    public boolean isTiered() {
        return tiers.size() > 1;
    }

    /** Whether it costs nothing at any quantity. */
    public boolean isFree() {
        return !isTiered() && tiers.get(0).price().isZero();
    }

    @Override
    public String toString() {
        return key;
    }
}
