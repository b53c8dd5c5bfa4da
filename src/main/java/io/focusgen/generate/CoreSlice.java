package io.focusgen.generate;

import java.util.ArrayList;
import java.util.List;

import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.catalog.Region;
import io.focusgen.catalog.Sku;
import io.focusgen.estate.Anchors;
import io.focusgen.estate.Cohort;
import io.focusgen.estate.Company;
import io.focusgen.estate.Kit;
import io.focusgen.estate.LineRole;
import io.focusgen.estate.QuantityScale;
import io.focusgen.estate.Resource;
import io.focusgen.estate.Salt;
import io.focusgen.estate.StackType;
import io.focusgen.estate.SubAccount;
import io.focusgen.estate.Tail;
import io.focusgen.focus.Decimal;
import io.focusgen.plan.Commitments;
import io.focusgen.plan.Lapse;
import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.Structure;
import io.focusgen.plan.Term;
import io.focusgen.plan.Tranche;
import io.focusgen.plan.Utilisation;

/**
 * The usage of one cohort of applications in one month. Covered fleets and tiered meters get the whole units that the plan
 * deals them; machines are chosen by money from their ladder; elastic meters take what is left, so that each money class
 * closes on its amount.
 */
final class CoreSlice {

    /** Free quantity of an application of size 1. */
    private static final double FREE_PART = 0.2 / Structure.EVEN;

    private final MonthPlan month;
    private final Money money;
    private final Structure structure;
    private final Company company;
    private final int slice;
    private final SubAccount account;
    private final Region region;
    private final CommitmentSet commitments;
    private final Closing closing;
    private final List<UsageCharge> charges = new ArrayList<>();

    private final int[] tierLine;
    private final long[] tierWeight;
    private int reservedFleets;
    private long reservedWeight;
    private long spendWeight;

    private CoreSlice(MonthPlan month, Money money, int slice, CommitmentSet commitments) {
        this.month = month;
        this.money = money;
        this.structure = month.plan().structure();
        this.company = month.company();
        this.slice = slice;
        this.commitments = commitments;
        account = company.account(slice);
        region = company.region(slice);
        closing = new Closing(month, money, region);
        int tiered = company.mix().tiered().size();
        tierLine = new int[tiered];
        tierWeight = new long[tiered];
        for (int t = 0; t < tiered; t++) {
            tierLine[t] = structure.tierLinesBefore(t, slice);
            tierWeight[t] = structure.tierWeightBefore(t, slice);
        }
        reservedFleets = structure.reservedBefore(slice);
        reservedWeight = structure.reservedWeightBefore(slice);
    }

    /** The charges of a slice, services together. */
    static List<UsageCharge> charges(MonthPlan month, Money money, int slice, CommitmentSet commitments) {
        CoreSlice core = new CoreSlice(month, money, slice, commitments);
        core.visit();
        core.closing.close(core.charges);
        return core.charges;
    }

    private void visit() {
        Anchors anchors = structure.anchors(slice);
        long first = Cohort.firstStack(slice);
        for (long stack = first; stack < first + Cohort.stacks(slice); stack++) {
            StackType type = company.variant(stack);
            int slots = structure.slots(stack, type);
            long size = slots == 0 ? 0 : structure.size(stack, account);
            for (int slot = 0; slot < slots; slot++) {
                Kit kit = type.kit(slot, anchors);
                Resource resource = Resource.of(company, kit, stack, slot, account, region);
                for (int i = 0; i < kit.lines().size(); i++) {
                    visit(resource, kit.lines().get(i), i, size);
                }
            }
        }
    }

    private void visit(Resource resource, Kit.Line line, int place, long size) {
        switch (line.role()) {
            case SIZED, CLOCK, UNITS, CLUSTER, PAUSABLE, FLEET, ELASTIC, SPOT ->
                closing.add(resource, line, place, size, null);
            case OVERAGE -> closing.add(resource, line, place, size, coveredMachine(resource));
            case ZERO -> charges.add(free(resource, line, place, size));
            case TIERED -> tiered(resource, line, line.weight() * size);
            case USAGE_ANCHOR -> reserved(resource, line.weight() * size);
            case SPEND_ANCHOR -> planned(resource, line.weight() * size);
        }
    }

    /** The machine of a covered fleet. */
    private Machine coveredMachine(Resource resource) {
        Commitments terms = commitments.terms();
        return resource.kit().lines().get(0).role() == LineRole.USAGE_ANCHOR
                ? terms.reservedMachine()
                : terms.spendMachine(slice);
    }

    /** Traffic that costs nothing: its quantity is drawn, its price is 0. */
    private UsageCharge free(Resource resource, Kit.Line line, int place, long size) {
        Sku sku = line.sku();
        double quantity = size * FREE_PART * Tail.RESOURCE.factor(resource.bits(Salt.ZERO_QUANTITY, place))
                * (QuantityScale.counted(sku) ? 2000 : 1);
        int scale = QuantityScale.of(sku, quantity / month.periods());
        long units = Math.max(month.periods(), (long) (quantity * QuantityScale.powerOfTen(scale)));
        Price list = company.listPrice(sku, 0, region);
        return new UsageCharge(money, resource, sku, 0, PriceTerm.ON_DEMAND, list,
                Spread.of(0, month.periods(), units, month.curve(resource.load(line.pattern())), scale),
                Rates.usage(money, list, list, sku.consumedPerUnit()), null);
    }

    private void tiered(Resource resource, Kit.Line line, long weight) {
        int t = line.tiered();
        TieredUsage.charges(month, money, resource, t, tierLine[t], tierWeight[t], weight, charges);
        tierLine[t]++;
        tierWeight[t] += weight;
    }

    /** Every fleet under reservation runs one instance at least; the rest are dealt by weight. */
    private void reserved(Resource resource, long weight) {
        Commitments terms = commitments.terms();
        long before = terms.reservedMembersBefore(reservedFleets++, reservedWeight);
        reservedWeight += weight;
        long members = terms.reservedMembersBefore(reservedFleets, reservedWeight) - before;
        int place = commitments.holdings().reservation(slice);
        Tranche tranche = commitments.holdings().reservations().get(place);
        Lapse lapse = tranche.lapse(month.month());
        List<Machine.Part> parts = terms.reservedMachine().parts();
        for (int i = 0; i < parts.size(); i++) {
            for (Term term : tranche.terms(month.month())) {
                covered(resource, parts.get(i), members, Decimal.ONE,
                        commitments.reservation(money, place, term, i), term);
            }
            if (lapse != null) {
                lapsed(resource, parts.get(i), members, lapse);
            }
        }
    }

    private void planned(Resource resource, long weight) {
        Commitments terms = commitments.terms();
        long spare = (long) terms.spendMembers(slice) - structure.spend(slice);
        double total = structure.spendWeight(slice);
        long before = (long) (spare * (spendWeight / total));
        spendWeight += weight;
        long members = 1 + (long) (spare * (spendWeight / total)) - before;
        int plan = commitments.holdings().plan(slice);
        for (Machine.Part part : terms.spendMachine(slice).parts()) {
            for (Term term : commitments.holdings().plans().get(plan).terms(month.month())) {
                covered(resource, part, members, Rates.exact(terms.spendRate(plan, part.sku())),
                        commitments.plan(money, plan, term), term);
            }
        }
    }

    /** @param units of the commitment that a unit of the part takes */
    private void covered(Resource resource, Machine.Part part, long members, Decimal units, Commitment commitment,
            Term term) {
        Price list = commitments.terms().listPrice(part.sku());
        Price contracted = company.contracted(list);
        Spread hours = hours(members, term.from(month.month()), term.to(month.month()));
        charges.add(new UsageCharge(money, resource, part.sku(), 0, PriceTerm.COMMITTED, contracted, hours,
                Rates.covered(money, list, contracted, units.times(commitment.amortised(money)), units,
                        part.sku().consumedPerUnit()).times(part.amount()),
                commitment));
    }

    /** What the reservation covered before it expired: the same machines in the same hours, charged on demand. */
    private void lapsed(Resource resource, Machine.Part part, long members, Lapse lapse) {
        Price list = commitments.terms().listPrice(part.sku());
        Price contracted = company.contracted(list);
        charges.add(new UsageCharge(money, resource, part.sku(), 0, PriceTerm.ON_DEMAND, contracted,
                hours(members, lapse.from(), lapse.to()),
                Rates.usage(money, list, contracted, part.sku().consumedPerUnit()).times(part.amount()), null));
    }

    /** When covered machines run. @param from hours of the month, and @param to likewise */
    private Spread hours(long members, int from, int to) {
        Utilisation used = month.utilisation();
        return Spread.byHour(month, from, to, members * used.busy(), members * used.quiet(), used.scale());
    }
}
