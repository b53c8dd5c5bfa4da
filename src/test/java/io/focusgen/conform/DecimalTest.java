package io.focusgen.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    private static final List<String> NUMBERS = List.of("0.0", "1.0", "-1.0", "0.1", "-0.000000000001", "12.50",
            "999999999999999999.0", "-999999999999999999.0", "0.999999999999999999", "9223372036854775807.0",
            "-9223372036854775808.0", "123456789012345678901234567890.123456789", "7E-30", "3E20", "100.0");

    @Test
    void sumsProductsAndOrderAreThoseOfBigDecimal() {
        for (String a : NUMBERS) {
            for (String b : NUMBERS) {
                BigDecimal left = new BigDecimal(a);
                BigDecimal right = new BigDecimal(b);
                assertThat(decimal(a).plus(decimal(b))).as("%s + %s", a, b).isEqualTo(Decimal.of(left.add(right)));
                assertThat(decimal(a).times(decimal(b))).as("%s * %s", a, b)
                        .isEqualTo(Decimal.of(left.multiply(right)));
                assertThat(Integer.signum(decimal(a).compareTo(decimal(b)))).as("%s <=> %s", a, b)
                        .isEqualTo(left.compareTo(right));
                assertThat(decimal(a).equals(decimal(b))).as("%s = %s", a, b).isEqualTo(left.compareTo(right) == 0);
            }
            assertThat(decimal(a).toBigDecimal()).as(a).isEqualByComparingTo(a);
            assertThat(decimal(a).signum()).as(a).isEqualTo(new BigDecimal(a).signum());
        }
    }

    @Test
    void equalNumbersAreEqualHoweverTheyAreWritten() {
        for (String one : List.of("1", "1.0", "1.000", "10E-1", "0.1E1", "0.0000000000000000000000001E25")) {
            assertThat(decimal(one)).as(one).isEqualTo(decimal("1.0")).hasSameHashCodeAs(decimal("1.0"));
            assertThat(decimal(one)).as(one).hasToString("1");
        }
        assertThat(decimal("-0.0")).isEqualTo(Decimal.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1.", ".5", "+1.0", "1,000.0", "1 000.0", "1.0.0", "1e+5", "1E", "1E-", "0x1",
            "1E999999999", "1E99999999999999999999", "NaN", "--1.0", "1.0 ", "١.٠"})
    void whatFocusDoesNotCallANumberIsNone(String text) {
        assertThat(Decimal.parse(text)).isNull();
    }

    @Test
    void aNumberOfAThousandDigitsIsReadAndALongerOneIsNot() {
        assertThat(Decimal.parse("1." + "7".repeat(998))).isNotNull();
        assertThat(Decimal.parse("7".repeat(1_000_000))).isNull();
    }

    @Test
    void unitsAreCutTowardsZeroAndStayInRange() {
        assertThat(decimal("1.9999999999").toUnits(9)).isEqualTo(1_999_999_999L);
        assertThat(decimal("-1.9999999999").toUnits(9)).isEqualTo(-1_999_999_999L);
        assertThat(decimal("24.0").toUnits(9)).isEqualTo(24_000_000_000L);
        assertThat(decimal("999999999999.0").toUnits(9)).isEqualTo(Long.MAX_VALUE);
        assertThat(decimal("-999999999999.0").toUnits(9)).isEqualTo(Long.MIN_VALUE);
    }

    private static Decimal decimal(String text) {
        Decimal decimal = Decimal.parse(text);
        assertThat(decimal).as(text).isNotNull();
        return decimal;
    }
}
