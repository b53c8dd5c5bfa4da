package io.focusgen.truth;

import static io.focusgen.truth.SheetColumn.decimal;
import static io.focusgen.truth.SheetColumn.of;
import static io.focusgen.truth.SheetColumn.text;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Machine;
import io.focusgen.focus.ColumnType;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.OrganisationAttribute;

/** The columns of the waste sheet. Those with a name of FOCUS hold exactly what its rows hold. */
final class WasteColumns {

    static final List<SheetColumn<WasteLine>> ALL = List.of(
            text("WasteId", "Unique in the data set.", line -> line.wasted().id()),
            text("Kind", "What is wasted.", line -> line.wasted().kind().label()),
            of(FocusColumn.PROVIDER_NAME, "Whose cloud it is in."),
            of(FocusColumn.SUB_ACCOUNT_ID, "The account that it is charged to."),
            of(FocusColumn.SUB_ACCOUNT_NAME, "The name of that account."),
            of("Team", OrganisationAttribute.TEAM, "The team that owns the account."),
            of("Application", OrganisationAttribute.APPLICATION, "The application whose name the resource has."),
            of("Environment", OrganisationAttribute.ENVIRONMENT, "What it runs in."),
            of(FocusColumn.REGION_ID, "Where it is."),
            of(FocusColumn.SERVICE_NAME, "The service of its rows."),
            of(FocusColumn.RESOURCE_ID, "The resource that its rows name, and nothing else does."),
            of(FocusColumn.RESOURCE_NAME, "The display name of that."),
            of(FocusColumn.RESOURCE_TYPE, "What it is."),
            of(FocusColumn.SKU_METER,
                    "What is metered; of a machine sold in parts, the first of them; of a database, its machine."),
            new SheetColumn<>("Rows", ColumnType.JSON, "Its rows, those of its tax among them.",
                    line -> Long.toString(line.rows())),
            SheetColumn.currency(),
            decimal("BilledCost",
                    "What it costs before tax, in all months of the data set; of a database, its machine and what it stores.",
                    WasteLine::billed),
            decimal("Tax", "The tax on that.", WasteLine::tax),
            text("Advice", "What to do: delete or resize.",
                    line -> line.wasted().kind().isNeeded() ? "resize" : "delete"),
            text("ReplacementType", "The machine that would do; null where it is to be deleted.",
                    line -> type(line.wasted().replacement())),
            new SheetColumn<>("ReplacementSku", ColumnType.JSON,
                    "PricingQuantity by SkuPriceId of that machine in the same hours; null where it is to be deleted.",
                    WasteLine::replacement),
            decimal("Saving",
                    "The whole BilledCost where it is to be deleted; else what its machine costs less what the replacement"
                            + " would cost in the same hours at the company's prices.",
                    WasteLine::saving),
            decimal("SavingTax", "Tax less what it would be taxed in each month with the replacement.",
                    WasteLine::savingTax));

    private WasteColumns() {
    }

    private static @Nullable String type(@Nullable Machine machine) {
        return machine == null ? null : machine.type();
    }
}
