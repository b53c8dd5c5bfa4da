package io.focusgen.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.CommitmentOffer;
import io.focusgen.catalog.CommitmentPayment;
import io.focusgen.estate.Company;
import io.focusgen.estate.Draw;
import io.focusgen.estate.Salt;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.CommitmentCategory;
import io.focusgen.focus.Granularity;
import io.focusgen.spec.BillSpec;
import io.focusgen.spec.CommitmentScope;
import io.focusgen.spec.Profile;

/**
 * What a company has committed to: reservations bought in tranches, and savings plans. Which there are and when their terms
 * begin is known before any money is dealt, because their rows have to be.
 *
 * @param reservations tranches of the reservation of one machine
 * @param plans savings plans
 * @param scope where they may be used
 * @param unused whether anything of them is left unused
 */
record Portfolio(List<Tranche> reservations, List<Tranche> plans, CommitmentScope scope, boolean unused) {

    static final Portfolio NONE = new Portfolio(List.of(), List.of(), CommitmentScope.SHARED, false);

    private static final int MONTHS = 12;

    /** Tranches of a reservation where there are several, but not one for every month. */
    private static final int SOME_TRANCHES = 3;

    /** Tranches of a large company's reservation, as they are tried; savings plans fill up the months. */
    private static final int[] MANY_TRANCHES = {6, 5, 4, 7, 3, 2};

    /** From so many rows on reservations are bought in several tranches. */
    private static final long SEVERAL = 10_000;

    /** From so many rows on a large company buys something for a year every month. */
    private static final long MANY = 30_000;

    /** Share of the rows that purchases may be where there are several tranches. */
    private static final double MOST_PURCHASES = 0.028;

    /** Share of the rows that purchases and unused parts may be then. */
    private static final double MOST_ROWS = 0.075;

    /** The year of the first terms, long before the first month that can be asked for. */
    private static final int FIRST_YEAR = 2000;

    private static final BillingMonth LONG_MONTH = new BillingMonth(YearMonth.of(2024, 1));

    /** As long, and so much later that what lapses in the one does not in the other. */
    private static final BillingMonth OTHER_LONG_MONTH = new BillingMonth(YearMonth.of(2024, 7));

    private static final int LAST_COMMON_DAY = 28;

    Portfolio {
        reservations = List.copyOf(reservations);
        plans = List.copyOf(plans);
    }

    /** The portfolios that a company of this size could have, the one with the most tranches first; at least one. */
    static List<Portfolio> of(BillSpec spec, Company company, boolean unused) {
        List<Portfolio> portfolios = new ArrayList<>();
        boolean large = spec.profile() == Profile.ENTERPRISE && spec.rows() >= MANY;
        Maker maker = new Maker(spec, company, unused);
        if (large) {
            for (int tranches : MANY_TRANCHES) {
                addFitting(spec, maker.make(tranches, 1 + MONTHS - tranches, true), portfolios);
            }
            addFitting(spec, maker.make(SOME_TRANCHES, 2, false), portfolios);
        }
        if (spec.rows() >= SEVERAL) {
            addFitting(spec, maker.make(SOME_TRANCHES, 1, false), portfolios);
        }
        portfolios.add(maker.make(1, 1, false));
        return portfolios;
    }

    private static void addFitting(BillSpec spec, Portfolio portfolio, List<Portfolio> portfolios) {
        BillingMonth month = portfolio.isWhole(LONG_MONTH) ? LONG_MONTH : OTHER_LONG_MONTH;
        long rows = portfolio.rows(month, spec.granularity());
        Portfolio purchases = new Portfolio(portfolio.reservations, portfolio.plans, portfolio.scope, false);
        if (rows <= spec.rows() * MOST_ROWS
                && purchases.rows(month, spec.granularity()) <= spec.rows() * MOST_PURCHASES) {
            portfolios.add(portfolio);
        }
    }

    /** Whether nothing has lapsed in a month. */
    private boolean isWhole(BillingMonth month) {
        return reservations.stream().allMatch(tranche -> tranche.lapse(month) == null);
    }

    /** Buys commitments for a company. */
    private record Maker(BillSpec spec, Company company, boolean unused) {

        /** @param monthly whether something is bought at once in every month */
        Portfolio make(int tranches, int plans, boolean monthly) {
            Shelf shelf = new Shelf(company.catalog().offers(), spec);
            CommitmentScope scope = spec.commitments().scope();
            int gap = spec.commitments().gapDays();
            int parts = company.mix().reservedMachines().get(0).parts().size();
            List<Tranche> reservations = new ArrayList<>();
            List<Tranche> spend = new ArrayList<>();
            for (int i = 0; i < tranches; i++) {
                CommitmentOffer offer = shelf.reservation(i, tranches, monthly);
                // What one tranche does not cover another would leave unused, if they did not lapse together.
                int like = gap > 0 ? 0 : i;
                LocalDate first = first(like, monthly && gap == 0 ? i : -1, offer);
                reservations.add(new Tranche(i, offer, buyer(company, scope, 0),
                        new Renewals(first, offer.termYears(), gap), parts));
            }
            for (int i = 0; i < plans; i++) {
                CommitmentOffer offer = shelf.plan(i);
                int number = tranches + i;
                LocalDate first = first(number, monthly && i > 0 ? number - 1 : -1, offer);
                spend.add(new Tranche(number, offer, buyer(company, scope, 1),
                        new Renewals(first, offer.termYears(), 0), 1));
            }
            return new Portfolio(reservations, spend, scope, unused);
        }

        /** In a monthly bill terms begin with a month: nothing in it is shorter. @param given month, or −1 for any */
        private LocalDate first(int number, int given, CommitmentOffer offer) {
            LocalDate asked = spec.commitments().start();
            if (asked != null) {
                return asked;
            }
            Draw draw = company.draw().of(Salt.COMMITMENT_TERM);
            int year = FIRST_YEAR - draw.below(offer.termYears(), number * 3L);
            int month = given >= 0 ? given : draw.below(MONTHS, number * 3L + 1);
            int day = spec.granularity() == Granularity.MONTHLY ? 0 : draw.below(LAST_COMMON_DAY, number * 3L + 2);
            return LocalDate.of(year, 1 + month, 1 + day);
        }
    }

    /** The account that runs the platform buys reservations, another one plans; what is not shared is bought by one. */
    private static SubAccount buyer(Company company, CommitmentScope scope, int place) {
        return company.account(scope == CommitmentScope.SHARED ? place : 0);
    }

    /** What its own rows are in a month: purchases and unused parts. */
    long rows(BillingMonth month, Granularity granularity) {
        long rows = 0;
        for (Tranche tranche : reservations) {
            rows += tranche.rows(month, granularity, unused);
        }
        for (Tranche tranche : plans) {
            rows += tranche.rows(month, granularity, unused);
        }
        return rows;
    }

    /** Whether its reservations are bought anew only some days after they expire, all of them on the same. */
    boolean lapses() {
        return reservations.stream().anyMatch(tranche -> tranche.renewals().lapse());
    }

    /** Whether it has anything at all. */
    boolean any() {
        return !plans.isEmpty();
    }

    /** Whether usage of an account may be covered. */
    boolean reaches(SubAccount account) {
        return any() && (scope == CommitmentScope.SHARED || account.index() == plans.get(0).buyer().index());
    }

    /** What the provider sells, as far as it fits the request. */
    private record Shelf(List<CommitmentOffer> offers, BillSpec spec) {

        private static final List<CommitmentPayment> BY_FEE = List.of(CommitmentPayment.NO_UPFRONT,
                CommitmentPayment.MONTHLY);
        private static final List<CommitmentPayment> IN_PART = List.of(CommitmentPayment.PARTIAL_UPFRONT,
                CommitmentPayment.ALL_UPFRONT, CommitmentPayment.NO_UPFRONT);
        private static final List<CommitmentPayment> AT_ONCE = List.of(CommitmentPayment.ALL_UPFRONT,
                CommitmentPayment.NO_UPFRONT);

        /** One tranche is paid by its fee; of several, some or all at once, and one in three for three years. */
        CommitmentOffer reservation(int number, int tranches, boolean monthly) {
            int kind = tranches == 1 ? 0 : monthly ? 1 + number % 2 : number % SOME_TRANCHES;
            List<CommitmentPayment> payments = kind == 0 ? BY_FEE : kind == 1 ? IN_PART : AT_ONCE;
            return best(CommitmentCategory.USAGE, null, kind == 2 && !monthly ? 3 : 1, payments);
        }

        /** Another product in turn, where there is one; only the first plan is paid by its fee alone. */
        CommitmentOffer plan(int number) {
            List<String> products = offers.stream().filter(offer -> offer.category() == CommitmentCategory.SPEND)
                    .map(CommitmentOffer::product).distinct().toList();
            List<CommitmentPayment> payments = number == 0 ? BY_FEE : number == 1 ? IN_PART : AT_ONCE;
            return best(CommitmentCategory.SPEND, products.get(number % products.size()), 1, payments);
        }

        /** What is paid at once comes in some months only, and the lines of a monthly bill are the same in all. */
        private boolean fits(CommitmentOffer offer) {
            return spec.commitments().fit(offer)
                    && !(spec.granularity() == Granularity.MONTHLY && offer.isUpfront());
        }

        /** The nearest to what the company would buy of what was asked for. */
        private CommitmentOffer best(CommitmentCategory category, @Nullable String product, int years,
                List<CommitmentPayment> payments) {
            CommitmentOffer best = null;
            int least = Integer.MAX_VALUE;
            for (CommitmentOffer offer : offers) {
                if (offer.category() == category && (product == null || offer.product().equals(product))
                        && fits(offer)) {
                    int place = payments.indexOf(offer.payment());
                    int off = (place < 0 ? payments.size() : place) * 2 + (offer.termYears() == years ? 0 : 1);
                    if (off < least) {
                        least = off;
                        best = offer;
                    }
                }
            }
            if (best == null) {
                throw new IllegalStateException("no " + category.label() + " commitment is sold as asked for");
            }
            return best;
        }
    }
}
