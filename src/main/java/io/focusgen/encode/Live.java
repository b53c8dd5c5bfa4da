package io.focusgen.encode;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.Decimal;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.OutputColumn;
import io.focusgen.generate.Rates;

/** The columns whose cell differs from row to row of a line. */
enum Live {
    PERIOD_END,
    PERIOD_START,
    BILLED,
    CONTRACTED,
    EFFECTIVE,
    LIST,
    /** The effective cost in dollars where the bill is in another currency. */
    EFFECTIVE_USD,
    PRICING_QUANTITY,
    CONSUMED_QUANTITY,
    COMMITMENT_QUANTITY;

    /** How a column's cell changes within a line, or null where it does not. */
    static @Nullable Live of(OutputColumn column) {
        return column instanceof FocusColumn focus ? of(focus) : null;
    }

    private static @Nullable Live of(FocusColumn column) {
        return switch (column) {
            case CHARGE_PERIOD_END -> PERIOD_END;
            case CHARGE_PERIOD_START -> PERIOD_START;
            case BILLED_COST -> BILLED;
            case CONTRACTED_COST -> CONTRACTED;
            case EFFECTIVE_COST -> EFFECTIVE;
            case PRICING_CURRENCY_EFFECTIVE_COST -> EFFECTIVE_USD;
            case LIST_COST -> LIST;
            case PRICING_QUANTITY -> PRICING_QUANTITY;
            case CONSUMED_QUANTITY -> CONSUMED_QUANTITY;
            case COMMITMENT_DISCOUNT_QUANTITY -> COMMITMENT_QUANTITY;
            default -> null;
        };
    }

    boolean isPeriod() {
        return this == PERIOD_END || this == PERIOD_START;
    }

    /** What a unit of quantity is multiplied with for this cell; null where the cell is null. */
    @Nullable
    Decimal factor(Rates rates) {
        return switch (this) {
            case BILLED -> rates.billed();
            case CONTRACTED -> rates.contracted();
            case EFFECTIVE, EFFECTIVE_USD -> rates.effective();
            case LIST -> rates.list();
            case PRICING_QUANTITY -> rates.priced();
            case CONSUMED_QUANTITY -> rates.consumed();
            case COMMITMENT_QUANTITY -> rates.commitment();
            case PERIOD_END, PERIOD_START -> throw new IllegalStateException("a period is no number");
        };
    }
}
