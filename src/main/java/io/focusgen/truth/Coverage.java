package io.focusgen.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Sku;
import io.focusgen.focus.BillingMonth;
import io.focusgen.generate.Charge;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.plan.Plan;
import io.focusgen.summary.ChargeWatcher;

/** The lines of the coverage sheet: families in alphabetical order within each month. */
final class Coverage implements ChargeWatcher {

    private final List<CoverageLine> before = new ArrayList<>();
    private final SortedMap<String, CoverageLine> families = new TreeMap<>();
    private @Nullable Plan bill;
    private @Nullable BillingMonth period;

    static List<@Nullable String[]> lines(DatasetPlan dataset, BooleanSupplier cancelled) {
        Coverage coverage = new Coverage();
        Months.visit(dataset, cancelled, (place, charge) -> coverage.charge(place.plan(), place.month(), charge));
        return coverage.lines();
    }

    @Override
    public void charge(Plan plan, BillingMonth month, Charge charge) {
        Sku sku = charge.sku();
        if (sku == null || !charge.eligible()) {
            return;
        }
        if (plan != bill || !month.equals(period)) {
            close();
            bill = plan;
            period = month;
        }
        // A family of one service may be sold in several units: cores and memory.
        String key = CoverageLine.family(sku) + '\n' + sku.service().name() + '\n' + sku.unit();
        CoverageLine line = families.get(key);
        if (line == null) {
            line = new CoverageLine(plan, month, sku);
            families.put(key, line);
        }
        line.add(charge);
    }

    private void close() {
        before.addAll(families.values());
        families.clear();
    }

    List<@Nullable String[]> lines() {
        close();
        return before.stream().map(line -> SheetColumn.texts(CoverageColumns.ALL, line)).toList();
    }
}
