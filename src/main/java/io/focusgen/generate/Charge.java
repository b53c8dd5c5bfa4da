package io.focusgen.generate;

/**
 * One line of the bill: rows of consecutive charge periods that differ in period and quantity only. The complete internal
 * charge: its text cells cover every FOCUS version, and its numbers are exact.
 */
public abstract class Charge {

    private final Spread quantity;
    private final Rates rates;
    private final boolean wholeMonth;

    protected Charge(Spread quantity, Rates rates, boolean wholeMonth) {
        this.quantity = quantity;
        this.rates = rates;
        this.wholeMonth = wholeMonth;
    }

    public final Spread quantity() {
        return quantity;
    }

    public final Rates rates() {
        return rates;
    }

    /** Whether its one row's charge period is the billing period, whatever the granularity. */
    public final boolean wholeMonth() {
        return wholeMonth;
    }

    /** Rows of the line. */
    public final int rows() {
        return quantity.count();
    }

    /** Fills in every text cell that is the same in all rows of the line and not null. */
    public abstract void describe(Cells cells);
}
