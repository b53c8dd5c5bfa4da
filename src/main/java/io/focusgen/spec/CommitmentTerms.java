package io.focusgen.spec;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.CommitmentOffer;
import io.focusgen.catalog.CommitmentPayment;
import io.focusgen.focus.CommitmentCategory;

/**
 * What kind of commitments a company buys, and when.
 *
 * @param years of every term, or null for a mix
 * @param payment of every commitment, or null for a mix
 * @param scope where they are used
 * @param start a day on which a term of every commitment begins, or null for one that is drawn
 * @param gapDays days between the expiry of a reservation and its renewal, 0 to 90
 */
public record CommitmentTerms(@Nullable Integer years, @Nullable CommitmentPayment payment, CommitmentScope scope,
        @Nullable LocalDate start, int gapDays) {

    public static final int MOST_GAP_DAYS = 90;

    /** Whatever the company would buy, used everywhere. */
    public static final CommitmentTerms ANY = new CommitmentTerms(null, null, CommitmentScope.SHARED, null, 0);

    public CommitmentTerms {
        if (gapDays < 0 || gapDays > MOST_GAP_DAYS) {
            throw new IllegalArgumentException("a gap of " + gapDays + " days is not within 0 to " + MOST_GAP_DAYS);
        }
    }

    /** The same, beginning on this day and bought anew so many days after they expire. */
    public CommitmentTerms on(@Nullable LocalDate day, int gap) {
        return new CommitmentTerms(years, payment, scope, day, gap);
    }

    /**
     * Whether an offer is of the kind that was asked for. Reservations that lapse do so together: they are all for the same
     * term, which is a year where none is asked for.
     */
    public boolean fit(CommitmentOffer offer) {
        boolean lapsing = gapDays > 0 && offer.category() == CommitmentCategory.USAGE;
        boolean ofTerm = years == null ? !lapsing || offer.termYears() == 1 : years == offer.termYears();
        return ofTerm && (payment == null || payment == offer.payment());
    }
}
