package io.focusgen.plan;

import java.util.ArrayList;
import java.util.List;

import io.focusgen.catalog.Sku;
import io.focusgen.catalog.Tier;
import io.focusgen.estate.QuantityScale;

/**
 * A month's quantity of one tiered SKU, pooled over the billing account. Usage walks through the tiers in time: the free
 * tier is used up first, so each tier has a range of charge periods of its own (in a month of one period: a range of
 * lines), and its quantity there is exactly what its bounds say.
 */
public final class Tiers {

    /** Most units of a month, so that any price times any row stays within 63 bits. */
    private static final double MOST_UNITS = 5e11;

    private final Sku sku;
    private final int scale;
    private final int lines;
    private final long weight;
    private final List<Segment> segments;

    /**
     * One tier's part.
     *
     * @param tier index in the SKU's tiers
     * @param from first charge period, or first line where the month is one period
     * @param to end, exclusive
     * @param units quantity in 10^−scale
     * @param spare units beyond one for every row, dealt out by weight
     */
    public record Segment(int tier, int from, int to, long units, long spare) {
    }

    private Tiers(Sku sku, int scale, int lines, long weight, List<Segment> segments) {
        this.sku = sku;
        this.scale = scale;
        this.lines = lines;
        this.weight = weight;
        this.segments = List.copyOf(segments);
    }

    /**
     * @param quantity about this much, in pricing units
     * @param lines rows in every period, at least 1
     * @param weight of all lines
     */
    static Tiers of(Sku sku, double quantity, int lines, long weight, LoadCurve curve) {
        int scale = scale(sku, quantity);
        long unit = QuantityScale.powerOfTen(scale);
        int places = curve.periods() == 1 ? lines : curve.periods();
        int perPlace = curve.periods() == 1 ? 1 : lines;
        long total = Math.max((long) (quantity * unit), (long) lines * curve.periods());
        int first = skipped(sku, unit, perPlace);
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        for (int tier = first; tier < sku.tiers().size() && from < places; tier++) {
            Tier bounds = sku.tiers().get(tier);
            boolean last = tier == sku.tiers().size() - 1 || from == places - 1
                    || total - inUnits(bounds.to(), unit) < perPlace;
            long start = tier == first ? 0 : inUnits(bounds.from(), unit);
            long end = last
                    ? tier < sku.tiers().size() - 1 ? Math.min(total, inUnits(bounds.to(), unit)) : total
                    : inUnits(bounds.to(), unit);
            int to = last ? places : boundary(curve, places, (double) end / total, from);
            long least = (long) (to - from) * perPlace;
            long units = Math.max(end - start, least);
            segments.add(new Segment(tier, from, to, units, units - least));
            from = to;
            if (last) {
                break;
            }
        }
        return new Tiers(sku, scale, lines, weight, segments);
    }

    /** Where this share of the month is used up: after {@code from}, with a place left for the next tier. */
    private static int boundary(LoadCurve curve, int places, double share, int from) {
        int place;
        if (curve.periods() == 1) {
            place = (int) (share * places);
        } else {
            place = from;
            double used = share * curve.before(places);
            while (place < places && curve.before(place) < used) {
                place++;
            }
        }
        return Math.max(from + 1, Math.min(place, places - 1));
    }

    /** A free tier that cannot give every line one unit in one period is not worth its rows: such a company is past it. */
    private static int skipped(Sku sku, long unit, int perPlace) {
        Tier first = sku.tiers().get(0);
        return sku.tiers().size() > 1 && inUnits(first.to(), unit) < 2L * perPlace ? 1 : 0;
    }

    private static int scale(Sku sku, double quantity) {
        int scale = 0;
        while (scale < QuantityScale.finest(sku) && quantity * QuantityScale.powerOfTen(scale + 1) <= MOST_UNITS) {
            scale++;
        }
        return scale;
    }

    private static long inUnits(long bound, long unit) {
        return bound >= Long.MAX_VALUE / unit ? Long.MAX_VALUE : bound * unit;
    }

    /** About how much of this SKU costs so many dollars, at this level over its prices. */
    static double quantityFor(Sku sku, double dollars, double level) {
        double left = dollars;
        for (Tier tier : sku.tiers()) {
            double price = tier.price().toDouble() * level;
            double span = tier.to() == Long.MAX_VALUE ? Double.MAX_VALUE : tier.to() - tier.from();
            if (price > 0 && left <= span * price) {
                return tier.from() + left / price;
            }
            left -= span * price;
        }
        throw new IllegalStateException("the last tier of " + sku.key() + " is free");
    }

    public Sku sku() {
        return sku;
    }

    public int scale() {
        return scale;
    }

    public List<Segment> segments() {
        return segments;
    }

    /** The spare units of a segment that go to the weights from {@code before} to {@code after}. */
    public long dealt(Segment segment, long before, long after) {
        return share(segment.spare(), after) - share(segment.spare(), before);
    }

    /** Parts by cumulated share, rounded down: they add up exactly, whatever is asked first. */
    private long share(long units, long cumulated) {
        return (long) (units * ((double) cumulated / weight));
    }

    int lines() {
        return lines;
    }
}
