package io.focusgen.spec;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.CommitmentOffer;
import io.focusgen.catalog.CommitmentPayment;

/**
 * What kind of commitments a company buys.
 *
 * @param years of every term, or null for a mix
 * @param payment of every commitment, or null for a mix
 * @param scope where they are used
 */
public record CommitmentTerms(@Nullable Integer years, @Nullable CommitmentPayment payment, CommitmentScope scope) {

    /** Whatever the company would buy, used everywhere. */
    public static final CommitmentTerms ANY = new CommitmentTerms(null, null, CommitmentScope.SHARED);

    /** Whether an offer is of the kind that was asked for. */
    public boolean fit(CommitmentOffer offer) {
        return (years == null || years == offer.termYears()) && (payment == null || payment == offer.payment());
    }
}
