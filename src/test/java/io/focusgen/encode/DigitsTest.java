package io.focusgen.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.focus.Decimal;
import io.focusgen.testing.PlainDecimal;

/** The fast way to write a decimal against {@link BigDecimal}. */
class DigitsTest {

    /** What an encoder can ask for at most: decimals of a price and of a quantity. */
    private static final int MOST_SCALE = 36;

    private static final int VALUES = 3_000_000;

    private final byte[] bytes = new byte[Digits.MOST_BYTES + 16];

    @ParameterizedTest
    @CsvSource({"0, 0, 0.0", "0, 9, 0.0", "1, 0, 1.0", "-1, 0, -1.0", "10, 1, 1.0", "1, 1, 0.1", "-1, 3, -0.001",
            "100, 2, 1.0", "1050, 2, 10.5", "999, 3, 0.999", "1000, 3, 1.0", "1000000, 0, 1000000.0",
            "123456789, 5, 1234.56789", "9223372036854775807, 0, 9223372036854775807.0",
            "-9223372036854775807, 18, -9.223372036854775807", "1, 18, 0.000000000000000001"})
    void alwaysHasAPointAndNoZerosThatSayNothing(long unscaled, int scale, String text) {
        assertThat(write(unscaled, scale)).isEqualTo(text);
        assertThat(PlainDecimal.text(BigDecimal.valueOf(unscaled, scale))).isEqualTo(text);
    }

    @Test
    void millionsOfRandomValuesAreThoseOfBigDecimal() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < VALUES; i++) {
            // Every number of digits is as likely as any other, and round numbers are frequent.
            long unscaled = random.nextLong() >> random.nextInt(64);
            if (random.nextInt(4) == 0) {
                unscaled = unscaled / 1_000_000 * 1_000_000;
            }
            if (unscaled != Long.MIN_VALUE) {
                assertSame(unscaled, random.nextInt(MOST_SCALE + 1));
            }
        }
    }

    @Test
    void edgesOfEveryNumberOfDigitsAreThoseOfBigDecimal() {
        for (int scale = 0; scale <= MOST_SCALE; scale++) {
            for (int digits = 0; digits < 19; digits++) {
                long power = BigInteger.TEN.pow(digits).longValueExact();
                for (long unscaled : new long[]{power - 1, power, power + 1, power * 5, power * 9}) {
                    assertSame(unscaled, scale);
                    assertSame(-unscaled, scale);
                }
            }
            for (int bits = 0; bits < 63; bits++) {
                assertSame(1L << bits, scale);
                assertSame((1L << bits) - 1, scale);
            }
            assertSame(Long.MAX_VALUE, scale);
            assertSame(-Long.MAX_VALUE, scale);
        }
    }

    @Test
    void productsBeyondSixtyThreeBitsAreThoseOfBigDecimal() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < VALUES / 10; i++) {
            assertSameProduct(random.nextLong() >> random.nextInt(64), random.nextLong() >> random.nextInt(64),
                    random.nextInt(MOST_SCALE + 1));
        }
        for (long factor : new long[]{0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1_000_000_000_000_000_000L}) {
            for (long other : new long[]{0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1_000_000_000_000_000_000L}) {
                for (int scale = 0; scale <= MOST_SCALE; scale++) {
                    assertSameProduct(factor, other, scale);
                }
            }
        }
    }

    @Test
    void quotientsAreThoseOfBigDecimal() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < VALUES / 3; i++) {
            // Rates of currencies have up to five digits; others are allowed.
            long divisor = random.nextInt(8) == 0
                    ? 1 + (random.nextLong() >>> 1 + random.nextInt(63)) / 2
                    : 1 + random.nextInt(99_999);
            assertSameQuotient(random.nextLong() >> random.nextInt(64), random.nextLong() >> random.nextInt(64),
                    random.nextInt(MOST_SCALE + 1), new Decimal(divisor, random.nextInt(19)));
        }
    }

    @Test
    void quotientsInTheMiddleAreRoundedAwayFromZero() {
        for (long divisor : new long[]{2, 4, 8, 20, 2_000, 99_998, 65_536}) {
            for (int scale = 0; scale <= MOST_SCALE; scale++) {
                for (int rateScale : new int[]{0, 1, 5, 18}) {
                    for (long units = -9; units <= 9; units++) {
                        Decimal by = new Decimal(divisor, rateScale);
                        assertSameQuotient(units, 1, scale, by);
                        assertSameQuotient(units, divisor / 2, scale, by);
                        assertSameQuotient(units * 1_000_000_007L, divisor / 2, scale, by);
                        assertSameQuotient(units * 1_000_000_007L, divisor / 2 * 1_000_000_007L, scale, by);
                    }
                }
            }
        }
    }

    @Test
    void quotientsAtTheEndsOfTheirRangeAreThoseOfBigDecimal() {
        long[] edges = {0, 1, -1, 999_999_999, 1L << 31, 1L << 32, (1L << 62) - 1, 1L << 62, Long.MAX_VALUE,
                -Long.MAX_VALUE, Long.MIN_VALUE};
        for (long factor : edges) {
            for (long other : edges) {
                for (int scale = 0; scale <= MOST_SCALE; scale++) {
                    for (long divisor : new long[]{1, 7, 86_200, 99_999, (1L << 30) - 1, 1L << 30, 1L << 31,
                            Long.MAX_VALUE}) {
                        assertSameQuotient(factor, other, scale, new Decimal(divisor, scale % 19));
                    }
                }
            }
        }
    }

    /** Costs, quantities and rates as bills have them never take the slow way, large as they may be. */
    @Test
    void ordinaryQuotientsFitTheFastWay() {
        for (long price : new long[]{1, 9_999_999}) {
            for (long units : new long[]{1, 999_999_999, 999_999_999_999L}) {
                for (int scale = 0; scale <= 24; scale++) {
                    long quotient = Quotient.of(price, -units, 86_200, 10 + 5 - scale);
                    BigDecimal exact = new BigDecimal(BigInteger.valueOf(price).multiply(BigInteger.valueOf(-units)))
                            .scaleByPowerOfTen(15 - scale).divide(BigDecimal.valueOf(86_200), 0, RoundingMode.HALF_UP);
                    boolean fits = exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
                    assertThat(quotient).as("%d × %d, %d", price, units, scale)
                            .isEqualTo(fits ? exact.longValueExact() : Quotient.NONE);
                }
            }
        }
    }

    private void assertSameQuotient(long factor, long other, int scale, Decimal by) {
        BigInteger product = BigInteger.valueOf(factor).multiply(BigInteger.valueOf(other));
        String expected = PlainDecimal.text(new BigDecimal(product, scale).divide(by.toBigDecimal(),
                Digits.QUOTIENT_DECIMALS, RoundingMode.HALF_UP));
        int end = Digits.writeQuotient(bytes, 3, factor, other, scale, by);
        String written = new String(bytes, 3, end - 3, StandardCharsets.US_ASCII);
        if (!written.equals(expected)) {
            assertThat(written).as("%d × %d, %d, by %s", factor, other, scale, by).isEqualTo(expected);
        }
    }

    private void assertSame(long unscaled, int scale) {
        String expected = PlainDecimal.text(BigDecimal.valueOf(unscaled, scale));
        if (!write(unscaled, scale).equals(expected)) {
            assertThat(write(unscaled, scale)).as("%d, %d", unscaled, scale).isEqualTo(expected);
        }
    }

    private void assertSameProduct(long factor, long other, int scale) {
        BigInteger product = BigInteger.valueOf(factor).multiply(BigInteger.valueOf(other));
        String expected = PlainDecimal.text(new BigDecimal(product, scale));
        int end = Digits.writeProduct(bytes, 3, factor, other, scale);
        assertThat(end - 3).isLessThanOrEqualTo(Digits.MOST_BYTES);
        String written = new String(bytes, 3, end - 3, StandardCharsets.US_ASCII);
        if (!written.equals(expected)) {
            assertThat(written).as("%d × %d, %d", factor, other, scale).isEqualTo(expected);
        }
    }

    /** In the middle of rubbish, which must not show. */
    private String write(long unscaled, int scale) {
        Arrays.fill(bytes, (byte) '7');
        int end = Digits.write(bytes, 3, unscaled, scale);
        if (end - 3 > Digits.MOST_BYTES) {
            throw new AssertionError(unscaled + ", " + scale + " takes " + (end - 3) + " bytes");
        }
        return new String(bytes, 3, end - 3, StandardCharsets.US_ASCII);
    }
}
