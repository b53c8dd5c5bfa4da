package io.focusgen.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class PriceTest {

    @Test
    void equalPricesAreEqualHoweverTheyAreWritten() {
        assertThat(Price.of("0.10")).isEqualTo(Price.of("0.1")).isEqualTo(new Price(100, 3));
        assertThat(Price.of("0.000")).isEqualTo(Price.ZERO);
        assertThat(Price.of("12.00")).isEqualTo(new Price(12, 0));
    }

    @Test
    void theTextAlwaysHasAPoint() {
        assertThat(Price.of("3").text()).isEqualTo("3.0");
        assertThat(Price.of("0").text()).isEqualTo("0.0");
        assertThat(Price.of("0.0000000023").text()).isEqualTo("0.0000000023");
        assertThat(Price.of("5500").text()).isEqualTo("5500.0");
        assertThat(Price.of("0.0104")).hasToString("0.0104");
    }

    @Test
    void whatIsNoPriceIsRefused() {
        for (String text : new String[]{"", ".", ".5", "5.", "1.2.3", "-1", "+1", "1e3", "1,5", " 1", "0.12345678",
                "12345678",
                "0.00000000000000000000001"}) {
            assertThatIllegalArgumentException().as("'%s'", text).isThrownBy(() -> Price.of(text));
        }
    }

    @Test
    void productsAreRoundedHalfUpToSevenDigits() {
        assertThat(Price.of("0.1070016").times(Multiplier.of("1.0001"))).isEqualTo(Price.of("0.1070123"));
        assertThat(Price.of("1.000001").times(Multiplier.of("1.5"))).isEqualTo(Price.of("1.500002"));
        assertThat(Price.of("9.999999").times(Multiplier.of("1.0001"))).isEqualTo(Price.of("10.001"));
        assertThat(Price.of("0").times(Multiplier.of("1.5"))).isEqualTo(Price.ZERO);
        assertThatIllegalArgumentException().isThrownBy(() -> Price.of("9000000").times(Multiplier.of("1200")));
        assertThat(Price.of("7028.736").times(Multiplier.of("1470.5")).text()).as("a disk in won")
                .startsWith("10335760");
    }

    @Test
    void productsAgreeWithBigDecimal() {
        SplittableRandom random = new SplittableRandom(7);
        MathContext sevenDigits = new MathContext(Price.MOST_DIGITS, RoundingMode.HALF_UP);
        for (int i = 0; i < 100_000; i++) {
            Price price = new Price(random.nextLong(10_000_000), 7 + random.nextInt(4));
            Multiplier factor = new Multiplier(random.nextLong(100_000), random.nextInt(6));

            BigDecimal expected = price.decimal().multiply(factor.decimal()).round(sevenDigits);

            assertThat(price.times(factor).decimal()).as("%s × %s", price, factor).isEqualByComparingTo(expected);
        }
    }

    @Test
    void pricesCompareByValue() {
        assertThat(Price.of("0.1")).isLessThan(Price.of("0.11")).isGreaterThan(Price.of("0.099"));
        assertThat(Price.of("7194000")).isGreaterThan(Price.of("0.0000000000000001"));
    }

    @Test
    void whatRemainsAfterADiscount() {
        assertThat(Multiplier.of("0.37").complement()).isEqualTo(new Multiplier(63, 2));
        assertThat(Price.of("0.096").times(Multiplier.of("0.37").complement())).isEqualTo(Price.of("0.06048"));
        assertThatIllegalArgumentException().isThrownBy(() -> Multiplier.of("1.2").complement());
    }
}
