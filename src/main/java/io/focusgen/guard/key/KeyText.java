package io.focusgen.guard.key;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How a key looks: {@value #PREFIX}, 43 letters and digits that hold 256 random bits, and 6 that are the checksum of all
 * before them. By the prefix scanners find keys where none should be, by the checksum a typing error is told from a key that
 * was taken back.
 */
public final class KeyText {

    public static final String PREFIX = "fgk_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int RANDOM_BITS = 256;
    private static final int RANDOM_DIGITS = 43;
    private static final int CHECK_DIGITS = 6;
    private static final Pattern FORM = Pattern
            .compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM_DIGITS + CHECK_DIGITS) + "}");

    private KeyText() {
    }

    /** A key that nobody has had before, 53 characters. */
    public static String make(SecureRandom chance) {
        String key = PREFIX + digits(new BigInteger(RANDOM_BITS, chance), RANDOM_DIGITS);
        return key + checksum(key);
    }

    /** Whether this can be a key at all: not whether it lets anybody in. */
    public static boolean isWellFormed(String given) {
        int end = given.length() - CHECK_DIGITS;
        return FORM.matcher(given).matches() && given.substring(end).equals(checksum(given.substring(0, end)));
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.US_ASCII));
        return digits(BigInteger.valueOf(sum.getValue()), CHECK_DIGITS);
    }

    private static String digits(BigInteger number, int length) {
        StringBuilder text = new StringBuilder(length);
        BigInteger rest = number;
        for (int i = 0; i < length; i++) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            text.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return text.reverse().toString();
    }
}
