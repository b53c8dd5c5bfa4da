package io.focusgen.summary;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What some rows add up to.
 *
 * @param rows how many there are
 * @param local their costs in the billing currency; null where they are billed in several
 * @param usd the sum of PricingCurrencyEffectiveCost: their EffectiveCost in dollars
 */
public record Costs(long rows, @Nullable Local local, BigDecimal usd) {

    /** No rows, whatever their currency. */
    static final Costs NONE = new Costs(0, Local.ZERO, BigDecimal.ZERO);

    /**
     * Costs in one currency.
     *
     * @param tax the BilledCost of rows with ChargeCategory Tax
     */
    public record Local(BigDecimal billed, BigDecimal effective, BigDecimal list, BigDecimal contracted,
            BigDecimal tax) {

        static final Local ZERO = new Local(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
                BigDecimal.ZERO);

        Local plus(Local other) {
            return new Local(billed.add(other.billed), effective.add(other.effective), list.add(other.list),
                    contracted.add(other.contracted), tax.add(other.tax));
        }
    }

    Costs plus(Costs other) {
        return new Costs(rows + other.rows, local == null || other.local == null ? null : local.plus(other.local),
                usd.add(other.usd));
    }

    /** The same, to be added to costs in other currencies: only the dollars are left. */
    Costs inDollars() {
        return new Costs(rows, null, usd);
    }

    /** By what tables are sorted: EffectiveCost in the billing currency, or in dollars where there are several. */
    BigDecimal size() {
        return local == null ? usd : local.effective();
    }
}
