package io.focusgen.testing;

import java.math.BigDecimal;

/** How a decimal stands in a file, in the simplest way that can be right. */
public final class PlainDecimal {

    private PlainDecimal() {
    }

    /** Plain digits, always with a point, and no trailing zeros but one behind it. */
    public static String text(BigDecimal value) {
        if (value.signum() == 0) {
            return "0.0";
        }
        BigDecimal shortest = value.stripTrailingZeros();
        return shortest.setScale(Math.max(1, shortest.scale())).toPlainString();
    }
}
