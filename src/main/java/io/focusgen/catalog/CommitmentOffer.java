package io.focusgen.catalog;

import io.focusgen.focus.CommitmentCategory;

/**
 * A commitment that can be bought.
 *
 * @param key its name in the tables; where a SKU of this key exists, purchases and unused rows are charged on it, else
 *     on the SKU that the commitment is for
 * @param service the service of purchases and unused rows
 * @param type CommitmentDiscountType
 * @param unit CommitmentDiscountUnit
 * @param termYears 1 or 3
 * @param payment e.g. {@code No Upfront}
 * @param discount share off the list price, above 0 and below 1
 * @param idTemplate of CommitmentDiscountId
 * @param nameTemplate of CommitmentDiscountName, with {@code machine family region_id}
 * @param resourceType ResourceType of its own rows
 * @param description template of ChargeDescription, see {@link Catalog#description}
 */
public record CommitmentOffer(String key, Service service, String type, CommitmentCategory category, String unit,
        int termYears, String payment, Multiplier discount, String idTemplate, String nameTemplate,
        String resourceType, String description) {

    /** What a unit costs under it whose list price is this. */
    public Price price(Price list) {
        return list.times(discount.complement());
    }
}
