package io.focusgen.plan;

import java.util.ArrayList;
import java.util.List;

import io.focusgen.spec.BillSpec;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;

/** The plans of all bills of a data set, and the blocks that they make together. Thread-safe. */
public final class DatasetPlan {

    private final DatasetSpec spec;
    private final List<Plan> bills;
    private final Blocks blocks;

    private DatasetPlan(DatasetSpec spec, List<Plan> bills) {
        this.spec = spec;
        this.bills = List.copyOf(bills);
        blocks = Blocks.of(spec, this.bills);
    }

    /**
     * Plans a request.
     *
     * @throws RefusedException with everything that cannot be met in any of its bills, naming what can
     */
    public static DatasetPlan of(DatasetSpec spec) {
        List<Plan> bills = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (BillSpec bill : spec.bills()) {
            try {
                bills.add(Plan.of(bill));
            } catch (RefusedException refused) {
                refused.violations().stream().filter(violation -> !violations.contains(violation))
                        .forEach(violations::add);
            }
        }
        if (!violations.isEmpty()) {
            throw new RefusedException(violations);
        }
        return new DatasetPlan(spec, bills);
    }

    /**
     * The plan of some of this one's rows, as planning them alone makes it: what a month costs never depends on the window that
     * was asked for.
     *
     * @param some all of it or of the month of one provider, or a shard of that
     * @throws RefusedException where it has more shards than blocks
     */
    public DatasetPlan part(DatasetSpec some) {
        return new DatasetPlan(some,
                bills.stream().filter(bill -> some.providers().contains(bill.spec().provider())).toList());
    }

    public DatasetSpec spec() {
        return spec;
    }

    /** In the order of the rows. */
    public List<Plan> bills() {
        return bills;
    }

    public Blocks blocks() {
        return blocks;
    }

    @Override
    public String toString() {
        return spec.toString();
    }
}
