package io.focusgen.summary;

import java.util.List;

import io.focusgen.focus.Granularity;
import io.focusgen.spec.BillSpec;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;

/**
 * How large a data set may be that is summed up: about two million charges in all months. A charge is one row in each charge
 * period, so their number follows from the rows alone, and nothing has to be planned to refuse a request.
 */
public final class Effort {

    /** Charges of all months and bills. */
    static final long MOST_CHARGES = 2_000_000;

    /** Rows of bills in other currencies than dollars take a look each; so many of them are the work of a charge. */
    private static final int ROWS_PER_CHARGE = 64;

    /** The work of a charge in parts that divide evenly by the charge periods of the shortest month. */
    private static final long CHARGE = 28L * 24 * ROWS_PER_CHARGE;

    private Effort() {
    }

    /**
     * Checks that a data set is not too large to be summed up.
     *
     * @throws RefusedException naming the most rows that it may have
     */
    public static void require(DatasetSpec spec) {
        require(spec, "summaries of so many months and providers; summaries=false shows rows of any number");
    }

    /** As {@link #require}. @param what is made of the sums, as the end of a sentence */
    public static void require(DatasetSpec spec, String what) {
        long most = mostRows(spec);
        if (spec.rows() > most) {
            throw new RefusedException(List.of(new Violation("rows", Long.toString(spec.rows()),
                    "Must be at most " + most + " at " + granularities(spec) + " granularity"
                            + " for " + what + ".",
                    Long.toString(most))));
        }
    }

    /** Rows per provider and month that a data set of these months and bills may have to be summed up; at least 1. */
    static long mostRows(DatasetSpec spec) {
        long perRow = 0;
        for (BillSpec bill : spec.bills()) {
            perRow += CHARGE / fewestPeriods(bill.granularity());
            perRow += bill.currency().isUsd() ? 0 : CHARGE / ROWS_PER_CHARGE;
        }
        return Math.max(1, MOST_CHARGES * CHARGE / perRow / spec.months());
    }

    private static int fewestPeriods(Granularity granularity) {
        return switch (granularity) {
            case HOURLY -> 28 * 24;
            case DAILY -> 28;
            case MONTHLY -> 1;
        };
    }

    private static String granularities(DatasetSpec spec) {
        List<String> labels = spec.bills().stream().map(bill -> bill.granularity().label()).distinct().toList();
        return String.join(" and ", labels);
    }
}
