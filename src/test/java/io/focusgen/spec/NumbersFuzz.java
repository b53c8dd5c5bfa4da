package io.focusgen.spec;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** A text as a number, of several bounds; what is suggested instead of a wrong one is right. */
public final class NumbersFuzz {

    private static final BigDecimal LEAST = new BigDecimal("-90");
    private static final BigDecimal MOST = new BigDecimal("10000000000");

    private NumbersFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        for (int decimals = 0; decimals <= 6; decimals += 2) {
            decimal(text, decimals);
        }
        whole(text);
    }

    private static void decimal(String text, int decimals) {
        try {
            BigDecimal number = Numbers.decimal(text, LEAST, MOST, decimals);
            SpecFuzz.require(number.compareTo(LEAST) >= 0 && number.compareTo(MOST) <= 0 && number.scale() <= decimals
                    && number.scale() >= 0, "within bounds", text);
            SpecFuzz.require(Numbers.decimal(number.toPlainString(), LEAST, MOST, decimals).equals(number),
                    "the same again", text);
        } catch (WrongValue wrong) {
            String nearest = wrong.nearest();
            try {
                SpecFuzz.require(nearest == null
                        || Numbers.decimal(nearest, LEAST, MOST, decimals).toPlainString().equals(nearest),
                        "a number", String.valueOf(nearest));
            } catch (WrongValue neither) {
                throw new AssertionError("suggests " + nearest + " for " + text, neither);
            }
        }
    }

    private static void whole(String text) {
        try {
            long number = Numbers.whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
            SpecFuzz.require(Numbers.whole(Long.toString(number), Long.MIN_VALUE, Long.MAX_VALUE) == number,
                    "the same again", text);
        } catch (WrongValue wrong) {
            String nearest = wrong.nearest();
            SpecFuzz.require(nearest == null || Long.toString(Long.parseLong(nearest)).equals(nearest), "a number",
                    String.valueOf(nearest));
        }
    }
}
