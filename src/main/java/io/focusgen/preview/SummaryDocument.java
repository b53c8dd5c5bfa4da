package io.focusgen.preview;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.JsonWriter;
import io.focusgen.summary.Breakdown;
import io.focusgen.summary.Costs;
import io.focusgen.summary.Dimension;
import io.focusgen.summary.Group;
import io.focusgen.summary.Kpi;
import io.focusgen.summary.KpiSums;
import io.focusgen.summary.Summary;

/** Writes sums and figures as JSON. */
final class SummaryDocument {

    private SummaryDocument() {
    }

    /** The members {@code summaries} and {@code kpis}; both null where there is no summary. */
    static void write(@Nullable Summary summary, JsonWriter json) {
        if (summary == null) {
            json.name("summaries").text(null).name("kpis").text(null);
            return;
        }
        json.name("summaries").beginObject().name("bills").beginArray();
        summary.bills().forEach(bill -> breakdown(bill, json));
        json.endArray().name("total");
        breakdown(summary.total(), json);
        json.endObject();
        json.name("kpis").beginObject().name("bills").beginArray();
        summary.bills().forEach(bill -> kpis(bill, json));
        json.endArray().name("total");
        kpis(summary.total(), json);
        json.endObject();
    }

    private static void breakdown(Breakdown breakdown, JsonWriter json) {
        json.beginObject();
        head(breakdown, json);
        costs(breakdown.costs(), json);
        breakdown.tables().forEach((dimension, groups) -> table(dimension, groups, json));
        json.endObject();
    }

    private static void head(Breakdown breakdown, JsonWriter json) {
        json.name("provider").text(breakdown.provider()).name("currency").text(breakdown.currency());
    }

    private static void table(Dimension dimension, List<Group> groups, JsonWriter json) {
        json.name(dimension.table()).beginArray();
        for (Group group : groups) {
            json.beginObject().name(dimension.label()).text(group.name());
            if (dimension == Dimension.SERVICE) {
                json.name(Dimension.SERVICE_CATEGORY.label()).text(group.serviceCategory());
            }
            costs(group.costs(), json);
            json.endObject();
        }
        json.endArray();
    }

    private static void costs(Costs costs, JsonWriter json) {
        Costs.@Nullable Local local = costs.local();
        json.name("rows").number(costs.rows());
        json.name("billedCost").number(local == null ? null : local.billed());
        json.name("effectiveCost").number(local == null ? null : local.effective());
        json.name("listCost").number(local == null ? null : local.list());
        json.name("contractedCost").number(local == null ? null : local.contracted());
        json.name("tax").number(local == null ? null : local.tax());
        json.name("pricingCurrencyEffectiveCost").number(costs.usd());
    }

    /** Without values where costs are in several currencies. */
    private static void kpis(Breakdown breakdown, JsonWriter json) {
        json.beginObject();
        head(breakdown, json);
        KpiSums sums = breakdown.kpis();
        for (Kpi kpi : Kpi.values()) {
            json.name(kpi.label()).beginObject().name("value").number(sums == null ? null : kpi.of(sums))
                    .name("formula").text(kpi.formula()).endObject();
        }
        json.endObject();
    }
}
