package io.focusgen.preview;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import io.focusgen.encode.JsonWriter;
import io.focusgen.focus.OutputColumn;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.plan.Plan;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.spec.PreviewSpec;
import io.focusgen.spec.RefusedException;
import io.focusgen.summary.Effort;
import io.focusgen.summary.Summary;
import io.focusgen.truth.TruthDocument;

/** A preview of a data set: some rows, and what all of it adds up to. */
public final class Preview {

    /** Where the service has it. */
    public static final String PATH = "/api/v1/preview";

    private final PreviewSpec spec;
    private final DatasetPlan plan;

    private Preview(PreviewSpec spec) {
        this.spec = spec;
        plan = DatasetPlan.of(spec.dataset().spec());
    }

    /**
     * Plans a preview. Takes milliseconds of CPU, so never call it on an event loop.
     *
     * @throws RefusedException where the data set cannot be planned, or is too large to be summed up
     */
    public static Preview of(PreviewSpec spec) {
        if (spec.summaries()) {
            Effort.require(spec.dataset().spec());
        }
        return new Preview(spec);
    }

    /**
     * The document: JSON in ASCII, at most some megabytes. Takes up to a few seconds, so never call it on an event loop.
     *
     * @param canonical what it is called in itself: the URL to get it from
     * @param cancelled asked again and again, from this thread; yes ends the work
     * @throws CancellationException where {@code cancelled} says yes
     */
    public String document(String canonical, BooleanSupplier cancelled) {
        DatasetSpec dataset = spec.dataset().spec();
        JsonWriter json = new JsonWriter().beginObject();
        json.name("canonical").text(canonical);
        json.name("generator").text(GeneratorVersion.CURRENT);
        json.name("seed").number(dataset.seed());
        json.name("totalRows").number(plan.blocks().rows());
        json.name("offset").number(spec.offset());
        json.name("limit").number(spec.limit());
        bills(json);
        json.name("columns").beginArray();
        for (OutputColumn column : dataset.columns()) {
            json.text(column.id());
        }
        json.endArray();
        json.name("rows").raw(PreviewRows.of(plan, spec.offset(), spec.limit(), cancelled));
        TruthDocument truth = new TruthDocument(plan);
        Summary summary = spec.summaries() ? Summary.of(plan, cancelled, truth) : null;
        SummaryDocument.write(summary, json);
        json.name("truth");
        if (summary == null) {
            json.text(null);
        } else {
            truth.write(json, cancelled);
        }
        return json.endObject() + "\n";
    }

    private void bills(JsonWriter json) {
        json.name("bills").beginArray();
        for (Plan bill : plan.bills()) {
            json.beginObject().name("provider").text(bill.spec().provider().label());
            json.name("granularity").text(bill.spec().granularity().label());
            json.name("currency").text(bill.spec().currency().code());
            json.name("budget").number(bill.budget());
            json.name("commitmentCoverage").number(bill.coverage());
            json.endObject();
        }
        json.endArray();
    }
}
