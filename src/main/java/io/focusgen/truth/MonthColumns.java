package io.focusgen.truth;

import java.util.ArrayList;
import java.util.List;

import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.ColumnType;

/** The columns that sheets about the months of bills begin with. */
final class MonthColumns {

    /** A line about a month of a bill. */
    interface Line extends SheetColumn.BillLine {

        BillingMonth month();
    }

    private MonthColumns() {
    }

    /** Those, and the others behind them. */
    static <L extends Line> List<SheetColumn<L>> and(List<SheetColumn<L>> others) {
        List<SheetColumn<L>> all = new ArrayList<>();
        all.add(SheetColumn.text("ProviderName", "Whose bill it is.",
                line -> line.plan().spec().provider().focusName()));
        all.add(new SheetColumn<>("BillingPeriodStart", ColumnType.DATE_TIME, "Start of the month.",
                line -> Months.start(line.month())));
        all.add(new SheetColumn<>("BillingPeriodEnd", ColumnType.DATE_TIME, "End of the month.",
                line -> Months.start(line.month().plus(1))));
        all.addAll(others);
        return List.copyOf(all);
    }
}
