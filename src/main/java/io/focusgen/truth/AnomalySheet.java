package io.focusgen.truth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.generate.Cells;
import io.focusgen.generate.Charge;
import io.focusgen.generate.Frame;
import io.focusgen.generate.Frames;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.plan.Incident;
import io.focusgen.plan.MonthRows;
import io.focusgen.plan.Plan;

/** The lines of the anomalies sheet: incidents in the order in which their first rows stand. */
final class AnomalySheet {

    private AnomalySheet() {
    }

    static List<@Nullable String[]> lines(DatasetPlan dataset) {
        List<@Nullable String[]> lines = new ArrayList<>();
        anomalies(dataset).forEach(anomaly -> lines.add(SheetColumn.texts(AnomalyColumns.ALL, anomaly)));
        return lines;
    }

    static List<AnomalyLine> anomalies(DatasetPlan dataset) {
        List<AnomalyLine> all = new ArrayList<>();
        for (Plan plan : dataset.bills()) {
            Frames frames = new Frames(plan);
            Map<String, AnomalyLine> byId = new LinkedHashMap<>();
            for (int i = 0; i < dataset.spec().months(); i++) {
                BillingMonth month = dataset.spec().firstMonth().plus(i);
                MonthRows rows = plan.rows(month);
                if (rows.isOnTop(rows.slices() - 1)) {
                    add(plan, month, frames, frames.frame(plan.month(month), rows.slices() - 1), byId);
                }
            }
            all.addAll(byId.values());
        }
        return all;
    }

    /** Charges follow each other as incidents do, each with those of its usage and then its tax. */
    private static void add(Plan plan, BillingMonth month, Frames frames, Frame frame,
            Map<String, AnomalyLine> byId) {
        int place = 0;
        for (Incident incident : plan.incidents().in(month)) {
            AnomalyLine line = byId.get(incident.id());
            if (line == null) {
                Cells cells = new Cells();
                frames.describe(frame, cells);
                frame.charge(place).describe(cells);
                line = new AnomalyLine(plan, incident, incident.startIn(month), cells);
                byId.put(incident.id(), line);
            }
            int end = end(frame, place, incident.line().rows());
            for (; place < end; place++) {
                Charge charge = frame.charge(place);
                line.add(charge, incident.endIn(month));
            }
        }
    }

    /** The place behind the charges of something on top: so many of usage, and its tax where there is any. */
    static int end(Frame frame, int place, int usage) {
        int end = place + usage;
        return end < frame.charges() && frame.charge(end).category() == ChargeCategory.TAX ? end + 1 : end;
    }

    /** The place behind those of all incidents of a month in the frame of what is on top. */
    static int charges(Plan plan, BillingMonth month, Frame frame) {
        int place = 0;
        for (Incident incident : plan.incidents().in(month)) {
            place = end(frame, place, incident.line().rows());
        }
        return place;
    }
}
