package io.focusgen.truth;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.JsonWriter;
import io.focusgen.focus.BillingMonth;
import io.focusgen.generate.Cells;
import io.focusgen.generate.Frame;
import io.focusgen.generate.Frames;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.plan.Plan;
import io.focusgen.plan.WastedResource;

/** The lines of the waste sheet, in the order of their rows. */
final class WasteSheet {

    private final DatasetPlan dataset;
    private final List<List<WasteLine>> bills = new ArrayList<>();

    private WasteSheet(DatasetPlan dataset) {
        this.dataset = dataset;
    }

    /**
     * Adds up what is wasted.
     *
     * @param cancelled asked before each month
     * @throws CancellationException where it says yes
     */
    static WasteSheet of(DatasetPlan dataset, BooleanSupplier cancelled) {
        WasteSheet sheet = new WasteSheet(dataset);
        for (Plan plan : dataset.bills()) {
            sheet.bills.add(sheet.lines(plan, cancelled));
        }
        return sheet;
    }

    private List<WasteLine> lines(Plan plan, BooleanSupplier cancelled) {
        List<WasteLine> lines = new ArrayList<>();
        Frames frames = new Frames(plan);
        for (int i = 0; i < dataset.spec().months() && !plan.waste().all().isEmpty(); i++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            BillingMonth month = dataset.spec().firstMonth().plus(i);
            Frame frame = frames.frame(plan.month(month), plan.rows(month).slices() - 1);
            int place = AnomalySheet.charges(plan, month, frame);
            for (int number = 0; number < plan.waste().all().size(); number++) {
                WastedResource wasted = plan.waste().all().get(number);
                if (i == 0) {
                    Cells cells = new Cells();
                    frames.describe(frame, cells);
                    frame.charge(place).describe(cells);
                    lines.add(new WasteLine(plan, wasted, cells));
                }
                WasteLine line = lines.get(number);
                int end = AnomalySheet.end(frame, place, wasted.rows());
                for (; place < end; place++) {
                    line.add(frame.charge(place));
                }
                line.addReplacement(frames.replacement(frame, wasted));
            }
        }
        return lines;
    }

    List<@Nullable String[]> lines() {
        List<@Nullable String[]> texts = new ArrayList<>();
        bills.forEach(lines -> lines.forEach(line -> texts.add(SheetColumn.texts(WasteColumns.ALL, line))));
        return texts;
    }

    /** An array of what the lines of each bill add up to. */
    void totals(JsonWriter json) {
        json.beginArray();
        for (int i = 0; i < bills.size(); i++) {
            List<WasteLine> lines = bills.get(i);
            json.beginObject().name("provider").text(dataset.bills().get(i).spec().provider().label());
            json.name("currency").text(dataset.bills().get(i).spec().currency().code());
            json.name("count").number(lines.size());
            json.name("billedCost").number(sum(lines, WasteLine::billed));
            json.name("tax").number(sum(lines, WasteLine::tax));
            json.name("saving").number(sum(lines, WasteLine::saving));
            json.name("savingTax").number(sum(lines, WasteLine::savingTax));
            json.endObject();
        }
        json.endArray();
    }

    private static BigDecimal sum(List<WasteLine> lines, Function<WasteLine, BigDecimal> part) {
        return lines.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
