package io.focusgen.truth;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Machine;
import io.focusgen.encode.JsonWriter;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.Decimal;
import io.focusgen.focus.ExactSum;
import io.focusgen.focus.FocusColumn;
import io.focusgen.generate.Cells;
import io.focusgen.generate.Charge;
import io.focusgen.plan.Plan;
import io.focusgen.plan.WastedResource;

/** Something that nobody needs, over all months of a data set. Grows charge by charge. */
final class WasteLine implements SheetColumn.RowLine, SheetColumn.BillLine {

    private final Plan plan;
    private final WastedResource wasted;
    private final Cells cells;
    private final Cost now = new Cost();
    private final Cost instead = new Cost();
    /** PricingQuantity by SkuPriceId. */
    private final Map<String, ExactSum> prices = new LinkedHashMap<>();
    private long rows;

    /** What something costs. */
    private static final class Cost {
        private final ExactSum billed = new ExactSum();
        private final ExactSum tax = new ExactSum();

        private void add(Charge charge) {
            CoverageLine.Usage.add(charge.category() == ChargeCategory.TAX ? tax : billed, charge,
                    charge.rates().billed());
        }
    }

    /** @param cells of a row of its usage; read later */
    WasteLine(Plan plan, WastedResource wasted, Cells cells) {
        this.plan = plan;
        this.wasted = wasted;
        this.cells = cells;
    }

    void add(Charge charge) {
        now.add(charge);
        rows += charge.rows();
    }

    /** What it would have instead of what was added, the parts of the smaller machine first. */
    void addReplacement(List<Charge> charges) {
        charges.forEach(instead::add);
        Machine machine = wasted.replacement();
        Cells said = new Cells();
        for (Charge charge : charges.subList(0, machine == null ? 0 : machine.parts().size())) {
            Decimal priced = charge.rates().priced();
            said.clear();
            charge.describe(said);
            String price = said.get(FocusColumn.SKU_PRICE_ID);
            if (price != null && priced != null) {
                CoverageLine.Usage.add(prices.computeIfAbsent(price, none -> new ExactSum()), charge, priced);
            }
        }
    }

    @Override
    public Plan plan() {
        return plan;
    }

    WastedResource wasted() {
        return wasted;
    }

    @Override
    public Cells cells() {
        return cells;
    }

    long rows() {
        return rows;
    }

    BigDecimal billed() {
        return now.billed.value();
    }

    BigDecimal tax() {
        return now.tax.value();
    }

    BigDecimal saving() {
        return billed().subtract(instead.billed.value());
    }

    BigDecimal savingTax() {
        return tax().subtract(instead.tax.value());
    }

    /** A JSON object of the prices that it would be charged at, and the quantities; null where nothing replaces it. */
    @Nullable
    String replacement() {
        if (prices.isEmpty()) {
            return null;
        }
        JsonWriter json = new JsonWriter().beginObject();
        prices.forEach((price, quantity) -> json.name(price).number(quantity.value()));
        return json.endObject().toString();
    }
}
