package io.focusgen.conform;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.FocusColumn;

/** One row of a {@link SampleBill}, under a label by which a test finds it. Prices are given in dollars. */
final class Line {

    private static final int PRICE_DIGITS = 7;
    private static final int COST_DECIMALS = 10;

    private final String label;
    private BigDecimal rate = BigDecimal.ONE;
    private final Map<FocusColumn, String> cells = new EnumMap<>(FocusColumn.class);

    Line(String label) {
        this.label = label;
    }

    Line copy() {
        Line copy = new Line(label);
        copy.cells.putAll(cells);
        copy.rate = rate;
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

    /** What a dollar costs in this currency, which is the one that is billed. */
    Line currency(String code, String perUsd) {
        rate = new BigDecimal(perUsd);
        return set(FocusColumn.BILLING_CURRENCY, code);
    }

    Line currencyOf(Line other) {
        return currency(String.valueOf(other.get(FocusColumn.BILLING_CURRENCY)), other.rate.toPlainString());
    }

    /** Dollars as a price in the billing currency. */
    BigDecimal local(String usd) {
        BigDecimal price = new BigDecimal(usd).multiply(rate);
        if (rate.equals(BigDecimal.ONE)) {
            return price;
        }
        BigDecimal rounded = price.round(new MathContext(PRICE_DIGITS, RoundingMode.HALF_UP)).stripTrailingZeros();
        return rounded.setScale(Math.max(rounded.scale(), 1));
    }

    /** Dollars as they are in the billing currency, to the last digit. */
    BigDecimal exact(String usd) {
        return new BigDecimal(usd).multiply(rate);
    }

    /** List price, contracted price, quantity and unit, with the two costs that follow. */
    Line priced(String list, String contracted, String quantity, String unit) {
        BigDecimal units = new BigDecimal(quantity);
        return set(FocusColumn.LIST_UNIT_PRICE, local(list))
                .set(FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE, list)
                .set(FocusColumn.CONTRACTED_UNIT_PRICE, local(contracted))
                .set(FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE, contracted)
                .set(FocusColumn.PRICING_QUANTITY, quantity)
                .set(FocusColumn.PRICING_UNIT, unit)
                .set(FocusColumn.LIST_COST, local(list).multiply(units))
                .set(FocusColumn.CONTRACTED_COST, local(contracted).multiply(units));
    }

    Line consumed(String quantity, String unit) {
        return set(FocusColumn.CONSUMED_QUANTITY, quantity).set(FocusColumn.CONSUMED_UNIT, unit);
    }

    Line billed(BigDecimal billed) {
        return set(FocusColumn.BILLED_COST, billed);
    }

    Line effective(BigDecimal effective) {
        BigDecimal dollars = rate.equals(BigDecimal.ONE)
                ? effective
                : effective.divide(rate, COST_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return set(FocusColumn.EFFECTIVE_COST, effective).set(FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST, dollars);
    }

    /** Billed and effective as contracted. */
    Line plain() {
        BigDecimal cost = number(FocusColumn.CONTRACTED_COST);
        return billed(cost).effective(cost);
    }

    /** Billed as contracted, effective where it is used. */
    Line bought() {
        return billed(number(FocusColumn.CONTRACTED_COST)).effective(BigDecimal.ZERO);
    }

    /** Effective as contracted, billed with the purchase. */
    Line covered() {
        return effective(number(FocusColumn.CONTRACTED_COST)).billed(BigDecimal.ZERO);
    }

    /** SKU and price by nicknames. */
    Line sku(String sku, String price, String pricingCategory) {
        return set(FocusColumn.SKU_ID, Nickname.sku(provider(), sku))
                .set(FocusColumn.SKU_METER, "Meter of " + sku)
                .set(FocusColumn.SKU_PRICE_ID, Nickname.price(provider(), sku, price))
                .set(FocusColumn.PRICING_CATEGORY, pricingCategory);
    }

    private String provider() {
        return cells.getOrDefault(FocusColumn.PROVIDER_NAME, "");
    }

    /** @param id a nickname, or an id */
    Line resource(String id, String name, String type) {
        return set(FocusColumn.RESOURCE_ID, Nickname.resource(provider(), id))
                .set(FocusColumn.RESOURCE_NAME, name)
                .set(FocusColumn.RESOURCE_TYPE, type);
    }

    Line service(String name, String category, String subcategory) {
        return set(FocusColumn.SERVICE_NAME, name)
                .set(FocusColumn.SERVICE_CATEGORY, category)
                .set(FocusColumn.SERVICE_SUBCATEGORY, subcategory);
    }

    Line commitment(String id, String category, String unit, String quantity) {
        return set(FocusColumn.COMMITMENT_DISCOUNT_ID, Nickname.resource(provider(), id))
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
