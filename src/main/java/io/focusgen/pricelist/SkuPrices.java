package io.focusgen.pricelist;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.CommitmentOffer;
import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Multiplier;
import io.focusgen.catalog.OfferUse;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.catalog.Region;
import io.focusgen.catalog.Sku;
import io.focusgen.catalog.SkuTexts;
import io.focusgen.catalog.SupportPlan;
import io.focusgen.estate.Company;
import io.focusgen.focus.CommitmentCategory;
import io.focusgen.focus.PricingCategory;

/** Under which terms a company gets the SKUs of a provider, and at which prices in dollars. */
final class SkuPrices {

    private final Company company;
    private final Catalog catalog;
    private final boolean[] undiscounted;
    private final boolean[] reserved;

    /**
     * One price of a SKU.
     *
     * @param tier index in the SKU's tiers
     * @param list in dollars
     * @param contracted in dollars
     * @param texts what charges under these terms say of the SKU
     */
    record Terms(PriceTerm term, int tier, PricingCategory category, Price list, Price contracted, SkuTexts texts) {
    }

    SkuPrices(Company company) {
        this.company = company;
        catalog = company.catalog();
        undiscounted = new boolean[catalog.skus().size()];
        reserved = new boolean[catalog.skus().size()];
        for (SupportPlan plan : catalog.supportPlans()) {
            undiscounted[plan.sku().index()] = true;
        }
        catalog.marketplace().forEach(product -> undiscounted[product.sku().index()] = true);
        for (Machine machine : company.mix().reservedMachines()) {
            for (Machine.Part part : machine.parts()) {
                reserved[part.sku().index()] = true;
            }
        }
    }

    /**
     * All prices of a SKU in a region, at least one.
     *
     * @param region null exactly for SKUs of global services
     */
    List<Terms> of(Sku sku, @Nullable Region region) {
        List<Terms> terms = new ArrayList<>();
        for (CommitmentOffer offer : catalog.offers()) {
            if (offer.product().equals(sku.key())) {
                bought(offer, sku, region, catalog.price(sku, 0, region), terms);
            }
        }
        if (!terms.isEmpty()) {
            return terms;
        }
        for (int tier = 0; tier < sku.tiers().size(); tier++) {
            Price list = catalog.price(sku, tier, region);
            terms.add(new Terms(PriceTerm.ON_DEMAND, tier, PricingCategory.STANDARD, list,
                    undiscounted[sku.index()] ? list : company.contracted(list),
                    catalog.texts(sku, region, PriceTerm.ON_DEMAND, tier)));
        }
        Price list = catalog.price(sku, 0, region);
        Multiplier spot = sku.spotDiscount();
        if (spot != null) {
            terms.add(new Terms(PriceTerm.SPOT, 0, PricingCategory.DYNAMIC, list,
                    company.contracted(list).times(spot.complement()),
                    catalog.texts(sku, region, PriceTerm.SPOT, 0)));
        }
        if (sku.eligible()) {
            terms.add(new Terms(PriceTerm.COMMITTED, 0, PricingCategory.COMMITTED, list, company.contracted(list),
                    catalog.texts(sku, region, PriceTerm.COMMITTED, 0)));
        }
        if (reserved[sku.index()]) {
            for (CommitmentOffer offer : catalog.offers()) {
                if (offer.category() == CommitmentCategory.USAGE) {
                    bought(offer, sku, region, offer.price(list), terms);
                }
            }
        }
        return terms;
    }

    /** A commitment's own prices: what is paid at once, what is paid again and again, and both for its unused part. */
    private void bought(CommitmentOffer offer, Sku sku, @Nullable Region region, Price price, List<Terms> terms) {
        Price upfront = offer.upfrontPart(price);
        Price recurring = offer.recurringPart(price);
        if (!upfront.isZero()) {
            terms.add(bought(offer, sku, region, PriceTerm.UPFRONT, PricingCategory.STANDARD, upfront));
        }
        if (!recurring.isZero()) {
            terms.add(bought(offer, sku, region, PriceTerm.PURCHASE, PricingCategory.STANDARD, recurring));
        }
        terms.add(bought(offer, sku, region, PriceTerm.UNUSED, PricingCategory.COMMITTED, price));
    }

    private Terms bought(CommitmentOffer offer, Sku sku, @Nullable Region region, PriceTerm term,
            PricingCategory category, Price price) {
        OfferUse use = new OfferUse(offer, sku, company.mix().planFamily(), region, term, price);
        return new Terms(term, 0, category, price, price, catalog.texts(use));
    }
}
