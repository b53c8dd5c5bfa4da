package io.focusgen.estate;

/**
 * Consecutive applications that share an account and a region: the resources of one core slice. Cohorts grow, so that a
 * small company has many accounts and regions and a large one has slices of about a thousand resources.
 */
public final class Cohort {

    /** Cohorts 0 and 1 are the two landing zones with the first covered fleets, cohort 2 the services everybody needs. */
    static final int LANDING = 3;

    /** The one of them that everybody needs. */
    static final int SHARED = 2;
    private static final int STEP = 8;
    private static final int LARGEST = 120;
    private static final int STEPS = 7;

    private Cohort() {
    }

    /** Applications in a cohort: 1, then 2, 4 … 64, eight cohorts of each, then 120. */
    public static int stacks(long cohort) {
        if (cohort < LANDING) {
            return 1;
        }
        long step = (cohort - LANDING) / STEP;
        return step < STEPS ? 1 << step : LARGEST;
    }

    /** The number of the first application of a cohort. */
    public static long firstStack(long cohort) {
        if (cohort < LANDING) {
            return cohort;
        }
        long beyond = cohort - LANDING;
        long step = beyond / STEP;
        if (step >= STEPS) {
            return LANDING + STEP * ((1L << STEPS) - 1) + (beyond - (long) STEP * STEPS) * LARGEST;
        }
        return LANDING + STEP * ((1L << step) - 1) + beyond % STEP * (1L << step);
    }
}
