package io.focusgen.truth;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.JsonWriter;
import io.focusgen.focus.BillingMonth;
import io.focusgen.generate.Charge;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.plan.Plan;
import io.focusgen.summary.ChargeWatcher;
import io.focusgen.table.JsonTable;

/** The short sheets of a data set as a part of another document. Watches the charges while others add them up. */
public final class TruthDocument implements ChargeWatcher {

    private final DatasetPlan plan;
    private final Coverage coverage = new Coverage();

    public TruthDocument(DatasetPlan plan) {
        this.plan = plan;
    }

    @Override
    public void charge(Plan bill, BillingMonth month, Charge charge) {
        coverage.charge(bill, month, charge);
    }

    /**
     * Writes an object with a member for each sheet; once, and when all charges were seen.
     *
     * @throws CancellationException where {@code cancelled} says yes
     */
    public void write(JsonWriter json, BooleanSupplier cancelled) {
        json.beginObject();
        lines(Sheet.ANOMALIES, AnomalySheet.lines(plan), json);
        WasteSheet waste = WasteSheet.of(plan, cancelled);
        lines(Sheet.WASTE, waste.lines(), json);
        json.name("wasteTotals");
        waste.totals(json);
        lines(Sheet.COVERAGE, coverage.lines(), json);
        json.endObject();
    }

    private static void lines(Sheet sheet, List<@Nullable String[]> lines, JsonWriter json) {
        json.name(sheet.label()).beginArray();
        lines.forEach(cells -> JsonTable.object(sheet.columns(), cells, json));
        json.endArray();
    }
}
