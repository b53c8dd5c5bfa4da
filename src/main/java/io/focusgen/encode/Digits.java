package io.focusgen.encode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

import io.focusgen.focus.Decimal;

/** Decimals as plain text: always with a point, no trailing zeros but one, no exponent, no plus. */
final class Digits {

    /** Bytes that a decimal takes at most: sign, 19 digits, point, and up to 36 decimals with leading zeros. */
    static final int MOST_BYTES = 64;

    /** Decimals of a quotient, which has no end by itself. */
    static final int QUOTIENT_DECIMALS = LineCells.QUOTIENT_DECIMALS;

    private static final byte[] PAIRS = new byte[200];
    private static final long[] POWERS = new long[19];

    static {
        for (int i = 0; i < 100; i++) {
            PAIRS[2 * i] = (byte) ('0' + i / 10);
            PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
        }
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Digits() {
    }

    /** Writes {@code unscaled × 10^−scale} at {@code position}; returns the position behind it. */
    static int write(byte[] out, int position, long unscaled, int scale) {
        int at = position;
        long value = unscaled;
        if (value < 0) {
            out[at++] = '-';
            value = -value;
        }
        int digits = count(value);
        if (digits <= scale) {
            out[at++] = '0';
            out[at++] = '.';
            for (int zeros = scale - digits; zeros > 0; zeros--) {
                out[at++] = '0';
            }
            at = digits(out, at, value, digits);
        } else if (scale == 0) {
            at = digits(out, at, value, digits);
            out[at++] = '.';
            out[at++] = '0';
            return at;
        } else {
            long whole = value / POWERS[scale];
            at = digits(out, at, whole, digits - scale);
            out[at++] = '.';
            at = digits(out, at, value - whole * POWERS[scale], scale);
        }
        while (out[at - 1] == '0' && out[at - 2] != '.') {
            at--;
        }
        return at;
    }

    /** The slow way, for products beyond 63 bits. */
    static int writeProduct(byte[] out, int position, long factor, long other, int scale) {
        return write(out, position,
                new BigDecimal(BigInteger.valueOf(factor).multiply(BigInteger.valueOf(other)), scale));
    }

    /** A product divided by another number, rounded half-up to {@link #QUOTIENT_DECIMALS} decimals. */
    static int writeQuotient(byte[] out, int position, long factor, long other, int scale, Decimal by) {
        long quotient = Quotient.of(factor, other, by.unscaled(), QUOTIENT_DECIMALS + by.scale() - scale);
        return quotient == Quotient.NONE
                ? writeLongQuotient(out, position, factor, other, scale, by)
                : write(out, position, quotient, QUOTIENT_DECIMALS);
    }

    /** The slow way, for quotients beyond 63 bits. */
    private static int writeLongQuotient(byte[] out, int position, long factor, long other, int scale, Decimal by) {
        BigDecimal product = new BigDecimal(BigInteger.valueOf(factor).multiply(BigInteger.valueOf(other)), scale);
        return write(out, position, product.divide(by.toBigDecimal(), QUOTIENT_DECIMALS, RoundingMode.HALF_UP));
    }

    /** 10 to the power of 0 to 18. */
    static long power(int exponent) {
        return POWERS[exponent];
    }

    private static int write(byte[] out, int position, BigDecimal value) {
        String text = value.signum() == 0 ? "0.0" : value.stripTrailingZeros().toPlainString();
        byte[] bytes = (text.indexOf('.') < 0 ? text + ".0" : text).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, out, position, bytes.length);
        return position + bytes.length;
    }

    private static int count(long value) {
        if (value == 0) {
            return 1;
        }
        // 1233 / 4096 is just above log10(2).
        int digits = ((64 - Long.numberOfLeadingZeros(value)) * 1233) >>> 12;
        return digits < POWERS.length && value >= POWERS[digits] ? digits + 1 : digits;
    }

    /** Writes the last {@code count} digits of {@code value}, with leading zeros. */
    private static int digits(byte[] out, int position, long value, int count) {
        int at = position + count;
        long rest = value;
        while (at - position >= 2) {
            long next = rest / 100;
            int pair = (int) (rest - next * 100) << 1;
            out[--at] = PAIRS[pair + 1];
            out[--at] = PAIRS[pair];
            rest = next;
        }
        if (at > position) {
            out[position] = (byte) ('0' + rest % 10);
        }
        return position + count;
    }
}
