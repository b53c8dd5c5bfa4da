package io.focusgen.guard.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    private final SecureRandom chance = new SecureRandom();

    @Test
    void keysAreWellFormedAndNeverTheSame() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            keys.add(KeyText.make(chance));
        }

        assertThat(keys).hasSize(1_000).allMatch(KeyText::isWellFormed)
                .allSatisfy(key -> assertThat(key).matches("fgk_[0-9A-Za-z]{49}"));
    }

    /** Of both ends, which leading zeros would shorten and which one digit less would not hold. */
    @Test
    void all256BitsAreInIt() {
        assertThat(KeyText.make(of((byte) 0))).startsWith("fgk_" + "0".repeat(43));
        assertThat(value(KeyText.make(of((byte) 0xff)).substring(4, 47)))
                .isEqualTo(BigInteger.TWO.pow(256).subtract(BigInteger.ONE));
    }

    private static SecureRandom of(byte each) {
        return new SecureRandom() {

            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                java.util.Arrays.fill(bytes, each);
            }
        };
    }

    private static BigInteger value(String digits) {
        BigInteger value = BigInteger.ZERO;
        for (char digit : digits.toCharArray()) {
            int worth = digit <= '9' ? digit - '0' : digit <= 'Z' ? digit - 'A' + 10 : digit - 'a' + 36;
            value = value.multiply(BigInteger.valueOf(62)).add(BigInteger.valueOf(worth));
        }
        return value;
    }

    @Test
    void everyOtherCharacterIsNoticed() {
        String key = KeyText.make(chance);
        for (int i = 0; i < key.length(); i++) {
            char other = key.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(KeyText.isWellFormed(key.substring(0, i) + other + key.substring(i + 1))).as("at %d", i)
                    .isFalse();
        }
        assertThat(KeyText.isWellFormed(key + "0")).isFalse();
        assertThat(KeyText.isWellFormed(key.substring(0, key.length() - 1))).isFalse();
        assertThat(KeyText.isWellFormed(key + "\n")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fgk_", "x", "fgk_00000", "é"})
    void whatIsNoKeyIsNone(String given) {
        assertThat(KeyText.isWellFormed(given)).isFalse();
    }
}
