package io.focusgen.plan;

import java.math.BigDecimal;
import java.util.function.Function;

import io.focusgen.spec.RefusedException;

/**
 * A budget that was asked for and is too small. What is enough is known of the company that asks for it; who asks for more is
 * another one, with other support and reserved capacity, which {@link Plan} tries. Not thrown beyond this package.
 */
final class TooSmallBudget extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final BigDecimal enough;
    private final transient Function<BigDecimal, RefusedException> refusal;

    /**
     * @param enough in the billing currency, about
     * @param refusal what to say of an amount that is enough
     */
    TooSmallBudget(BigDecimal enough, Function<BigDecimal, RefusedException> refusal) {
        super("not less than " + enough, null, false, false);
        this.enough = enough;
        this.refusal = refusal;
    }

    BigDecimal enough() {
        return enough;
    }

    /** The refusal that names this amount. */
    RefusedException naming(BigDecimal amount) {
        return refusal.apply(amount);
    }
}
