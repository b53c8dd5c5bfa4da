package io.focusgen.estate;

import java.util.ArrayList;
import java.util.List;

import io.focusgen.catalog.Domicile;
import io.focusgen.catalog.Region;

/** The regions that a company uses: half of its cohorts are at home. */
public final class Sites {

    private final List<Region> regions;
    private final int[] table;
    private final Draw draw;

    /** @param count regions that it uses, at most */
    Sites(List<Region> regions, Draw company, Domicile domicile, int count) {
        this.regions = regions;
        table = table(regions, company.of(Salt.REGION), domicile, count);
        draw = company.of(Salt.COHORT_REGION);
    }

    /** Where reservations are bought: in the company's country where the provider is there, else in its part of the world. */
    public Region home() {
        return regions.get(table[0]);
    }

    /** The region that a cohort's resources live in; the first cohorts are at home. */
    Region region(long cohort) {
        return cohort < Cohort.LANDING ? home() : regions.get(table[draw.below(table.length, cohort)]);
    }

    /** A region that it does not use, where there is one. */
    public Region foreign(long index) {
        List<Region> foreign = new ArrayList<>(regions);
        for (int used : table) {
            foreign.remove(regions.get(used));
        }
        List<Region> some = foreign.isEmpty() ? regions : foreign;
        return some.get(draw.of(Salt.INCIDENT).below(some.size(), index));
    }

    /** Sixty-four places, half of them the home region's, the rest by weight: a draw is one load. */
    private static int[] table(List<Region> regions, Draw order, Domicile domicile, int count) {
        boolean inCountry = regions.stream().anyMatch(region -> region.country().equals(domicile.country()));
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; chosen.size() < Math.min(count, regions.size()); i++) {
            int candidate = weighted(regions, order.unit(i));
            Region region = regions.get(candidate);
            boolean fits = inCountry
                    ? region.country().equals(domicile.country())
                    : region.area() == domicile.area();
            if ((fits || !chosen.isEmpty()) && !chosen.contains(candidate)) {
                chosen.add(candidate);
            }
        }
        int[] places = new int[64];
        for (int i = 0; i < places.length; i++) {
            places[i] = chosen.get(i < 32 ? 0 : (i - 32) * chosen.size() / 32);
        }
        return places;
    }

    private static int weighted(List<Region> regions, double unit) {
        double total = 0;
        for (Region region : regions) {
            total += region.weight();
        }
        double left = unit * total;
        for (int i = 0; i < regions.size(); i++) {
            left -= regions.get(i).weight();
            if (left < 0) {
                return i;
            }
        }
        return 0;
    }
}
