package io.focusgen.truth;

import static io.focusgen.truth.SheetColumn.decimal;
import static io.focusgen.truth.SheetColumn.of;
import static io.focusgen.truth.SheetColumn.text;

import java.time.LocalDate;
import java.util.List;

import io.focusgen.focus.ColumnType;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.OrganisationAttribute;

/** The columns of the anomalies sheet. Those with a name of FOCUS hold exactly what the rows of the anomaly hold. */
final class AnomalyColumns {

    static final List<SheetColumn<AnomalyLine>> ALL = List.of(
            text("AnomalyId", "Unique in the data set.", line -> line.incident().id()),
            text("Kind", "What went wrong.", line -> line.incident().kind().label()),
            text("Size", "How much was asked for.", line -> line.incident().size().label()),
            of(FocusColumn.PROVIDER_NAME, "Whose cloud it is in."),
            of(FocusColumn.SUB_ACCOUNT_ID, "The account that it is charged to."),
            of(FocusColumn.SUB_ACCOUNT_NAME, "The name of that account."),
            of("Team", OrganisationAttribute.TEAM, "The team that owns the account."),
            of("Application", OrganisationAttribute.APPLICATION, "The application whose name the resource has."),
            of("Environment", OrganisationAttribute.ENVIRONMENT, "What it runs in."),
            of(FocusColumn.REGION_ID, "Where it is; null for everywhere."),
            of(FocusColumn.SERVICE_NAME, "The service of its rows."),
            of(FocusColumn.RESOURCE_ID, "The resource that its rows name."),
            of(FocusColumn.RESOURCE_NAME, "The display name of that."),
            text("ResourceIsNew",
                    "yes where the anomaly brings the resource, no where it happens to one that is there.",
                    line -> line.incident().found() ? "no" : "yes"),
            of(FocusColumn.SKU_METER, "What is metered; of a machine sold in parts, the first of them."),
            new SheetColumn<>("Start", ColumnType.DATE_TIME, "The start of its first hour in the data set.",
                    line -> moment(line.start())),
            new SheetColumn<>("End", ColumnType.DATE_TIME, "The end of its last hour in the data set.",
                    line -> moment(line.end())),
            new SheetColumn<>("Rows", ColumnType.JSON, "Its rows, those of its tax among them.",
                    line -> Long.toString(line.rows())),
            SheetColumn.currency(),
            decimal("ExtraBilledCost", "BilledCost before tax that the data set has more than without it.",
                    AnomalyLine::billed),
            decimal("ExtraTax", "Tax that the data set has more than without it.", AnomalyLine::tax));

    private static final int HOURS = 24;

    private AnomalyColumns() {
    }

    /** @param epochHour hours from 1970-01-01T00:00Z */
    private static String moment(long epochHour) {
        int hour = (int) Math.floorMod(epochHour, (long) HOURS);
        return LocalDate.ofEpochDay(Math.floorDiv(epochHour, (long) HOURS)) + (hour < 10 ? "T0" : "T") + hour
                + ":00:00Z";
    }
}
