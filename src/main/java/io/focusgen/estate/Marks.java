package io.focusgen.estate;

/**
 * The few letters and digits by which names differ, as generated names have them. Marks of different numbers differ:
 * each length holds a range of numbers, and within it they are a permutation.
 */
final class Marks {

    private static final int BASE = 36;

    /** Has no factor in common with 36: multiplying with it permutes the numbers below any power of 36. */
    private static final long STEP = 1_038_289;

    /** The shortest mark of the core; those of short-lived resources are of the lengths between. */
    private static final int SHORTEST = 4;

    private static final int SHIFTS = 1 << 24;

    private final long shift;

    Marks(Draw draw) {
        shift = SHIFTS + (draw.of(Salt.MARK).bits(0) >>> 40);
    }

    /**
     * The mark of a number.
     *
     * @param number 0 to 36^8 − 1, far more than any company has
     * @param run which of those with this number, 0 or more: marks of one run differ, those of two hardly ever meet
     * @param shortLived marks of short-lived resources differ from all others
     */
    String of(long number, long run, boolean shortLived) {
        int length = SHORTEST + (shortLived ? 1 : 0);
        long range = power(length);
        while (number >= range) {
            length += 2;
            range *= BASE * BASE;
        }
        String digits = Long.toString((Math.multiplyExact(number, STEP) + shift + Draw.mix(run) % SHIFTS) % range,
                BASE);
        return "0".repeat(length - digits.length()) + digits;
    }

    /**
     * A mark like those of the core, for something that is none of it: another one for every number, and than those of the
     * first 36^4 − 1 − number resources of the core.
     */
    String beside(long number) {
        return of(power(SHORTEST) - 1 - number, 0, false);
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= BASE;
        }
        return power;
    }
}
