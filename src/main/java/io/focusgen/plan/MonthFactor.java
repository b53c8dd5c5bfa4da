package io.focusgen.plan;

import io.focusgen.estate.Draw;
import io.focusgen.estate.Salt;
import io.focusgen.focus.BillingMonth;
import io.focusgen.spec.DatasetSpec;

/** The factor of a trend in a month: the same for all clouds of a company, and whatever else is asked for. */
final class MonthFactor {

    private MonthFactor() {
    }

    static double of(DatasetSpec dataset, BillingMonth month) {
        return dataset.trend().factor(month, new Draw(dataset.seed()).of(Salt.SEASON).unit(month.ordinal()));
    }

    /** The least of all months of a request, at most 1. */
    static double least(DatasetSpec dataset) {
        double least = 1;
        for (int i = 0; i < dataset.months(); i++) {
            least = Math.min(least, of(dataset, dataset.firstMonth().plus(i)));
        }
        return least;
    }

    /** The most of all months of a request, at least 1. */
    static double most(DatasetSpec dataset) {
        double most = 1;
        for (int i = 0; i < dataset.months(); i++) {
            most = Math.max(most, of(dataset, dataset.firstMonth().plus(i)));
        }
        return most;
    }
}
