package io.focusgen.pricelist;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.CommitmentOffer;
import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Multiplier;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.catalog.Region;
import io.focusgen.catalog.Sku;
import io.focusgen.catalog.SupportPlan;
import io.focusgen.estate.Company;
import io.focusgen.focus.CommitmentCategory;
import io.focusgen.focus.PricingCategory;

/** Under which terms a company gets the SKUs of a provider, and at which prices in dollars. */
final class SkuPrices {

    private final Company company;
    private final Catalog catalog;
    private final CommitmentOffer reservation;
    private final CommitmentOffer spendPlan;
    private final boolean[] undiscounted;
    private final boolean[] reserved;

    /**
     * One price of a SKU.
     *
     * @param tier index in the SKU's tiers
     * @param list in dollars
     * @param contracted in dollars
     */
    record Terms(PriceTerm term, int tier, PricingCategory category, Price list, Price contracted,
            String description) {
    }

    SkuPrices(Company company) {
        this.company = company;
        catalog = company.catalog();
        reservation = company.offer(CommitmentCategory.USAGE);
        spendPlan = company.offer(CommitmentCategory.SPEND);
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
        if (sku.key().equals(spendPlan.key())) {
            return bought(spendPlan, catalog.price(sku, 0, region), region);
        }
        List<Terms> terms = new ArrayList<>();
        for (int tier = 0; tier < sku.tiers().size(); tier++) {
            Price list = catalog.price(sku, tier, region);
            terms.add(new Terms(PriceTerm.ON_DEMAND, tier, PricingCategory.STANDARD, list,
                    undiscounted[sku.index()] ? list : company.contracted(list),
                    catalog.description(sku, tier, region)));
        }
        Price list = catalog.price(sku, 0, region);
        Multiplier spot = sku.spotDiscount();
        if (spot != null) {
            terms.add(new Terms(PriceTerm.SPOT, 0, PricingCategory.DYNAMIC, list,
                    company.contracted(list).times(spot.complement()), catalog.spotDescription(sku, list, region)));
        }
        if (sku.eligible()) {
            terms.add(new Terms(PriceTerm.COMMITTED, 0, PricingCategory.COMMITTED, list, company.contracted(list),
                    catalog.description(sku, 0, region)));
        }
        if (reserved[sku.index()]) {
            terms.addAll(bought(reservation, reservation.price(list), region));
        }
        return terms;
    }

    /** A commitment's own prices: what it is bought at is also what its unused part costs. */
    private List<Terms> bought(CommitmentOffer offer, Price price, @Nullable Region region) {
        String description = catalog.description(offer, price, region);
        return List.of(new Terms(PriceTerm.PURCHASE, 0, PricingCategory.STANDARD, price, price, description),
                new Terms(PriceTerm.UNUSED, 0, PricingCategory.COMMITTED, price, price, description + ", unused"));
    }
}
