package io.focusgen.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.focusgen.focus.Granularity;
import io.focusgen.spec.BillSpec;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;

/** What a bill must be like for commitments to begin and to lapse when they are asked to. */
final class CommitmentDates {

    private CommitmentDates() {
    }

    /** @throws RefusedException where the bill is not like that */
    static void require(BillSpec spec, RowLadder ladder) {
        LocalDate start = spec.commitments().start();
        int gap = spec.commitments().gapDays();
        boolean monthly = spec.granularity() == Granularity.MONTHLY;
        List<Violation> wrong = new ArrayList<>();
        if (monthly && start != null && start.getDayOfMonth() != 1) {
            wrong.add(new Violation("commitmentStart", start.toString(),
                    "Must be the first of a month at monthly granularity:"
                            + " nothing in such a bill is shorter.",
                    start.withDayOfMonth(1).toString()));
        }
        if (monthly && gap > 0) {
            wrong.add(none(gap, " at monthly granularity: days between two terms need daily or hourly rows."));
        } else if (gap > 0 && !ladder.commitments()) {
            wrong.add(none(gap, spec.rows() < leastRows(spec.granularity())
                    ? " for so few " + spec.provider().label() + " rows: commitments begin at " + RowLadder.COMMITMENTS
                            + " rows a month, hourly at " + RowLadder.CORE_HOURLY + "."
                    : " where commitments cover nothing."));
        }
        if (!wrong.isEmpty()) {
            throw new RefusedException(wrong);
        }
    }

    private static Violation none(int gap, String where) {
        return new Violation("commitmentGap", Integer.toString(gap), "Must be 0" + where, "0");
    }

    private static long leastRows(Granularity granularity) {
        return granularity == Granularity.HOURLY ? RowLadder.CORE_HOURLY : RowLadder.COMMITMENTS;
    }
}
