package io.focusgen.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Sku;
import io.focusgen.generate.Charge;
import io.focusgen.plan.DatasetPlan;

/** The lines of the coverage sheet: families in alphabetical order within each month. */
final class Coverage implements Months.Visitor {

    private final List<@Nullable String[]> lines = new ArrayList<>();
    private final SortedMap<String, CoverageLine> families = new TreeMap<>();

    private Coverage() {
    }

    static List<@Nullable String[]> lines(DatasetPlan dataset, BooleanSupplier cancelled) {
        Coverage coverage = new Coverage();
        Months.visit(dataset, cancelled, coverage);
        return coverage.lines;
    }

    @Override
    public void charge(Months.Place place, Charge charge) {
        Sku sku = charge.sku();
        if (sku == null || !charge.eligible()) {
            return;
        }
        // A family of one service may be sold in several units: cores and memory.
        String key = CoverageLine.family(sku) + '\n' + sku.service().name() + '\n' + sku.unit();
        CoverageLine line = families.get(key);
        if (line == null) {
            line = new CoverageLine(place.plan(), place.month(), sku);
            families.put(key, line);
        }
        line.add(charge);
    }

    @Override
    public void end() {
        families.values().forEach(line -> lines.add(CoverageColumn.texts(line)));
        families.clear();
    }
}
