package io.focusgen.generate;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Service;
import io.focusgen.catalog.Sku;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.CommitmentStatus;

/**
 * One line of the bill: rows of consecutive charge periods that differ in period and quantity only. The complete internal
 * charge: its text cells cover every FOCUS version, and its numbers are exact.
 */
public abstract class Charge {

    private final Spread quantity;
    private final Rates rates;
    private final boolean wholeMonth;
    private final @Nullable ChargePeriod period;

    protected Charge(Spread quantity, Rates rates, boolean wholeMonth) {
        this.quantity = quantity;
        this.rates = rates;
        this.wholeMonth = wholeMonth;
        period = null;
    }

    /** A charge of one row with a charge period of its own. */
    protected Charge(Spread quantity, Rates rates, ChargePeriod period) {
        this.quantity = quantity;
        this.rates = rates;
        this.wholeMonth = false;
        this.period = period;
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

    /** The charge period of its only row where it is none of the month's; else null. */
    public @Nullable ChargePeriod period() {
        return period;
    }

    /** Charge periods of the month that one row of it is for: more than one where it is charged by the day in an hourly bill. */
    public int periodsOfRow() {
        return 1;
    }

    /** Rows of the line. */
    public final int rows() {
        return quantity.count();
    }

    /** BilledCost of all its rows. */
    final BigDecimal billed() {
        return rates.billed().toBigDecimal().multiply(BigDecimal.valueOf(quantity.total(), quantity.scale()));
    }

    public abstract ChargeCategory category();

    /** What it is charged for, taxed or credited on. */
    public abstract Service service();

    /** The account that it is charged to; of an adjustment, which names none, who pays for it. */
    public abstract SubAccount account();

    /** Whether its usage is a used or an unused part of a commitment; null where it is neither. */
    public @Nullable CommitmentStatus commitmentStatus() {
        return null;
    }

    /** Whether it is usage that a commitment covers or could have covered. */
    public boolean eligible() {
        return false;
    }

    /** Whether it takes back something of the month before. */
    public boolean correction() {
        return false;
    }

    /** Whether its resource may be no other charge's of the month: what is taken back of one that lived in the month before. */
    public boolean former() {
        return false;
    }

    /** Whether somebody else than the provider invoices it, so that nothing of it is paid here. */
    public boolean invoicedElsewhere() {
        return false;
    }

    /** What it meters, where it is usage of a resource. */
    public @Nullable Sku sku() {
        return null;
    }

    /** Whether its rows have tags. */
    public boolean tagged() {
        return false;
    }

    /** Fills in every text cell that is the same in all rows of the line and not null. */
    public abstract void describe(Cells cells);
}
