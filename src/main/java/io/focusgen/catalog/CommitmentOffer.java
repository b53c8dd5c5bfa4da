package io.focusgen.catalog;

import io.focusgen.focus.CommitmentCategory;

/**
 * A commitment that can be bought: one line of a provider's table of products, terms and payments.
 *
 * @param key its name in the tables
 * @param product what is sold under several terms and payments; where a SKU of this key exists, its own rows are charged on
 *     it, else on the SKU that the commitment is for
 * @param service the service of purchases and unused rows
 * @param type CommitmentDiscountType
 * @param unit CommitmentDiscountUnit
 * @param termYears 1 or 3
 * @param payment when it is paid
 * @param paymentName the same in the provider's words, e.g. {@code No Upfront}
 * @param fee what a row of the recurring fee pays for
 * @param upfront share that is paid at once, 0 to 1
 * @param discount share off the list price, above 0 and below 1
 * @param meter template of SkuMeter of its own rows, with {@code machine family part} beside the region's names
 * @param idTemplate of CommitmentDiscountId
 * @param nameTemplate of CommitmentDiscountName, with {@code machine family region_id}
 * @param resourceType ResourceType of its own rows
 * @param description template of ChargeDescription, see {@link Catalog#texts(OfferUse)}
 */
public record CommitmentOffer(String key, String product, Service service, String type, CommitmentCategory category,
        String unit, int termYears, CommitmentPayment payment, String paymentName, FeePeriod fee, Multiplier upfront,
        Multiplier discount, String meter, String idTemplate, String nameTemplate, String resourceType,
        String description) {

    /** Parts of a price have so many decimals at least. */
    private static final int PART_DECIMALS = 4;

    /** What a unit costs under it whose list price is this, everything that is paid for it together. */
    public Price price(Price list) {
        return list.times(discount.complement());
    }

    /** Whether anything is paid at once. */
    public boolean isUpfront() {
        return upfront.unscaled() > 0;
    }

    /** The part of a unit's price that was paid at once; hardly finer than the price. */
    public Price upfrontPart(Price price) {
        return price.times(upfront).rounded(Math.max(price.scale(), PART_DECIMALS));
    }

    /** The part of a unit's price that the recurring fee pays: the rest. */
    public Price recurringPart(Price price) {
        return price.minus(upfrontPart(price));
    }
}
