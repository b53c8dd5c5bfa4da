package io.focusgen.generate;

import java.util.ArrayList;
import java.util.List;

import io.focusgen.estate.Company;
import io.focusgen.estate.Draw;
import io.focusgen.estate.Resource;
import io.focusgen.estate.Salt;
import io.focusgen.plan.JobGroups;
import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.MonthRows;
import io.focusgen.plan.ShortLived;

/** The usage of short-lived resources: jobs that run for a part of the month, as long as the rows call for. */
final class ShortSlice {

    /** Rows of an intense job: from this to twice this. */
    private static final int INTENSE_ROWS = 24;

    /** Multiples of it leave no gap in a circle much larger than others. */
    private static final double GOLDEN = 0.618033988749895;

    private final MonthPlan month;
    private final Money money;
    private final Company company;
    private final MonthRows rows;

    private ShortSlice(MonthPlan month, Money money) {
        this.month = month;
        this.money = money;
        company = month.company();
        rows = month.plan().rows(month.month());
    }

    /** The charges of the {@code number}th slice of short-lived lines. */
    static List<UsageCharge> charges(MonthPlan month, Money money, int number) {
        ShortSlice slice = new ShortSlice(month, money);
        List<UsageCharge> charges = new ArrayList<>();
        long first = JobGroups.first(number);
        long end = Math.min(month.plan().structure().shortLines(), JobGroups.first(number + 1L));
        for (long line = first; line < end; line++) {
            slice.charge(line, end, charges);
        }
        return charges;
    }

    private void charge(long line, long end, List<UsageCharge> charges) {
        ShortLived job = ShortLived.of(company, line);
        int count = count(line, end);
        Draw starts = company.draw().of(Salt.SHORT_START).of(month.month().ordinal());
        int from = (int) (start(starts, line) * (month.periods() - count + 1));
        Resource resource = Resource.shortLived(company, job.kit(), line, month.month(), job.account(), job.region());
        new Closing(month, money, job.region()).shortLived(resource, job.meter(), month.plan().structure().size(job),
                from, count, charges);
    }

    /** Where in the month a job begins, 0 to 1: neighbours far from each other, so that no few days have all that is costly. */
    private static double start(Draw starts, long line) {
        double place = starts.unit(line & 1) + (line >>> 1) * GOLDEN;
        return place - (long) place;
    }

    /** Rows of a line: an intense job gives most of its even part to its neighbour, so that the sum stays. */
    private int count(long line, long end) {
        long partner = line ^ 1;
        int even = even(line);
        if (partner >= end) {
            return even;
        }
        int other = even(partner);
        int kept = INTENSE_ROWS
                + company.draw().of(Salt.SHORT_LENGTH).of(month.month().ordinal()).below(INTENSE_ROWS, line / 2);
        int intense = ShortLived.intense(line) ? even : other;
        int room = month.periods() - (ShortLived.intense(line) ? other : even);
        int moved = Math.max(0, Math.min(intense - Math.min(kept, intense), room));
        return ShortLived.intense(line) ? even - moved : even + moved;
    }

    private int even(long line) {
        return (int) (rows.shortRowsBefore(month.plan().structure(), line + 1)
                - rows.shortRowsBefore(month.plan().structure(), line));
    }
}
