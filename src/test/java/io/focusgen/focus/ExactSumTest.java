package io.focusgen.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class ExactSumTest {

    @Test
    void itIsWhatBigDecimalSays() {
        SplittableRandom random = new SplittableRandom(1);
        for (int run = 0; run < 200; run++) {
            ExactSum sum = new ExactSum();
            BigDecimal expected = BigDecimal.ZERO;
            for (int i = 0; i < 50; i++) {
                long factor = random.nextLong() >> random.nextInt(64);
                long other = random.nextLong() >> 6 + random.nextInt(58);
                int scale = random.nextInt(30);
                sum.add(factor, other, scale);
                expected = expected.add(new BigDecimal(
                        BigInteger.valueOf(factor).multiply(BigInteger.valueOf(other)), scale));
            }
            assertThat(sum.value()).isEqualByComparingTo(expected);
        }
    }

    @Test
    void ofNothingItIsZero() {
        assertThat(new ExactSum().value()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void itNeverLeavesItsRangeUnnoticed() {
        ExactSum sum = new ExactSum();
        sum.add(Long.MIN_VALUE, Long.MIN_VALUE, 3);
        assertThatThrownBy(() -> sum.add(Long.MIN_VALUE, Long.MIN_VALUE, 3)).isInstanceOf(ArithmeticException.class);
    }
}
