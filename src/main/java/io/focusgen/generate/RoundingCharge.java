package io.focusgen.generate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Supplier;

import io.focusgen.catalog.InvoiceRounding;
import io.focusgen.catalog.Service;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.ChargeFrequency;
import io.focusgen.focus.Decimal;
import io.focusgen.plan.MonthPlan;

/**
 * What closes the provider's invoice of a month to whole coins, so that it can be paid: everything that stands on it but rows
 * on top, which change no other row. Of bills too large to be added up it closes the billing account's own charges. It belongs
 * to no sub account; it may be above or below 0, by half a coin at most.
 */
final class RoundingCharge extends Charge {

    private final InvoiceRounding rounding;
    private final SubAccount payer;

    private RoundingCharge(InvoiceRounding rounding, SubAccount payer, Money money, Decimal difference, int finer) {
        super(Spread.constant(0, 1, 1, finer), Rates.costs(money, difference, difference), true);
        this.rounding = rounding;
        this.payer = payer;
    }

    /**
     * The month's, or nothing where the provider or so small a bill has none.
     *
     * @param charges the billing account's own others
     * @param usage BilledCost of all slices of usage that it closes, asked for where there is one
     */
    static List<Charge> of(MonthPlan month, Money money, List<Charge> charges, Supplier<BigDecimal> usage) {
        InvoiceRounding rounding = month.company().catalog().rounding();
        if (rounding == null || !month.plan().structure().ladder().rounding()) {
            return List.of();
        }
        BigDecimal sum = usage.get();
        for (Charge charge : charges) {
            sum = sum.add(charge.billed());
        }
        BigDecimal difference = sum.setScale(money.currency().digits(), RoundingMode.HALF_UP).subtract(sum)
                .stripTrailingZeros();
        // Half a coin of 19 more digits is a long, and nothing is cheap enough to cost finer parts.
        int scale = Math.max(0, difference.scale());
        int finer = Math.max(0, scale - Decimal.MOST_SCALE);
        return List.of(new RoundingCharge(rounding, month.company().account(0), money,
                new Decimal(difference.setScale(scale).unscaledValue().longValueExact(), scale - finer), finer));
    }

    @Override
    public ChargeCategory category() {
        return ChargeCategory.ADJUSTMENT;
    }

    @Override
    public Service service() {
        return rounding.service();
    }

    /** Who pays for the support plan pays for this, too; its row names no account. */
    @Override
    public SubAccount account() {
        return payer;
    }

    @Override
    public void describe(Cells cells) {
        cells.charge(ChargeCategory.ADJUSTMENT, ChargeFrequency.ONE_TIME, rounding.description());
        cells.service(rounding.service()).payer(payer);
    }
}
