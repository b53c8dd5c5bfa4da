package io.focusgen.conform;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.FocusColumn;

/** One row of a {@link SampleBill}, under a label by which a test finds it. */
final class Line {

    private final String label;
    private final Map<FocusColumn, String> cells = new EnumMap<>(FocusColumn.class);

    Line(String label) {
        this.label = label;
    }

    Line copy() {
        Line copy = new Line(label);
        copy.cells.putAll(cells);
        return copy;
    }

    String label() {
        return label;
    }

    @Nullable
    String get(FocusColumn column) {
        return cells.get(column);
    }

    BigDecimal number(FocusColumn column) {
        String text = cells.get(column);
        return text == null ? BigDecimal.ZERO : new BigDecimal(text);
    }

    Line set(FocusColumn column, String text) {
        cells.put(column, text);
        return this;
    }

    Line set(FocusColumn column, BigDecimal number) {
        return set(column, number.setScale(Math.max(number.scale(), 1)).toPlainString());
    }

    Line clear(FocusColumn... columns) {
        for (FocusColumn column : columns) {
            cells.remove(column);
        }
        return this;
    }

    /** List price, contracted price, quantity and unit, with the two costs that follow. */
    Line priced(String list, String contracted, String quantity, String unit) {
        return set(FocusColumn.LIST_UNIT_PRICE, list)
                .set(FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE, list)
                .set(FocusColumn.CONTRACTED_UNIT_PRICE, contracted)
                .set(FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE, contracted)
                .set(FocusColumn.PRICING_QUANTITY, quantity)
                .set(FocusColumn.PRICING_UNIT, unit)
                .set(FocusColumn.LIST_COST, new BigDecimal(list).multiply(new BigDecimal(quantity)))
                .set(FocusColumn.CONTRACTED_COST, new BigDecimal(contracted).multiply(new BigDecimal(quantity)));
    }

    Line consumed(String quantity, String unit) {
        return set(FocusColumn.CONSUMED_QUANTITY, quantity).set(FocusColumn.CONSUMED_UNIT, unit);
    }

    Line billed(BigDecimal billed) {
        return set(FocusColumn.BILLED_COST, billed);
    }

    Line effective(BigDecimal effective) {
        return set(FocusColumn.EFFECTIVE_COST, effective)
                .set(FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST, effective);
    }

    /** Billed and effective as contracted. */
    Line plain() {
        BigDecimal cost = number(FocusColumn.CONTRACTED_COST);
        return billed(cost).effective(cost);
    }

    Line sku(String skuId, String skuPriceId, String pricingCategory) {
        return set(FocusColumn.SKU_ID, skuId)
                .set(FocusColumn.SKU_METER, "Meter of " + skuId)
                .set(FocusColumn.SKU_PRICE_ID, skuPriceId)
                .set(FocusColumn.PRICING_CATEGORY, pricingCategory);
    }

    Line resource(String id, String name, String type) {
        return set(FocusColumn.RESOURCE_ID, id)
                .set(FocusColumn.RESOURCE_NAME, name)
                .set(FocusColumn.RESOURCE_TYPE, type);
    }

    Line service(String name, String category, String subcategory) {
        return set(FocusColumn.SERVICE_NAME, name)
                .set(FocusColumn.SERVICE_CATEGORY, category)
                .set(FocusColumn.SERVICE_SUBCATEGORY, subcategory);
    }

    Line commitment(String id, String category, String unit, String quantity) {
        return set(FocusColumn.COMMITMENT_DISCOUNT_ID, id)
                .set(FocusColumn.COMMITMENT_DISCOUNT_NAME, "Name of " + id)
                .set(FocusColumn.COMMITMENT_DISCOUNT_TYPE, "Type of " + id)
                .set(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, category)
                .set(FocusColumn.COMMITMENT_DISCOUNT_UNIT, unit)
                .set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, quantity);
    }

    Line period(String start, String end) {
        return set(FocusColumn.CHARGE_PERIOD_START, start + "T00:00:00Z")
                .set(FocusColumn.CHARGE_PERIOD_END, end + "T00:00:00Z");
    }
}
