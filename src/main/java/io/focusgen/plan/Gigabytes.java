package io.focusgen.plan;

import io.focusgen.estate.Draw;

/**
 * How much something stores: a few of it much, most of it little, so that each tenth of what there may be is as far from the
 * next by the same factor.
 *
 * @param draw what it is drawn from
 * @param place of the first of two draws
 */
record Gigabytes(Draw draw, int place) {

    /** What people order, in ascending order. */
    private static final int[] ORDERED = {8, 10, 16, 20, 30, 32, 40, 50, 64, 80, 100, 120, 128, 150, 200, 250, 256, 300,
            400, 500, 512, 600, 750, 800, 1000, 1024, 1200, 1500, 2000, 2048, 2500, 3000, 4000};

    /** One in so many orders something else. */
    private static final int ODD = 8;

    /**
     * Any number, log-uniform.
     *
     * @param least GB, unless there cannot be as many
     * @param most GB; one where it is less
     */
    long any(double least, double most) {
        double ceiling = Math.max(1, most);
        double floor = Math.min(least, ceiling);
        double drawn = floor * StrictMath.exp(draw.unit(place) * StrictMath.log(ceiling / floor));
        return (long) Math.min(ceiling, Math.max(floor, drawn));
    }

    /** The same, for the most part in sizes that people order. */
    long ordered(double least, double most) {
        long any = any(least, most);
        if (draw.below(ODD, place + 1L) == 0) {
            return any;
        }
        long size = any;
        for (int ordered : ORDERED) {
            size = ordered <= any ? ordered : size;
        }
        return size;
    }
}
