package io.focusgen.generate;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.CommitmentOffer;
import io.focusgen.catalog.OfferUse;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.catalog.Region;
import io.focusgen.catalog.Service;
import io.focusgen.catalog.Sku;
import io.focusgen.catalog.SkuTexts;
import io.focusgen.estate.Company;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.ChargeFrequency;
import io.focusgen.focus.CommitmentStatus;
import io.focusgen.focus.Decimal;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.PricingCategory;

/**
 * A commitment as its rows show it: one term of what was bought.
 *
 * @param company whose it is
 * @param offer what was bought
 * @param sku what its own rows are charged on
 * @param id unique in the provider
 * @param name readable
 * @param buyer the account that bought it; its usage may be anywhere in the organisation
 * @param region where it holds, or null for everywhere
 * @param price of a unit, in dollars, everything that is paid for it together
 * @param bought what the billing currency cost when it was bought
 * @param terms what was committed to, for the description
 */
record Commitment(Company company, CommitmentOffer offer, Sku sku, String id, String name, SubAccount buyer,
        @Nullable Region region, Price price, Money bought, String terms) {

    /** What is paid for a unit at once, in dollars. */
    Price upfront() {
        return offer.upfrontPart(price);
    }

    /** What is paid for a unit again and again, in dollars. */
    Price recurring() {
        return offer.recurringPart(price);
    }

    /**
     * What a unit costs with what was paid at once spread over the term, in the billing currency: that part at the rate at
     * which it was paid, so that it sums up to it.
     */
    Decimal amortised(Money money) {
        return bought.local(upfront()).plus(money.local(recurring()));
    }

    /** The cells that every row of a commitment has. */
    void describe(Cells cells) {
        cells.set(FocusColumn.COMMITMENT_DISCOUNT_ID, id).set(FocusColumn.COMMITMENT_DISCOUNT_NAME, name)
                .set(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, offer.category().label())
                .set(FocusColumn.COMMITMENT_DISCOUNT_TYPE, offer.type())
                .set(FocusColumn.COMMITMENT_DISCOUNT_UNIT, unit());
    }

    /** What it is measured in: cores and memory have units of their own. */
    private String unit() {
        return switch (offer.category()) {
            case USAGE -> sku.unit();
            case SPEND -> offer.unit();
        };
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

        private final Commitment commitment;
        private final Money money;
        private final PriceTerm term;
        private final Price price;

        Own(Commitment commitment, Money money, PriceTerm term, Price price, Spread quantity, Rates rates) {
            super(quantity, rates, false);
            this.commitment = commitment;
            this.money = money;
            this.term = term;
            this.price = price;
        }

        Own(Commitment commitment, Money money, PriceTerm term, Price price, Spread quantity, Rates rates,
                ChargePeriod period) {
            super(quantity, rates, period);
            this.commitment = commitment;
            this.money = money;
            this.term = term;
            this.price = price;
        }

        @Override
        public final boolean tagged() {
            return commitment.tags() != null;
        }

        @Override
        public final Service service() {
            return commitment.offer.service();
        }

        @Override
        public final SubAccount account() {
            return commitment.buyer;
        }

        final void describe(Cells cells, ChargeFrequency frequency, PricingCategory pricing) {
            Catalog catalog = commitment.company.catalog();
            SkuTexts texts = catalog.texts(new OfferUse(commitment.offer, commitment.sku,
                    commitment.company.mix().planFamily(), commitment.region, term, price));
            cells.charge(category(), frequency, texts.description() + ", " + commitment.terms);
            commitment.describe(cells);
            cells.service(commitment.offer.service()).region(commitment.region).account(commitment.buyer).sku(texts);
            cells.prices(money, price, price, commitment.sku.unit(), pricing);
            cells.set(FocusColumn.RESOURCE_ID, commitment.id)
                    .set(FocusColumn.RESOURCE_TYPE, commitment.offer.resourceType())
                    .set(FocusColumn.RESOURCE_NAME, commitment.name)
                    .set(FocusColumn.TAGS, commitment.tags());
        }
    }

    /** A purchase: the fee of some periods, or what is paid for the whole term at once. */
    static final class Purchase extends Own {

        private final ChargeFrequency frequency;

        /** The fee of charge periods. */
        Purchase(Commitment commitment, Money money, Spread quantity) {
            super(commitment, money, PriceTerm.PURCHASE, commitment.recurring(), quantity,
                    Rates.commitmentPurchase(money, commitment.recurring()));
            frequency = ChargeFrequency.RECURRING;
        }

        /**
         * A fee or a payment for so many hours.
         *
         * @param units of the commitment, all hours together
         * @param term {@link PriceTerm#PURCHASE} or {@link PriceTerm#UPFRONT}
         */
        Purchase(Commitment commitment, Money money, PriceTerm term, long units, int scale, ChargePeriod period) {
            super(commitment, money, term, price(commitment, term), Spread.constant(0, 1, units, scale),
                    Rates.commitmentPurchase(money, price(commitment, term)), period);
            frequency = term == PriceTerm.UPFRONT ? ChargeFrequency.ONE_TIME : ChargeFrequency.RECURRING;
        }

        private static Price price(Commitment commitment, PriceTerm term) {
            return term == PriceTerm.UPFRONT ? commitment.upfront() : commitment.recurring();
        }

        @Override
        public ChargeCategory category() {
            return ChargeCategory.PURCHASE;
        }

        @Override
        public void describe(Cells cells) {
            describe(cells, frequency, PricingCategory.STANDARD);
        }
    }

    /** What of it nobody used. */
    static final class Unused extends Own {

        Unused(Commitment commitment, Money money, Spread quantity) {
            super(commitment, money, PriceTerm.UNUSED, commitment.price, quantity,
                    Rates.unused(money, commitment.price, commitment.amortised(money)));
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
            describe(cells, ChargeFrequency.USAGE_BASED, PricingCategory.COMMITTED);
            cells.set(FocusColumn.COMMITMENT_DISCOUNT_STATUS, CommitmentStatus.UNUSED.label());
        }
    }
}
