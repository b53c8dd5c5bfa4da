package io.focusgen.generate;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Price;
import io.focusgen.catalog.Region;
import io.focusgen.catalog.Service;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.ChargeFrequency;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.PricingCategory;

/** The text cells of one line, by column; reused from line to line. Not thread-safe. */
public final class Cells {

    private @Nullable String subAccountType;
    private final @Nullable String[] texts = new @Nullable String[FocusColumn.values().length];

    /** What {@link #account} calls an account from now on. */
    void subAccountType(String type) {
        subAccountType = type;
    }

    /** Makes every cell null. */
    public void clear() {
        Arrays.fill(texts, null);
    }

    /** The text of a cell, or null. */
    public @Nullable String get(FocusColumn column) {
        return texts[column.ordinal()];
    }

    /** Sets a cell; null clears it. */
    public Cells set(FocusColumn column, @Nullable String text) {
        texts[column.ordinal()] = text;
        return this;
    }

    Cells charge(ChargeCategory category, ChargeFrequency frequency, String description) {
        return set(FocusColumn.CHARGE_CATEGORY, category.label()).set(FocusColumn.CHARGE_FREQUENCY, frequency.label())
                .set(FocusColumn.CHARGE_DESCRIPTION, description);
    }

    Cells service(Service service) {
        return set(FocusColumn.SERVICE_NAME, service.name())
                .set(FocusColumn.SERVICE_CATEGORY, service.category().label())
                .set(FocusColumn.SERVICE_SUBCATEGORY, service.subcategory());
    }

    Cells region(@Nullable Region region) {
        return region == null
                ? this
                : set(FocusColumn.REGION_ID, region.id()).set(FocusColumn.REGION_NAME, region.name());
    }

    Cells account(SubAccount account) {
        return set(FocusColumn.SUB_ACCOUNT_ID, account.id()).set(FocusColumn.SUB_ACCOUNT_NAME, account.name())
                .set(FocusColumn.SUB_ACCOUNT_TYPE, subAccountType);
    }

    Cells sku(String skuId, String skuPriceId, String meter, @Nullable String details) {
        return set(FocusColumn.SKU_ID, skuId).set(FocusColumn.SKU_PRICE_ID, skuPriceId)
                .set(FocusColumn.SKU_METER, meter)
                .set(FocusColumn.SKU_PRICE_DETAILS, details);
    }

    /** @param list and @param contracted in dollars */
    Cells prices(Money money, Price list, Price contracted, String unit, PricingCategory category) {
        return set(FocusColumn.LIST_UNIT_PRICE, money.localPrice(list).text())
                .set(FocusColumn.CONTRACTED_UNIT_PRICE, money.localPrice(contracted).text())
                .set(FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE, list.text())
                .set(FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE, contracted.text())
                .set(FocusColumn.PRICING_UNIT, unit).set(FocusColumn.PRICING_CATEGORY, category.label());
    }
}
