package io.focusgen.truth;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.FocusColumn;
import io.focusgen.generate.Cells;
import io.focusgen.generate.Frame;
import io.focusgen.generate.Frames;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.plan.Incident;
import io.focusgen.plan.Plan;

/**
 * Every resource of a data set once, in the order of the rows. A part is a slice of a month; of the months after the first
 * it has only what the slice did not have before: a slice of core resources has the same in every month, so that these are
 * no parts again, and what lives once is in one month only.
 */
final class Ownership implements SheetLines {

    private final List<Plan> plans;
    private final List<Frames> frames;
    private final List<Bought> bought;
    private final int months;
    /** Of the months of all bills. */
    private final int[] partsBefore;

    Ownership(DatasetPlan plan) {
        plans = plan.bills();
        frames = plans.stream().map(Frames::ofResources).toList();
        bought = plans.stream().map(bill -> new Bought()).toList();
        months = plan.spec().months();
        partsBefore = new int[plans.size() * months + 1];
        for (int place = 0; place + 1 < partsBefore.length; place++) {
            Plan bill = plans.get(place / months);
            BillingMonth month = month(bill, place % months);
            partsBefore[place + 1] = partsBefore[place]
                    + (place % months == 0 ? bill.rows(month).slices() : later(bill, month));
        }
    }

    /** The number of the first month that has each resource of a bill's billing slice, as far as months were looked at. */
    private static final class Bought {
        private final Map<String, Integer> firstMonth = new LinkedHashMap<>();
        private int months;
    }

    @Override
    public int parts() {
        return partsBefore[partsBefore.length - 1];
    }

    /** Slices behind those of core resources. */
    private static int later(Plan plan, BillingMonth month) {
        return plan.rows(month).slices() - plan.structure().coreSlices();
    }

    private static BillingMonth month(Plan plan, int number) {
        return plan.spec().dataset().firstMonth().plus(number);
    }

    @Override
    public void part(int number, Consumer<@Nullable String[]> lines) {
        int found = Arrays.binarySearch(partsBefore, number);
        int place = found >= 0 ? found : -found - 2;
        while (partsBefore[place + 1] <= number) {
            place++;
        }
        part(place / months, place % months, number - partsBefore[place], lines);
    }

    private void part(int bill, int month, int inside, Consumer<@Nullable String[]> lines) {
        Plan plan = plans.get(bill);
        int slice = month == 0 ? inside : plan.structure().coreSlices() + inside;
        if (plan.rows(month(plan, month)).isOnTop(slice)) {
            added(bill, month, lines);
            return;
        }
        Set<String> before = Set.of();
        if (month > 0) {
            // What is bought may begin in any month; everything else is there from the first on, or in one month only.
            before = plan.rows(month(plan, month)).isBilling(slice)
                    ? boughtBefore(bill, month, slice)
                    : ids(bill, 0, slice);
        }
        show(bill, month(plan, month), slice, new LinkedHashSet<>(before), lines);
    }

    private Set<String> ids(int bill, int month, int slice) {
        Set<String> ids = new LinkedHashSet<>();
        show(bill, month(plans.get(bill), month), slice, ids, line -> {
        });
        return ids;
    }

    /** What the billing slice had in months before this one. Every month is looked at once. */
    private Set<String> boughtBefore(int bill, int month, int slice) {
        Bought known = bought.get(bill);
        synchronized (known) {
            for (; known.months < month; known.months++) {
                for (String id : ids(bill, known.months, slice)) {
                    known.firstMonth.putIfAbsent(id, known.months);
                }
            }
            return known.firstMonth.entrySet().stream().filter(resource -> resource.getValue() < month)
                    .map(Map.Entry::getKey).collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    /**
     * Shows the resources of incidents that are not there without them, and of what is wasted; of what goes on in a month,
     * only in the first month of the data set that has some of it.
     */
    private void added(int bill, int number, Consumer<@Nullable String[]> lines) {
        Plan plan = plans.get(bill);
        BillingMonth month = month(plan, number);
        Set<String> known = new LinkedHashSet<>();
        for (Incident incident : plan.incidents().in(month)) {
            if (incident.found() || number > 0 && incident.startHour() < month.startHour()) {
                known.add(incident.resource().id());
            }
        }
        if (number > 0) {
            plan.waste().all().forEach(wasted -> known.add(wasted.resource().id()));
        }
        show(bill, month, plan.rows(month).slices() - 1, known, lines);
    }

    /**
     * Shows the resources of a slice that are not known, and knows them then. What is taken back of the month before is of
     * resources that stand in the slice of their own, in this month or, where they lived once, in that one.
     */
    private void show(int bill, BillingMonth month, int slice, Set<String> known, Consumer<@Nullable String[]> lines) {
        Plan plan = plans.get(bill);
        Frame frame = frames.get(bill).frame(plan.month(month), slice);
        boolean first = month.equals(month(plan, 0));
        Cells cells = new Cells();
        for (int place = 0; place < frame.charges(); place++) {
            cells.clear();
            frames.get(bill).describe(frame, cells);
            frame.charge(place).describe(cells);
            String id = cells.get(FocusColumn.RESOURCE_ID);
            boolean elsewhere = frame.charge(place).correction() && !(first && frame.charge(place).former());
            if (id != null && !elsewhere && known.add(id)) {
                lines.accept(SheetColumn.texts(OwnershipColumns.ALL, new OwnedResource(cells, plan.company())));
            }
        }
    }
}
