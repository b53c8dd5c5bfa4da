package io.focusgen.generate;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Price;
import io.focusgen.catalog.Region;
import io.focusgen.catalog.Service;
import io.focusgen.catalog.SkuTexts;
import io.focusgen.estate.Resource;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.ChargeFrequency;
import io.focusgen.focus.CustomColumn;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.OrganisationAttribute;
import io.focusgen.focus.OutputColumn;
import io.focusgen.focus.PricingCategory;

/**
 * The text cells of one line, by column; reused from line to line. What the lines of a bill have in common is set once and
 * kept. Not thread-safe.
 */
public final class Cells implements CustomColumn.Facts {

    private final @Nullable String[] texts = new @Nullable String[FocusColumn.values().length];
    private final @Nullable String[] common = new @Nullable String[FocusColumn.values().length];
    private @Nullable String company;
    private @Nullable String subAccountType;
    private @Nullable SubAccount account;
    private @Nullable Resource resource;
    private final ResourceTexts resourceTexts = new ResourceTexts();
    private final PriceTexts priceTexts = new PriceTexts();

    /** What every line of a bill says of its payer. @param subAccountType what {@link #account} calls an account */
    void bill(String ofCompany, String ofSubAccounts) {
        company = ofCompany;
        subAccountType = ofSubAccounts;
    }

    /** Makes every cell null. */
    public void clear() {
        Arrays.fill(texts, null);
        account = null;
        resource = null;
    }

    /** Keeps the cells as they are now for the lines to come: {@link #next} begins with them. */
    public void keep() {
        System.arraycopy(texts, 0, common, 0, texts.length);
    }

    /** Begins another line with the cells that were kept. */
    public void next() {
        System.arraycopy(common, 0, texts, 0, texts.length);
        account = null;
        resource = null;
    }

    /** The text of a cell, or null. */
    public @Nullable String get(OutputColumn column) {
        return column instanceof FocusColumn focus
                ? texts[focus.ordinal()]
                : ((CustomColumn) column).source().text(this);
    }

    @Override
    public @Nullable String tag(String key) {
        String tags = get(FocusColumn.TAGS);
        return tags == null ? null : TagText.value(tags, key);
    }

    @Override
    public @Nullable String organisation(OrganisationAttribute attribute) {
        return switch (attribute) {
            case TEAM -> account == null ? null : account.holder().name();
            case APPLICATION -> resource == null ? null : resource.application();
            case ENVIRONMENT -> account == null ? null : account.environment().label();
            case OWNER -> account == null ? null : account.holder().owner();
            case COST_CENTRE -> account == null ? null : account.holder().costCentre();
            case BUSINESS_UNIT -> account == null ? null : account.holder().businessUnit();
            case HIERARCHY -> account == null ? null : account.path();
            case COMPANY -> company;
        };
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

    /** Who makes what the provider only sells: to it, the provider is the host. */
    Cells publisher(String publisher) {
        return set(FocusColumn.PUBLISHER_NAME, publisher).set(FocusColumn.SERVICE_PROVIDER_NAME, publisher);
    }

    Cells region(@Nullable Region region) {
        return region == null
                ? this
                : set(FocusColumn.REGION_ID, region.id()).set(FocusColumn.REGION_NAME, region.name());
    }

    /** The account that the line belongs to, and so everyone above it. */
    Cells account(SubAccount owner) {
        account = owner;
        return set(FocusColumn.SUB_ACCOUNT_ID, owner.id()).set(FocusColumn.SUB_ACCOUNT_NAME, owner.name())
                .set(FocusColumn.SUB_ACCOUNT_TYPE, subAccountType);
    }

    /** Who pays for a line that belongs to no account. */
    Cells payer(SubAccount pays) {
        account = pays;
        return this;
    }

    /** The resource that the line is about, and its account. @param zoned whether its zone is named */
    Cells resource(Resource used, boolean zoned) {
        resource = used;
        resourceTexts.of(used);
        return account(used.account()).set(FocusColumn.TAGS, resourceTexts.tags())
                .set(FocusColumn.RESOURCE_ID, resourceTexts.id())
                .set(FocusColumn.RESOURCE_TYPE, used.kit().blueprint().resourceType())
                .set(FocusColumn.RESOURCE_NAME, resourceTexts.name())
                .set(FocusColumn.AVAILABILITY_ZONE, zoned ? used.zone() : null);
    }

    Cells sku(SkuTexts sku) {
        return set(FocusColumn.SKU_ID, sku.id()).set(FocusColumn.SKU_PRICE_ID, sku.priceId())
                .set(FocusColumn.SKU_METER, sku.meter()).set(FocusColumn.SKU_PRICE_DETAILS, sku.details());
    }

    /** @param list and @param contracted in dollars */
    Cells prices(Money money, Price list, Price contracted, String unit, PricingCategory category) {
        return set(FocusColumn.LIST_UNIT_PRICE, priceTexts.of(money.localPrice(list)))
                .set(FocusColumn.CONTRACTED_UNIT_PRICE, priceTexts.of(money.localPrice(contracted)))
                .set(FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE, priceTexts.of(list))
                .set(FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE, priceTexts.of(contracted))
                .set(FocusColumn.PRICING_UNIT, unit).set(FocusColumn.PRICING_CATEGORY, category.label());
    }

    /** The texts of the resource of the last line: the next line mostly is about the same one. */
    private static final class ResourceTexts {

        private @Nullable Resource last;
        private String id = "";
        private String name = "";
        private @Nullable String tags;

        void of(Resource resource) {
            if (resource != last) {
                last = resource;
                id = resource.id();
                name = resource.name();
                tags = resource.tags();
            }
        }

        String id() {
            return id;
        }

        String name() {
            return name;
        }

        @Nullable
        String tags() {
            return tags;
        }
    }
}
