package io.focusgen.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.CommitmentOffer;
import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.Sku;
import io.focusgen.estate.Company;
import io.focusgen.estate.SubAccount;
import io.focusgen.plan.Commitments;
import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.Plan;

/** The commitments of a company as their rows show them, and the charges of their own. */
final class CommitmentSet {

    private static final long SAVINGS_PLAN = 0;

    /** Reservations are numbered from here, one for each part of the machine. */
    private static final long RESERVATION = 1;

    private static final Price DOLLAR = Price.of("1");

    private final Company company;
    private final @Nullable Commitments terms;
    private final List<Commitment> reservations = new ArrayList<>();
    private final @Nullable Commitment savingsPlan;

    CommitmentSet(Plan plan) {
        company = plan.company();
        terms = plan.amounts().commitments();
        savingsPlan = terms == null ? null : savingsPlan(terms);
        if (terms != null && terms.reservedCommitted() > 0) {
            for (int part = 0; part < terms.reservedMachine().parts().size(); part++) {
                reservations.add(reservation(terms, part));
            }
        }
    }

    /** Reservations are bought by the account that runs the platform. */
    private Commitment reservation(Commitments bought, int place) {
        Machine machine = bought.reservedMachine();
        Machine.Part part = machine.parts().get(place);
        SubAccount buyer = company.account(0);
        CommitmentOffer offer = bought.reservation();
        String of = machine.parts().size() == 1 ? machine.type() : thing(part.sku()) + " of " + machine.type();
        return new Commitment(company, offer, part.sku(),
                company.commitmentId(offer.idTemplate(), buyer, company.home(), RESERVATION + place),
                company.commitmentName(offer, of, String.valueOf(machine.series())), buyer, company.home(),
                part.sku().unit(), bought.reservedRate(part.sku()),
                bought.reservedCommitted() * part.amount() + " x " + of);
    }

    /** What a part of a machine is: cores and memory are committed to apart. */
    private static String thing(Sku part) {
        return switch (part.unit()) {
            case "Hours" -> "vCPU";
            case "GiB-Hours" -> "GiB memory";
            default -> part.unit();
        };
    }

    private Commitment savingsPlan(Commitments bought) {
        SubAccount buyer = company.account(1);
        String perHour = new BigDecimal(bought.spendCommitted()).movePointLeft(Commitments.SPEND_SCALE)
                .stripTrailingZeros().toPlainString();
        CommitmentOffer offer = bought.savingsPlan();
        String name = company.commitmentName(offer, bought.planFamily(), bought.planFamily());
        return new Commitment(company, offer, company.catalog().sku(offer.key()),
                company.commitmentId(offer.idTemplate(), buyer, company.home(), SAVINGS_PLAN),
                name, buyer, null, offer.unit(), DOLLAR, name + ", USD " + perHour + " per hour");
    }

    /** Only where the data set has commitments. */
    Commitments terms() {
        return Objects.requireNonNull(terms);
    }

    /** That of a part of the reserved machine. */
    Commitment reservation(int part) {
        return reservations.get(part);
    }

    Commitment savingsPlan() {
        return Objects.requireNonNull(savingsPlan);
    }

    /** Purchases and unused parts: a row of each in every charge period, none for zero. */
    List<Charge> charges(MonthPlan month, Money money) {
        List<Charge> charges = new ArrayList<>();
        if (terms == null) {
            return charges;
        }
        for (int i = 0; i < reservations.size(); i++) {
            int amount = terms.reservedMachine().parts().get(i).amount();
            long committed = terms.reservedCommitted() * amount;
            charges.add(new Commitment.Purchase(reservations.get(i), money, hourly(month, committed, 0)));
            long unused = committed - (long) terms.reservedMembers() * amount;
            if (unused > 0) {
                charges.add(new Commitment.Unused(reservations.get(i), money, hourly(month, unused, 0)));
            }
        }
        charges.add(new Commitment.Purchase(savingsPlan(), money,
                hourly(month, terms.spendCommitted(), Commitments.SPEND_SCALE)));
        long unused = terms.spendCommitted() - terms.spendUsed();
        if (unused > 0) {
            charges.add(new Commitment.Unused(savingsPlan(), money, hourly(month, unused, Commitments.SPEND_SCALE)));
        }
        return charges;
    }

    private static Spread hourly(MonthPlan month, long unitsPerHour, int scale) {
        return Spread.constant(0, month.periods(), Math.multiplyExact(unitsPerHour, month.hoursPerPeriod()), scale);
    }
}
