package io.focusgen.truth;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Sku;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.CommitmentStatus;
import io.focusgen.focus.Decimal;
import io.focusgen.focus.ExactSum;
import io.focusgen.generate.Charge;
import io.focusgen.plan.Plan;

/** A family of SKUs in a month: what commitments could cover of it, and what they do. Sums grow charge by charge. */
final class CoverageLine implements MonthColumns.Line {

    /** Decimals of a share. */
    static final int SHARE_DECIMALS = 6;

    /** What usage is measured in, and what it costs before commitments. */
    static final class Usage {
        private final ExactSum quantity = new ExactSum();
        private final ExactSum list = new ExactSum();
        private final ExactSum contracted = new ExactSum();

        private void add(Charge charge) {
            Decimal priced = charge.rates().priced();
            add(quantity, charge, priced == null ? Decimal.ONE : priced);
            add(list, charge, charge.rates().list());
            add(contracted, charge, charge.rates().contracted());
        }

        static void add(ExactSum sum, Charge charge, Decimal unit) {
            sum.add(unit.unscaled(), charge.quantity().total(), unit.scale() + charge.quantity().scale());
        }

        BigDecimal quantity() {
            return quantity.value();
        }

        BigDecimal list() {
            return list.value();
        }

        BigDecimal contracted() {
            return contracted.value();
        }
    }

    private final Plan plan;
    private final BillingMonth month;
    private final Sku first;
    private final Usage covered = new Usage();
    private final Usage uncovered = new Usage();

    CoverageLine(Plan plan, BillingMonth month, Sku first) {
        this.plan = plan;
        this.month = month;
        this.first = first;
    }

    /** The series of a SKU's machines, or its service where it has none. */
    static String family(Sku sku) {
        String series = sku.detail("InstanceSeries");
        return series == null ? sku.service().name() : series;
    }

    void add(Charge charge) {
        (charge.commitmentStatus() == CommitmentStatus.USED ? covered : uncovered).add(charge);
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public BillingMonth month() {
        return month;
    }

    /** One of its SKUs. */
    Sku sku() {
        return first;
    }

    Usage covered() {
        return covered;
    }

    Usage uncovered() {
        return uncovered;
    }

    /** The covered part of what could be covered, at contracted prices; null where that costs nothing. */
    @Nullable
    BigDecimal coverage() {
        return share(covered.contracted(), covered.contracted().add(uncovered.contracted()));
    }

    static @Nullable BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, SHARE_DECIMALS, RoundingMode.HALF_UP);
    }
}
