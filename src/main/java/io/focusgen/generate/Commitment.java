package io.focusgen.generate;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.CommitmentOffer;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.catalog.Region;
import io.focusgen.catalog.Service;
import io.focusgen.catalog.Sku;
import io.focusgen.estate.Company;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.ChargeFrequency;
import io.focusgen.focus.CommitmentStatus;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.PricingCategory;

/**
 * A commitment as its rows show it.
 *
 * @param company whose it is
 * @param offer what was bought
 * @param sku what its own rows are charged on
 * @param id unique in the provider
 * @param name readable
 * @param buyer the account that bought it; its usage may be anywhere in the organisation
 * @param region where it holds, or null for everywhere
 * @param unit CommitmentDiscountUnit
 * @param price of a unit, in dollars
 * @param terms what was committed to, for the description
 */
record Commitment(Company company, CommitmentOffer offer, Sku sku, String id, String name, SubAccount buyer,
        @Nullable Region region, String unit, Price price, String terms) {

    /** The cells that every row of a commitment has. */
    void describe(Cells cells) {
        cells.set(FocusColumn.COMMITMENT_DISCOUNT_ID, id).set(FocusColumn.COMMITMENT_DISCOUNT_NAME, name)
                .set(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, offer.category().label())
                .set(FocusColumn.COMMITMENT_DISCOUNT_TYPE, offer.type())
                .set(FocusColumn.COMMITMENT_DISCOUNT_UNIT, unit);
    }

    /** The provider's own sentence, and what was committed to. */
    private String description() {
        return company.catalog().description(offer, price, region) + ", " + terms;
    }

    private void describeOwn(Cells cells, Money money, PriceTerm term, PricingCategory category) {
        Catalog catalog = company.catalog();
        describe(cells);
        cells.service(offer.service()).region(region).account(buyer).sku(catalog.texts(sku, region, term, 0));
        cells.prices(money, price, price, sku.unit(), category);
        cells.set(FocusColumn.RESOURCE_ID, id).set(FocusColumn.RESOURCE_TYPE, offer.resourceType())
                .set(FocusColumn.RESOURCE_NAME, name)
                .set(FocusColumn.TAGS, tags());
    }

    /** Those of the account that bought it, or null where nobody tagged it. */
    private @Nullable String tags() {
        return company.accountTags(buyer, tagPlace());
    }

    /** Who buys plans tags them; reservations are older than that habit. */
    private double tagPlace() {
        return switch (offer.category()) {
            case USAGE -> 0.9;
            case SPEND -> 0.3;
        };
    }

    /** A row of its own, charged to its buyer. */
    private abstract static class Own extends Charge {

        final Commitment commitment;
        final Money money;

        Own(Commitment commitment, Money money, Spread quantity, Rates rates) {
            super(quantity, rates, false);
            this.commitment = commitment;
            this.money = money;
        }

        @Override
        public final boolean tagged() {
            return commitment.tags() != null;
        }

        @Override
        public Service service() {
            return commitment.offer.service();
        }

        @Override
        public SubAccount account() {
            return commitment.buyer;
        }
    }

    /** The recurring fee of every charge period. */
    static final class Purchase extends Own {

        Purchase(Commitment commitment, Money money, Spread quantity) {
            super(commitment, money, quantity, Rates.commitmentPurchase(money, commitment.price));
        }

        @Override
        public ChargeCategory category() {
            return ChargeCategory.PURCHASE;
        }

        @Override
        public void describe(Cells cells) {
            cells.charge(ChargeCategory.PURCHASE, ChargeFrequency.RECURRING,
                    commitment.description() + ", recurring fee");
            commitment.describeOwn(cells, money, PriceTerm.PURCHASE, PricingCategory.STANDARD);
        }
    }

    /** What of it nobody used. */
    static final class Unused extends Own {

        Unused(Commitment commitment, Money money, Spread quantity) {
            super(commitment, money, quantity, Rates.unused(money, commitment.price));
        }

        @Override
        public ChargeCategory category() {
            return ChargeCategory.USAGE;
        }

        @Override
        public CommitmentStatus commitmentStatus() {
            return CommitmentStatus.UNUSED;
        }

        @Override
        public void describe(Cells cells) {
            cells.charge(ChargeCategory.USAGE, ChargeFrequency.USAGE_BASED,
                    commitment.description() + ", unused");
            commitment.describeOwn(cells, money, PriceTerm.UNUSED, PricingCategory.COMMITTED);
            cells.set(FocusColumn.COMMITMENT_DISCOUNT_STATUS, CommitmentStatus.UNUSED.label());
        }
    }
}
