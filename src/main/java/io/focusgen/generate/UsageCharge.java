package io.focusgen.generate;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.catalog.Region;
import io.focusgen.catalog.Service;
import io.focusgen.catalog.Sku;
import io.focusgen.catalog.SkuTexts;
import io.focusgen.estate.Lifetime;
import io.focusgen.estate.QuantityScale;
import io.focusgen.estate.Resource;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.ChargeFrequency;
import io.focusgen.focus.CommitmentStatus;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.PricingCategory;

/** A meter of a resource: on demand, on spare capacity, or covered by a commitment. */
final class UsageCharge extends Charge {

    private final Money money;
    private final Resource resource;
    private final Sku sku;
    private final int tier;
    private final PriceTerm term;
    private final Price contracted;
    private final @Nullable Commitment commitment;

    /** @param contracted in dollars */
    UsageCharge(Money money, Resource resource, Sku sku, int tier, PriceTerm term, Price contracted, Spread quantity,
            Rates rates, @Nullable Commitment commitment) {
        super(quantity, rates, false);
        this.money = money;
        this.contracted = contracted;
        this.resource = resource;
        this.sku = sku;
        this.tier = tier;
        this.term = term;
        this.commitment = commitment;
    }

    /** The same as it is in a month with peak days; itself where they bring it no more. */
    UsageCharge peaked() {
        return quantity().rises()
                ? new UsageCharge(money, resource, sku, tier, term, contracted, quantity().peaked(), rates(),
                        commitment)
                : this;
    }

    @Override
    public Sku sku() {
        return sku;
    }

    /** Whether tax is owed on it: commitments' usage is taxed with nobody. */
    boolean taxed() {
        return commitment == null;
    }

    /** What it is billed at, about, in the billing currency: to compare charges by. */
    double cost() {
        return rates().billed().toBigDecimal().doubleValue() * quantity().total()
                / QuantityScale.powerOfTen(quantity().scale());
    }

    /** Whether a part of it can be taken back by itself: at one price, paid for as it was used. */
    boolean correctable() {
        return commitment == null && term == PriceTerm.ON_DEMAND && !sku.isTiered() && !sku.isFree();
    }

    /** What a credit for it says of what it is for. */
    void describeCredit(Cells cells) {
        Region region = sku.service().global() ? null : resource.region();
        SkuTexts texts = resource.company().catalog().texts(sku, region, term, tier);
        cells.service(sku.service()).region(region).resource(resource, resource.kit().zoned() && region != null);
        cells.set(FocusColumn.SKU_ID, texts.id()).set(FocusColumn.SKU_METER, texts.meter());
    }

    /** The tags of its account where it has some itself: what is charged beside it has them, too. */
    @Nullable
    String accountTags() {
        return resource.accountTags();
    }

    /** Whether its resource is there in this month alone. */
    boolean livesOnce() {
        return resource.kit().blueprint().lifetime() == Lifetime.ONCE;
    }

    @Override
    public ChargeCategory category() {
        return ChargeCategory.USAGE;
    }

    @Override
    public Service service() {
        return sku.service();
    }

    @Override
    public SubAccount account() {
        return resource.account();
    }

    @Override
    public @Nullable CommitmentStatus commitmentStatus() {
        return commitment == null ? null : CommitmentStatus.USED;
    }

    @Override
    public boolean eligible() {
        return sku.eligible() && term != PriceTerm.SPOT;
    }

    @Override
    public boolean tagged() {
        return resource.tagged();
    }

    @Override
    public void describe(Cells cells) {
        Catalog catalog = resource.company().catalog();
        Region region = sku.service().global() ? null : resource.region();
        SkuTexts texts = catalog.texts(sku, region, term, tier);
        cells.charge(ChargeCategory.USAGE, ChargeFrequency.USAGE_BASED, texts.description());
        cells.service(sku.service()).region(region).sku(texts);
        cells.prices(money, catalog.price(sku, tier, region), contracted, sku.unit(), pricingCategory());
        cells.set(FocusColumn.CONSUMED_UNIT, sku.consumedUnit());
        cells.resource(resource, resource.kit().zoned() && region != null);
        if (commitment != null) {
            commitment.describe(cells);
            cells.set(FocusColumn.COMMITMENT_DISCOUNT_STATUS, CommitmentStatus.USED.label());
        }
    }

    private PricingCategory pricingCategory() {
        return switch (term) {
            case ON_DEMAND, PURCHASE, UPFRONT -> PricingCategory.STANDARD;
            case SPOT -> PricingCategory.DYNAMIC;
            case COMMITTED, UNUSED -> PricingCategory.COMMITTED;
        };
    }
}
