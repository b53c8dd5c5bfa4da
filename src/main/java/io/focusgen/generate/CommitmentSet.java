package io.focusgen.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Region;
import io.focusgen.catalog.Sku;
import io.focusgen.estate.Company;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.Decimal;
import io.focusgen.plan.Commitments;
import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.Plan;

/** The commitments of a company as their rows show them, and the charges of their own. */
final class CommitmentSet {

    private static final long RESERVATION = 1;
    private static final long SAVINGS_PLAN = 2;

    private final Company company;
    private final @Nullable Commitments terms;
    private final @Nullable Commitment reservation;
    private final @Nullable Commitment savingsPlan;

    CommitmentSet(Plan plan) {
        company = plan.company();
        terms = plan.amounts().commitments();
        reservation = terms == null || terms.reservedCommitted() == 0 ? null : reservation(terms);
        savingsPlan = terms == null ? null : savingsPlan(terms);
    }

    /** Reservations are bought by the account that runs the platform. */
    private Commitment reservation(Commitments bought) {
        Region home = company.home();
        SubAccount buyer = company.account(0);
        Sku machine = bought.reservedMachine();
        String type = String.valueOf(machine.detail("InstanceType"));
        return new Commitment(company, bought.reservation(), machine,
                company.commitmentId(bought.reservation().idTemplate(), buyer, home, RESERVATION),
                type + " in " + home.id(), buyer, home, "reserved-instances",
                bought.reservedCommitted() + " x " + type);
    }

    private Commitment savingsPlan(Commitments bought) {
        SubAccount buyer = company.account(1);
        String perHour = new java.math.BigDecimal(bought.spendCommitted()).movePointLeft(Commitments.SPEND_SCALE)
                .stripTrailingZeros().toPlainString();
        Sku fee = company.catalog().sku(bought.savingsPlan().key());
        return new Commitment(company, bought.savingsPlan(), fee,
                company.commitmentId(bought.savingsPlan().idTemplate(), buyer, company.home(), SAVINGS_PLAN),
                bought.planFamily() + " in " + company.home().id(), buyer, null, "savingsplan", bought.planFamily() + " in " + company.home().id() + ", USD " + perHour + " per hour");
    }

    /** Only where the data set has commitments. */
    Commitments terms() {
        return Objects.requireNonNull(terms);
    }

    Commitment reservation() {
        return Objects.requireNonNull(reservation);
    }

    Commitment savingsPlan() {
        return Objects.requireNonNull(savingsPlan);
    }

    /** Purchases and unused parts: a row of each in every charge period, none for zero. */
    List<Charge> charges(MonthPlan month) {
        List<Charge> charges = new ArrayList<>();
        if (terms == null) {
            return charges;
        }
        if (reservation != null) {
            Decimal rate = Rates.exact(terms.reservedRate());
            charges.add(new Commitment.Purchase(reservation, hourly(month, terms.reservedCommitted(), 0),
                    Rates.commitmentPurchase(rate, Decimal.ONE)));
            long unused = terms.reservedCommitted() - terms.reservedMembers();
            if (unused > 0) {
                charges.add(
                        new Commitment.Unused(reservation, hourly(month, unused, 0), Rates.unused(rate, Decimal.ONE)));
            }
        }
        charges.add(
                new Commitment.Purchase(savingsPlan(), hourly(month, terms.spendCommitted(), Commitments.SPEND_SCALE),
                        Rates.commitmentPurchase(Decimal.ONE, Decimal.ONE)));
        long unused = terms.spendCommitted() - terms.spendUsed();
        if (unused > 0) {
            charges.add(new Commitment.Unused(savingsPlan(), hourly(month, unused, Commitments.SPEND_SCALE),
                    Rates.unused(Decimal.ONE, Decimal.ONE)));
        }
        return charges;
    }

    private static Spread hourly(MonthPlan month, long unitsPerHour, int scale) {
        return Spread.constant(0, month.periods(), Math.multiplyExact(unitsPerHour, month.hoursPerPeriod()), scale);
    }
}
