package io.focusgen.truth;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import io.focusgen.focus.BillingMonth;
import io.focusgen.generate.Cells;
import io.focusgen.generate.Charge;
import io.focusgen.generate.Frame;
import io.focusgen.generate.Frames;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.plan.Plan;

/** Walks through a data set, bill after bill and month after month. */
final class Months {

    private Months() {
    }

    /** Where a charge stands. */
    record Place(Plan plan, BillingMonth month, Frames frames, Frame frame) {

        /** Fills in what its rows say. */
        void describe(Charge charge, Cells cells) {
            cells.clear();
            frames.describe(frame, cells);
            charge.describe(cells);
        }
    }

    /** What looks at charges. */
    @FunctionalInterface
    interface Visitor {

        void charge(Place place, Charge charge);
    }

    /**
     * Shows every charge of every month.
     *
     * @param cancelled asked before each slice
     * @throws CancellationException where it says yes
     */
    static void visit(DatasetPlan dataset, BooleanSupplier cancelled, Visitor visitor) {
        for (Plan plan : dataset.bills()) {
            Frames frames = new Frames(plan);
            for (int i = 0; i < dataset.spec().months(); i++) {
                BillingMonth month = dataset.spec().firstMonth().plus(i);
                for (int slice = 0; slice < plan.rows(month).slices(); slice++) {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException();
                    }
                    Frame frame = frames.frame(plan.month(month), slice, cancelled);
                    Place where = new Place(plan, month, frames, frame);
                    for (int place = 0; place < frame.charges(); place++) {
                        visitor.charge(where, frame.charge(place));
                    }
                }
            }
        }
    }

    /** As in the rows. */
    static String start(BillingMonth month) {
        return month.month().atDay(1) + "T00:00:00Z";
    }
}
