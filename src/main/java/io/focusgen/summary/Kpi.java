package io.focusgen.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/** The figures that people steer a bill by, each with its formula over the rows of the bill. */
public enum Kpi {
    /** What discounts and commitments saved against list prices, less what unused commitments cost. */
    SAVINGS("savings", true, "Sum of ListCost - EffectiveCost over rows with ChargeCategory Usage whose"
            + " CommitmentDiscountStatus is not Unused and whose InvoiceIssuerName is the cloud provider, minus the sum of"
            + " EffectiveCost over rows whose CommitmentDiscountStatus is Unused.") {
        @Override
        public BigDecimal of(KpiSums sums) {
            return saved(sums);
        }
    },
    /** Savings as a share of what usage would have cost at list prices. */
    EFFECTIVE_SAVINGS_RATE("effectiveSavingsRate", false, "savings divided by the sum of ListCost over rows with"
            + " ChargeCategory Usage whose CommitmentDiscountStatus is not Unused and whose InvoiceIssuerName is the"
            + " cloud provider.") {
        @Override
        public @Nullable BigDecimal of(KpiSums sums) {
            return ratio(saved(sums), sums.list());
        }
    },
    /** The share of the commitments that was used. */
    COMMITMENT_UTILISATION("commitmentUtilisation", false, "Sum of EffectiveCost over rows whose"
            + " CommitmentDiscountStatus is Used, divided by that over rows whose CommitmentDiscountStatus is Used or"
            + " Unused.") {
        @Override
        public @Nullable BigDecimal of(KpiSums sums) {
            return ratio(sums.used(), sums.used().add(sums.unused()));
        }
    },
    /** The share of the eligible usage that commitments covered. */
    COMMITMENT_COVERAGE("commitmentCoverage", false, "Sum of ContractedCost over rows whose CommitmentDiscountStatus"
            + " is Used, divided by that over all eligible usage: rows with ChargeCategory Usage, PricingCategory"
            + " Standard or Committed and a SKU that compute commitments apply to, whose CommitmentDiscountStatus is"
            + " not Unused.") {
        @Override
        public @Nullable BigDecimal of(KpiSums sums) {
            return ratio(sums.covered(), sums.eligible());
        }
    },
    /** The share of the cost that can be allocated by tags. */
    TAGGED_SHARE("taggedShare", false, "Sum of EffectiveCost over rows whose Tags are not null, divided by that over"
            + " all rows.") {
        @Override
        public @Nullable BigDecimal of(KpiSums sums) {
            return ratio(sums.tagged(), sums.all());
        }
    };

    /** Decimals of a share. */
    public static final int SHARE_DECIMALS = 6;

    private final String label;
    private final boolean money;
    private final String formula;

    Kpi(String label, boolean money, String formula) {
        this.label = label;
        this.money = money;
        this.formula = formula;
    }

    public String label() {
        return label;
    }

    /** Whether it is an exact amount in the billing currency; else a share, rounded half up to 6 decimals. */
    public boolean money() {
        return money;
    }

    /** In words and column names. */
    public String formula() {
        return formula;
    }

    /** Its value; null for a share of nothing. */
    public abstract @Nullable BigDecimal of(KpiSums sums);

    private static BigDecimal saved(KpiSums sums) {
        return sums.list().subtract(sums.effective()).subtract(sums.unused());
    }

    private static @Nullable BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, SHARE_DECIMALS, RoundingMode.HALF_UP);
    }
}
