package io.focusgen.catalog;

/** Powers of ten that fit a long. */
final class Powers {

    /** 10^18 is the largest power of ten in a long. */
    static final int LARGEST = 18;

    private static final long[] OF_TEN = new long[LARGEST + 1];

    static {
        OF_TEN[0] = 1;
        for (int exponent = 1; exponent <= LARGEST; exponent++) {
            OF_TEN[exponent] = 10 * OF_TEN[exponent - 1];
        }
    }

    private Powers() {
    }

    /** @param exponent 0 to 18 */
    static long ten(int exponent) {
        return OF_TEN[exponent];
    }
}
