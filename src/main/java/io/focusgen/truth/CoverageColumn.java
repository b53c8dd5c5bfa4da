package io.focusgen.truth;

import java.math.BigDecimal;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.JsonWriter;
import io.focusgen.focus.ColumnType;
import io.focusgen.table.TableColumn;

/** The columns of the coverage sheet. Costs are in the billing currency and exact. */
public enum CoverageColumn implements TableColumn {
    PROVIDER_NAME("ProviderName", "Whose bill it is.", line -> line.plan().spec().provider().focusName()),
    BILLING_PERIOD_START("BillingPeriodStart", ColumnType.DATE_TIME, "Start of the month.",
            line -> Months.start(line.month())),
    BILLING_PERIOD_END("BillingPeriodEnd", ColumnType.DATE_TIME, "End of the month.",
            line -> Months.start(line.month().plus(1))),
    SKU_FAMILY("SkuFamily", "The InstanceSeries of the SKUs, or their service where they have none.",
            line -> CoverageLine.family(line.sku())),
    SERVICE_NAME("ServiceName", "Their service.", line -> line.sku().service().name()),
    PRICING_UNIT("PricingUnit", "What the quantities are in.", line -> line.sku().unit()),
    BILLING_CURRENCY("BillingCurrency", "What the costs are in.", line -> line.plan().spec().currency().code()),
    ELIGIBLE_QUANTITY("EligibleQuantity", ColumnType.DECIMAL, "PricingQuantity that commitments could cover.",
            line -> sum(line.covered().quantity(), line.uncovered().quantity())),
    COVERED_QUANTITY("CoveredQuantity", ColumnType.DECIMAL, "What of it they cover.",
            line -> sum(line.covered().quantity())),
    UNCOVERED_QUANTITY("UncoveredQuantity", ColumnType.DECIMAL, "What of it is on demand.",
            line -> sum(line.uncovered().quantity())),
    ELIGIBLE_LIST_COST("EligibleListCost", ColumnType.DECIMAL, "ListCost that commitments could cover.",
            line -> sum(line.covered().list(), line.uncovered().list())),
    COVERED_LIST_COST("CoveredListCost", ColumnType.DECIMAL, "What of it they cover.",
            line -> sum(line.covered().list())),
    UNCOVERED_LIST_COST("UncoveredListCost", ColumnType.DECIMAL, "What of it is on demand.",
            line -> sum(line.uncovered().list())),
    ELIGIBLE_CONTRACTED_COST("EligibleContractedCost", ColumnType.DECIMAL,
            "ContractedCost that commitments could cover.",
            line -> sum(line.covered().contracted(), line.uncovered().contracted())),
    COVERED_CONTRACTED_COST("CoveredContractedCost", ColumnType.DECIMAL, "What of it they cover.",
            line -> sum(line.covered().contracted())),
    UNCOVERED_CONTRACTED_COST("UncoveredContractedCost", ColumnType.DECIMAL, "What of it is on demand.",
            line -> sum(line.uncovered().contracted())),
    COVERAGE("Coverage", ColumnType.DECIMAL,
            "CoveredContractedCost divided by EligibleContractedCost, to six decimals.",
            line -> share(line.coverage()));

    private final String id;
    private final ColumnType type;
    private final String help;
    private final Function<CoverageLine, @Nullable String> text;

    CoverageColumn(String id, String help, Function<CoverageLine, @Nullable String> text) {
        this(id, ColumnType.TEXT, help, text);
    }

    CoverageColumn(String id, ColumnType type, String help, Function<CoverageLine, @Nullable String> text) {
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
    static @Nullable String[] texts(CoverageLine line) {
        @Nullable
        String[] texts = new @Nullable String[values().length];
        for (CoverageColumn column : values()) {
            texts[column.ordinal()] = column.text.apply(line);
        }
        return texts;
    }

    private static String sum(BigDecimal... parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal part : parts) {
            sum = sum.add(part);
        }
        return JsonWriter.plain(sum);
    }

    private static @Nullable String share(@Nullable BigDecimal share) {
        return share == null ? null : JsonWriter.plain(share);
    }
}
