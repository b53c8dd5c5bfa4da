package io.focusgen.truth;

import java.time.LocalDate;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.JsonWriter;
import io.focusgen.focus.ColumnType;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.OrganisationAttribute;
import io.focusgen.table.TableColumn;

/** The columns of the anomalies sheet. Those with a name of FOCUS hold exactly what the rows of the anomaly hold. */
public enum AnomalyColumn implements TableColumn {
    ANOMALY_ID("AnomalyId", "Unique in the data set.", line -> line.incident().id()),
    KIND("Kind", "What went wrong.", line -> line.incident().kind().label()),
    SIZE("Size", "How much was asked for.", line -> line.incident().size().label()),
    PROVIDER_NAME(FocusColumn.PROVIDER_NAME, "Whose cloud it is in."),
    SUB_ACCOUNT_ID(FocusColumn.SUB_ACCOUNT_ID, "The account that it is charged to."),
    SUB_ACCOUNT_NAME(FocusColumn.SUB_ACCOUNT_NAME, "The name of that account."),
    TEAM("Team", OrganisationAttribute.TEAM, "The team that owns the account."),
    APPLICATION("Application", OrganisationAttribute.APPLICATION, "The application whose name the resource has."),
    ENVIRONMENT("Environment", OrganisationAttribute.ENVIRONMENT, "What it runs in."),
    REGION_ID(FocusColumn.REGION_ID, "Where it is; null for everywhere."),
    SERVICE_NAME(FocusColumn.SERVICE_NAME, "The service of its rows."),
    RESOURCE_ID(FocusColumn.RESOURCE_ID, "The resource that its rows name."),
    RESOURCE_NAME(FocusColumn.RESOURCE_NAME, "The display name of that."),
    RESOURCE_IS_NEW("ResourceIsNew",
            "yes where the anomaly brings the resource, no where it happens to one that is there.",
            line -> line.incident().found() ? "no" : "yes"),
    SKU_METER(FocusColumn.SKU_METER, "What is metered; of a machine sold in parts, the first of them."),
    START("Start", ColumnType.DATE_TIME, "The start of its first hour in the data set.", line -> moment(line.start())),
    END("End", ColumnType.DATE_TIME, "The end of its last hour in the data set.", line -> moment(line.end())),
    ROWS("Rows", ColumnType.JSON, "Its rows, those of its tax among them.", line -> Long.toString(line.rows())),
    BILLING_CURRENCY("BillingCurrency", "What the costs are in.", line -> line.plan().spec().currency().code()),
    EXTRA_BILLED_COST("ExtraBilledCost", ColumnType.DECIMAL,
            "BilledCost before tax that the data set has more than without it.",
            line -> JsonWriter.plain(line.billed())),
    EXTRA_TAX("ExtraTax", ColumnType.DECIMAL, "Tax that the data set has more than without it.",
            line -> JsonWriter.plain(line.tax()));

    private static final int HOURS = 24;

    private final String id;
    private final ColumnType type;
    private final String help;
    private final Function<AnomalyLine, @Nullable String> text;

    AnomalyColumn(FocusColumn column, String help) {
        this(column.id(), help, line -> line.text(column));
    }

    AnomalyColumn(String id, OrganisationAttribute attribute, String help) {
        this(id, help, line -> line.owner(attribute));
    }

    AnomalyColumn(String id, String help, Function<AnomalyLine, @Nullable String> text) {
        this(id, ColumnType.TEXT, help, text);
    }

    AnomalyColumn(String id, ColumnType type, String help, Function<AnomalyLine, @Nullable String> text) {
        this.id = id;
        this.type = type;
        this.help = help;
        this.text = text;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ColumnType type() {
        return type;
    }

    @Override
    public String help() {
        return help;
    }

    /** All cells of an anomaly, in order. */
    static @Nullable String[] texts(AnomalyLine line) {
        @Nullable
        String[] texts = new @Nullable String[values().length];
        for (AnomalyColumn column : values()) {
            texts[column.ordinal()] = column.text.apply(line);
        }
        return texts;
    }

    /** @param epochHour hours from 1970-01-01T00:00Z */
    private static String moment(long epochHour) {
        int hour = (int) Math.floorMod(epochHour, (long) HOURS);
        return LocalDate.ofEpochDay(Math.floorDiv(epochHour, (long) HOURS)) + (hour < 10 ? "T0" : "T") + hour
                + ":00:00Z";
    }
}
