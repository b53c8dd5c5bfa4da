package io.focusgen.generate;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.FocusColumn;

/**
 * Takes a row of the month before back, or a part of it: the same in everything but the quantity, which is negative, and
 * what it says of itself. It is billed in this month and keeps the charge period of its original, whose prices and taxes
 * are settled: corrections are untaxed.
 */
final class CorrectionCharge extends OnUsage {

    private final boolean whole;

    /**
     * A row of a charge, taken back.
     *
     * @param units of the original's quantity, at least 1, at most those of the row
     * @param period of the row
     */
    CorrectionCharge(UsageCharge original, long units, ChargePeriod period, boolean whole) {
        super(original, Spread.constant(0, 1, -units, original.quantity().scale()), original.rates(), period);
        this.whole = whole;
    }

    @Override
    public ChargeCategory category() {
        return ChargeCategory.USAGE;
    }

    @Override
    public boolean correction() {
        return true;
    }

    @Override
    public boolean former() {
        return usage().livesOnce();
    }

    @Override
    public void describe(Cells cells) {
        usage().describe(cells);
        @Nullable
        String what = cells.get(FocusColumn.CHARGE_DESCRIPTION);
        cells.set(FocusColumn.CHARGE_CLASS, "Correction");
        cells.set(FocusColumn.CHARGE_DESCRIPTION, (whole ? "Refund: " : "Correction: ") + what);
    }
}
