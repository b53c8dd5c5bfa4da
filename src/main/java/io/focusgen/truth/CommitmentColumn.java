package io.focusgen.truth;

import java.math.BigDecimal;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.JsonWriter;
import io.focusgen.focus.ColumnType;
import io.focusgen.focus.FocusColumn;
import io.focusgen.table.TableColumn;

/** The columns of the commitments sheet. Costs are EffectiveCost in the billing currency, and exact. */
public enum CommitmentColumn implements TableColumn {
    PROVIDER_NAME("ProviderName", "Whose bill it is.", line -> line.plan().spec().provider().focusName()),
    BILLING_PERIOD_START("BillingPeriodStart", ColumnType.DATE_TIME, "Start of the month.",
            line -> Months.start(line.month())),
    BILLING_PERIOD_END("BillingPeriodEnd", ColumnType.DATE_TIME, "End of the month.",
            line -> Months.start(line.month().plus(1))),
    COMMITMENT_DISCOUNT_ID(FocusColumn.COMMITMENT_DISCOUNT_ID, "The commitment."),
    COMMITMENT_DISCOUNT_NAME(FocusColumn.COMMITMENT_DISCOUNT_NAME, "Its name."),
    COMMITMENT_DISCOUNT_CATEGORY(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, "Whether it is of usage or of spend."),
    COMMITMENT_DISCOUNT_TYPE(FocusColumn.COMMITMENT_DISCOUNT_TYPE, "What the provider calls it."),
    COMMITMENT_DISCOUNT_UNIT(FocusColumn.COMMITMENT_DISCOUNT_UNIT, "What the quantities are in."),
    BILLING_CURRENCY("BillingCurrency", "What the costs are in.", line -> line.plan().spec().currency().code()),
    USED_QUANTITY("UsedQuantity", ColumnType.DECIMAL, "CommitmentDiscountQuantity of the usage that it covers.",
            line -> JsonWriter.plain(line.usedQuantity())),
    UNUSED_QUANTITY("UnusedQuantity", ColumnType.DECIMAL, "What of it nobody used.",
            line -> JsonWriter.plain(line.unusedQuantity())),
    USED_COST("UsedCost", ColumnType.DECIMAL, "EffectiveCost of the usage that it covers.",
            line -> JsonWriter.plain(line.usedCost())),
    UNUSED_COST("UnusedCost", ColumnType.DECIMAL, "EffectiveCost of what nobody used.",
            line -> JsonWriter.plain(line.unusedCost())),
    UTILISATION("Utilisation", ColumnType.DECIMAL, "UsedCost divided by the sum of both, to six decimals.",
            line -> share(CoverageLine.share(line.usedCost(), line.usedCost().add(line.unusedCost()))));

    private final String id;
    private final ColumnType type;
    private final String help;
    private final Function<CommitmentUse.Line, @Nullable String> text;

    CommitmentColumn(FocusColumn column, String help) {
        this(column.id(), help, line -> line.text(column));
    }

    CommitmentColumn(String id, String help, Function<CommitmentUse.Line, @Nullable String> text) {
        this(id, ColumnType.TEXT, help, text);
    }

    CommitmentColumn(String id, ColumnType type, String help, Function<CommitmentUse.Line, @Nullable String> text) {
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

    /** All cells of a line, in order. */
    static @Nullable String[] texts(CommitmentUse.Line line) {
        @Nullable
        String[] texts = new @Nullable String[values().length];
        for (CommitmentColumn column : values()) {
            texts[column.ordinal()] = column.text.apply(line);
        }
        return texts;
    }

    private static @Nullable String share(@Nullable BigDecimal share) {
        return share == null ? null : JsonWriter.plain(share);
    }
}
