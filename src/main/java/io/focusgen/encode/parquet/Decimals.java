package io.focusgen.encode.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;

import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

import io.focusgen.encode.LineCells;
import io.focusgen.focus.Decimal;

/** Numbers as the 16 bytes of a decimal, sign and all, the highest first. Exact: what has no room is refused. */
final class Decimals {

    private static final long[] POWERS = powers();

    private static final int LARGEST_POWER = 18;

    private Decimals() {
    }

    private static long[] powers() {
        long[] powers = new long[LARGEST_POWER + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /** {@code factor × units × 10^−scale}, divided by {@code by} and rounded where there is one. */
    static Binary of(long factor, long units, int scale, @Nullable Decimal by) {
        if (by != null) {
            BigDecimal product = new BigDecimal(BigInteger.valueOf(factor).multiply(BigInteger.valueOf(units)), scale);
            return of(product.divide(by.toBigDecimal(), LineCells.QUOTIENT_DECIMALS, RoundingMode.HALF_UP));
        }
        long product = factor * units;
        int up = ParquetTypes.SCALE - scale;
        boolean fits = Math.multiplyHigh(factor, units) == product >> Long.SIZE - 1;
        return fits && up >= 0 && up <= LARGEST_POWER
                ? of(Math.multiplyHigh(product, POWERS[up]), product * POWERS[up])
                : of(new BigDecimal(BigInteger.valueOf(factor).multiply(BigInteger.valueOf(units)), scale));
    }

    /** A number of 128 bits. */
    private static Binary of(long high, long low) {
        byte[] bytes = new byte[ParquetTypes.DECIMAL_BYTES];
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[i] = (byte) (high >>> Long.SIZE - Byte.SIZE * (i + 1));
            bytes[Long.BYTES + i] = (byte) (low >>> Long.SIZE - Byte.SIZE * (i + 1));
        }
        return Binary.fromConstantByteArray(bytes);
    }

    /** @throws ArithmeticException where it has more decimals or digits than there is room for */
    static Binary of(BigDecimal value) {
        BigInteger unscaled = value.setScale(ParquetTypes.SCALE, RoundingMode.UNNECESSARY).unscaledValue();
        byte[] least = unscaled.toByteArray();
        if (new BigDecimal(unscaled).precision() > ParquetTypes.PRECISION) {
            throw new ArithmeticException(
                    value.toPlainString() + " has more than " + ParquetTypes.PRECISION + " digits");
        }
        byte[] bytes = new byte[ParquetTypes.DECIMAL_BYTES];
        Arrays.fill(bytes, (byte) (unscaled.signum() < 0 ? -1 : 0));
        System.arraycopy(least, 0, bytes, bytes.length - least.length, least.length);
        return Binary.fromConstantByteArray(bytes);
    }
}
