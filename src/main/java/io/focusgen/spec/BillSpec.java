package io.focusgen.spec;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Currency;
import io.focusgen.catalog.Provider;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.Granularity;
import io.focusgen.spec.organisation.OrganisationSpec;

/**
 * What a data set holds of one provider: one bill a month.
 *
 * @param provider whose bills they are
 * @param granularity of usage rows; one that the provider bills in
 * @param currency of costs; USD where the provider bills nothing else
 * @param dataset the request that it is a part of
 */
public record BillSpec(Provider provider, Granularity granularity, Currency currency, DatasetSpec dataset) {

    /** Exact rows a month. */
    public long rows() {
        return dataset.rows();
    }

    public Profile profile() {
        return dataset.profile();
    }

    public Distribution distribution() {
        return dataset.distribution();
    }

    /** BilledCost before tax a month in {@link #currency}, or null for the profile's own. */
    public Budget.@Nullable Amount budget() {
        return dataset.budget().of(provider);
    }

    /** The same with a budget of exactly so much. @param coverage null for the one that it has */
    public BillSpec with(BigDecimal budget, @Nullable BigDecimal coverage) {
        return new BillSpec(provider, granularity, currency,
                dataset.with(Budget.each(budget), coverage == null ? commitmentCoverage() : coverage));
    }

    public @Nullable BigDecimal commitmentCoverage() {
        return dataset.commitmentCoverage();
    }

    public @Nullable BigDecimal commitmentUtilisation() {
        return dataset.commitmentUtilisation();
    }

    /** What kind of commitments the company buys. */
    public CommitmentTerms commitments() {
        return dataset.commitments();
    }

    public Ids ids() {
        return dataset.ids();
    }

    /** What the company looks like, or null where all of it is invented. */
    public @Nullable OrganisationSpec organisation() {
        return dataset.organisation();
    }

    /** From which month on the organisation is another one, or null where it stays. */
    public @Nullable BillingMonth reorganisation() {
        return dataset.reorganisation();
    }

    public Trend.Uniform trend() {
        return dataset.trend().of(provider);
    }

    /** What goes wrong. */
    public Anomalies anomalies() {
        return dataset.anomalies();
    }

    /** What nobody needs. */
    public Waste waste() {
        return dataset.waste();
    }

    /** Who invoices what others sell through the provider. */
    public MarketplaceIssuer marketplaceIssuer() {
        return dataset.marketplaceIssuer();
    }

    public long seed() {
        return dataset.seed();
    }
}
