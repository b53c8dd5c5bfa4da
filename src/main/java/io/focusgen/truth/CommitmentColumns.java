package io.focusgen.truth;

import static io.focusgen.truth.SheetColumn.decimal;
import static io.focusgen.truth.SheetColumn.of;

import java.util.List;

import io.focusgen.focus.FocusColumn;

/** The columns of the commitments sheet. Costs are EffectiveCost in the billing currency, and exact. */
final class CommitmentColumns {

    static final List<SheetColumn<CommitmentUse.Line>> ALL = MonthColumns.and(List.of(
            of(FocusColumn.COMMITMENT_DISCOUNT_ID, "The commitment."),
            of(FocusColumn.COMMITMENT_DISCOUNT_NAME, "Its name."),
            of(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, "Whether it is of usage or of spend."),
            of(FocusColumn.COMMITMENT_DISCOUNT_TYPE, "What the provider calls it."),
            of(FocusColumn.COMMITMENT_DISCOUNT_UNIT, "What the quantities are in."),
            SheetColumn.currency(),
            decimal("UsedQuantity", "CommitmentDiscountQuantity of the usage that it covers.",
                    CommitmentUse.Line::usedQuantity),
            decimal("UnusedQuantity", "What of it nobody used.", CommitmentUse.Line::unusedQuantity),
            decimal("UsedCost", "EffectiveCost of the usage that it covers.", CommitmentUse.Line::usedCost),
            decimal("UnusedCost", "EffectiveCost of what nobody used.", CommitmentUse.Line::unusedCost),
            decimal("Utilisation", "UsedCost divided by the sum of both, to six decimals.",
                    line -> CoverageLine.share(line.usedCost(), line.usedCost().add(line.unusedCost())))));

    private CommitmentColumns() {
    }
}
