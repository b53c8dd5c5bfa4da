package io.focusgen.plan;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A budget that was asked for and is too small. What is enough is known of the company that asks for it; who asks for more is
 * another one, with other support and reserved capacity, which {@link Plan} tries. Not thrown beyond this package.
 */
final class TooSmallBudget extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final BigDecimal enough;
    private final @Nullable BigDecimal coverage;
    private final String rest;

    /**
     * @param enough in the billing currency, about
     * @param coverage that it is enough with, where that is another than the one asked for
     * @param rest of what is said of an amount that is enough
     */
    TooSmallBudget(BigDecimal enough, @Nullable BigDecimal coverage, String rest) {
        super("not less than " + enough + rest, null, false, false);
        this.enough = enough;
        this.coverage = coverage;
        this.rest = rest;
    }

    BigDecimal enough() {
        return enough;
    }

    @Nullable
    BigDecimal coverage() {
        return coverage;
    }

    String rest() {
        return rest;
    }
}
