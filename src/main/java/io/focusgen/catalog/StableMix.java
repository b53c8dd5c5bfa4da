package io.focusgen.catalog;

/**
 * Turns keys into numbers and codes that are the same in every process, JDK and version: the finaliser of splitmix64
 * (Steele, Lea and Flood, 2014) over the characters of the keys. Part of the identity of every id: never change a constant.
 */
final class StableMix {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** Upper-case letters and digits without those that are taken for one another (0 O, 1 I L). */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /** 31^12 is just below 2^60, so 12 characters are nearly uniform in one 64-bit number. */
    private static final int CHARACTERS_PER_NUMBER = 12;

    private StableMix() {
    }

    static long mix(long state) {
        long z = state + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Folds a key into a state, character by character; the length closes it, so that "ab","c" differs from "a","bc". */
    static long fold(long state, String key) {
        long folded = state;
        for (int i = 0; i < key.length(); i++) {
            folded = mix(folded ^ key.charAt(i));
        }
        return mix(folded ^ ((long) key.length() << 32));
    }

    static long fold(long state, long number) {
        return mix(mix(state) ^ number);
    }

    /** A code of upper-case letters and digits. */
    static String code(long state, int length) {
        StringBuilder code = new StringBuilder(length);
        long number = 0;
        for (int i = 0; i < length; i++) {
            if (i % CHARACTERS_PER_NUMBER == 0) {
                number = mix(state + i);
            }
            code.append(ALPHABET.charAt((int) Long.remainderUnsigned(number, ALPHABET.length())));
            number = Long.divideUnsigned(number, ALPHABET.length());
        }
        return code.toString();
    }
}
