package io.focusgen.catalog;

import java.util.List;

/**
 * A region and what it does to prices.
 *
 * @param index position in {@link Catalog#regions()}; 0 is the home region, where prices are those of the tables
 * @param id RegionId
 * @param name RegionName
 * @param zones AvailabilityZone values, at least two
 * @param prefix how meters name the region; empty in the home region of AWS
 * @param label how meters and descriptions name it where it must be named: {@code USE1}, {@code US East}
 * @param country ISO 3166-1, two letters
 * @param area the part of the world that it is in
 * @param weight share of the region among all, relative
 */
public record Region(int index, String id, String name, List<String> zones, String prefix, String label,
        String country, Area area,
        Multiplier compute, Multiplier storage, Multiplier transfer, int weight) {

    public Region {
        zones = List.copyOf(zones);
    }

    /** What the home region's price is multiplied with. */
    public Multiplier multiplier(RateClass rate) {
        return switch (rate) {
            case COMPUTE -> compute;
            case STORAGE -> storage;
            case TRANSFER -> transfer;
            case UNIFORM -> Multiplier.ONE;
        };
    }

    @Override
    public String toString() {
        return id;
    }
}
