package io.focusgen.summary;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.generate.Charge;
import io.focusgen.generate.Frame;
import io.focusgen.generate.Frames;
import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.Plan;

/** Adds up the bills of one provider, month by month. */
final class BillCounter {

    private static final int CATEGORIES = ChargeCategory.values().length;

    private final Plan plan;
    private final Frames frames;
    private final BooleanSupplier cancelled;
    private final ChargeWatcher watcher;
    private final Tables tables = new Tables();
    private final KpiCounter kpis = new KpiCounter();

    private BillCounter(Plan plan, BooleanSupplier cancelled, ChargeWatcher watcher) {
        this.plan = plan;
        this.cancelled = cancelled;
        this.watcher = watcher;
        frames = new Frames(plan);
    }

    /**
     * The sums of all months of a bill.
     *
     * @param cancelled asked before each slice
     * @throws CancellationException where it says yes
     */
    static Breakdown of(Plan plan, BooleanSupplier cancelled, ChargeWatcher watcher) {
        BillCounter counter = new BillCounter(plan, cancelled, watcher);
        for (int i = 0; i < plan.spec().dataset().months(); i++) {
            counter.month(plan.spec().dataset().firstMonth().plus(i));
        }
        return new Breakdown(plan.spec().provider().label(), plan.spec().currency().code(), counter.tables.total(),
                counter.tables.sorted(), counter.kpis.sums());
    }

    private void month(BillingMonth month) {
        MonthPlan planned = plan.month(month);
        int accounts = plan.company().organisation().accounts().size();
        @Nullable
        Cell[] cells = new @Nullable Cell[plan.company().catalog().services().size() * accounts * CATEGORIES];
        int slices = plan.rows(month).slices();
        for (int slice = 0; slice < slices; slice++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            add(frames.frame(planned, slice, cancelled), month, accounts, cells);
        }
        for (Cell cell : cells) {
            if (cell != null) {
                deal(cell, month);
            }
        }
    }

    private void add(Frame frame, BillingMonth month, int accounts, @Nullable Cell[] cells) {
        for (int place = 0; place < frame.charges(); place++) {
            Charge charge = frame.charge(place);
            int at = (charge.service().index() * accounts + charge.account().index()) * CATEGORIES
                    + charge.category().ordinal();
            Cell cell = cells[at];
            if (cell == null) {
                cell = new Cell(charge);
                cells[at] = cell;
            }
            cell.add(charge);
            kpis.add(charge);
            watcher.charge(plan, month, charge);
        }
    }

    private void deal(Cell cell, BillingMonth month) {
        Costs costs = cell.costs();
        tables.add(costs);
        for (Dimension dimension : Dimension.values()) {
            tables.add(dimension, group(dimension, cell.first(), month, costs));
        }
    }

    private static Group group(Dimension dimension, Charge charge, BillingMonth month, Costs costs) {
        return switch (dimension) {
            case SERVICE -> new Group(charge.service().name(), charge.service().category().label(), costs);
            case SERVICE_CATEGORY -> new Group(charge.service().category().label(), null, costs);
            case MONTH -> new Group(month.toString(), null, costs);
            case TEAM -> new Group(charge.account().holder().name(), null, costs);
            case ENVIRONMENT -> new Group(charge.account().environment().label(), null, costs);
            case CHARGE_CATEGORY -> new Group(charge.category().label(), null, costs);
        };
    }
}
