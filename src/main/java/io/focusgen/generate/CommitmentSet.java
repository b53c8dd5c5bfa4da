package io.focusgen.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.catalog.Sku;
import io.focusgen.estate.Company;
import io.focusgen.estate.SubAccount;
import io.focusgen.plan.Commitments;
import io.focusgen.plan.Holdings;
import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.Plan;
import io.focusgen.plan.Term;
import io.focusgen.plan.Tranche;
import io.focusgen.plan.Utilisation;

/** The commitments of a company as their rows show them, and the charges of their own. Immutable. */
final class CommitmentSet {

    /** Tranches of a company, at most. */
    private static final int TRANCHES = 64;

    /** Parts of a machine, at most. */
    private static final int PARTS = 4;

    private static final Price DOLLAR = Price.of("1");

    private final Company company;
    private final Holdings holdings;
    private final @Nullable Commitments terms;

    CommitmentSet(Plan plan) {
        company = plan.company();
        holdings = plan.holdings();
        terms = plan.amounts().commitments();
    }

    /** Only where the data set has commitments. */
    Commitments terms() {
        return Objects.requireNonNull(terms);
    }

    Holdings holdings() {
        return holdings;
    }

    /** A term of a tranche of the reservation, for a part of the machine. */
    Commitment reservation(Money money, int place, Term term, int part) {
        Tranche tranche = holdings.reservations().get(place);
        Machine machine = terms().reservedMachine();
        Sku sku = machine.parts().get(part).sku();
        String of = machine.parts().size() == 1 ? machine.type() : thing(sku) + " of " + machine.type();
        SubAccount buyer = tranche.buyer();
        return new Commitment(company, tranche.offer(), sku, id(tranche, term, part),
                company.commitmentName(tranche.offer(), tranche.number(), of, String.valueOf(machine.series())), buyer,
                company.home(),
                terms().reservedRate(place, sku), money.of(term.startMonth()), reserved(place, part) + " x " + of);
    }

    /** Of a term that follows another the identifier is another, too. */
    private String id(Tranche tranche, Term term, int part) {
        long number = (Math.floorMod(term.number(), 1L << Short.SIZE) * TRANCHES + tranche.number()) * PARTS + part;
        return company.commitmentId(tranche.offer().idTemplate(), tranche.buyer(), company.home(), number);
    }

    /** What a part of a machine is: cores and memory are committed to apart. */
    private static String thing(Sku part) {
        return switch (part.unit()) {
            case "Hours" -> "vCPU";
            case "GiB-Hours" -> "GiB memory";
            default -> part.unit();
        };
    }

    /** A term of a savings plan. */
    Commitment plan(Money money, int place, Term term) {
        Tranche tranche = holdings.plans().get(place);
        String perHour = new BigDecimal(terms().spend(place)).movePointLeft(Commitments.SPEND_SCALE)
                .stripTrailingZeros().toPlainString();
        String family = terms().planFamily();
        return new Commitment(company, tranche.offer(), company.catalog().sku(tranche.offer().product()),
                id(tranche, term, 0), company.commitmentName(tranche.offer(), tranche.number(), family, family),
                tranche.buyer(), null,
                DOLLAR, money.of(term.startMonth()), "USD " + perHour + " per hour");
    }

    /** Units of a part of the machine that a tranche reserves. */
    private long reserved(int place, int part) {
        return terms().reserved(place) * terms().reservedMachine().parts().get(part).amount();
    }

    /** Purchases and unused parts: one unused row of each in every charge period that has an unused part. */
    List<Charge> charges(MonthPlan month, Money money) {
        List<Charge> charges = new ArrayList<>();
        if (terms == null) {
            return charges;
        }
        for (int place = 0; place < holdings.reservations().size(); place++) {
            for (int part = 0; part < holdings.reservations().get(place).parts(); part++) {
                for (Term term : holdings.reservations().get(place).terms(month.month())) {
                    charges(month, money, reservation(money, place, term, part), term, reserved(place, part), 0,
                            charges);
                }
            }
        }
        for (int place = 0; place < holdings.plans().size(); place++) {
            long committed = terms.spend(place);
            int scale = Commitments.SPEND_SCALE;
            while (scale > 0 && committed % 10 == 0) {
                committed /= 10;
                scale--;
            }
            for (Term term : holdings.plans().get(place).terms(month.month())) {
                charges(month, money, plan(money, place, term), term, committed, scale, charges);
            }
        }
        return charges;
    }

    /** @param committed units of {@code scale} decimals an hour */
    private void charges(MonthPlan month, Money money, Commitment commitment, Term term, long committed, int scale,
            List<Charge> charges) {
        int from = term.from(month.month());
        int to = term.to(month.month());
        long start = month.month().startHour();
        if (commitment.offer().isUpfront() && term.beginsIn(month.month())) {
            charges.add(new Commitment.Purchase(commitment, money, PriceTerm.UPFRONT,
                    Math.multiplyExact(committed, term.hours()), scale,
                    new ChargePeriod(term.startHour(), term.endHour())));
        }
        switch (commitment.offer().fee()) {
            case ONE_TIME -> {
                // Nothing is left to pay.
            }
            case MONTHLY -> charges.add(new Commitment.Purchase(commitment, money, PriceTerm.PURCHASE,
                    Math.multiplyExact(committed, (long) to - from), scale,
                    new ChargePeriod(start + from, start + to)));
            case HOURLY -> charges.add(new Commitment.Purchase(commitment, money,
                    Spread.byHour(month, from, to, committed, committed, scale)));
        }
        Utilisation used = month.utilisation();
        if (used.leavesUnused()) {
            long idle = Math.multiplyExact(committed, used.busy() - used.quiet());
            charges.add(new Commitment.Unused(commitment, money,
                    Spread.byHour(month, from, to, 0, idle, scale + used.scale())));
        }
    }
}
