package io.focusgen.plan;

import io.focusgen.catalog.Region;
import io.focusgen.estate.Company;
import io.focusgen.estate.Draw;
import io.focusgen.estate.Kit;
import io.focusgen.estate.Salt;
import io.focusgen.estate.SubAccount;
import io.focusgen.estate.Tail;

/**
 * A resource that lives for a part of the month: a batch job, a spot fleet, a transfer. One of them is one line; jobs of
 * the same group share its ResourceId, so that it recurs in every month.
 *
 * @param number 0 for the first of the company
 * @param kit what it is; one line
 * @param size heavy-tailed weight
 * @param account where it runs
 * @param region where it runs
 */
public record ShortLived(long number, Kit kit, long size, SubAccount account, Region region) {

    /** Accounts and regions of the first cohorts, so that jobs run where the company already is. */
    private static final int PLACES = 24;
    private static final int FIRST_PLACES = 3;

    /** How much more an intense job costs. */
    private static final int INTENSE = 48;

    public static ShortLived of(Company company, long number) {
        java.util.List<Kit> kinds = company.mix().shortLived();
        Draw draw = company.draw().of(Salt.SHORT_LIVED);
        long group = JobGroups.of(number);
        // The first groups run where a small bill has resources.
        int places = (int) Math.min(PLACES, FIRST_PLACES + group);
        long place = draw.below(places, group);
        long size = (long) ((intense(number) ? INTENSE : 1) * 16 * Tail.JOB.factor(draw.bits(number))) + 1;
        return new ShortLived(number, kinds.get((int) (number % kinds.size())), size, company.account(place),
                company.region(place));
    }

    /** Every other job is a short and costly one: a training run, a nightly rebuild; the ones between are long and cheap. */
    public static boolean intense(long number) {
        return (number & 1) == 0;
    }

    /** Its one line. */
    public Kit.Line meter() {
        return kit.lines().get(0);
    }

    /** Rows of tax that the first {@code lines} short-lived lines call for. */
    static long taxRows(Company company, long lines) {
        long groups = JobGroups.count(lines);
        if (groups == 0) {
            return 0;
        }
        // The kinds follow each other, so groups of one size repeat after at most as many as there are kinds.
        int round = company.mix().shortLived().size();
        long whole = groups - 1;
        long odd = Math.min(whole, JobGroups.SMALL_GROUPS);
        long rows = 0;
        for (long group = 0; group < odd; group++) {
            rows += services(company, group);
        }
        for (int place = 0; place < round; place++) {
            long alike = (whole - odd + round - 1 - place) / round;
            rows += alike == 0 ? 0 : alike * services(company, odd + place);
        }
        long last = JobGroups.first(whole);
        return rows + services(company, last, (int) (lines - last));
    }

    private static int services(Company company, long group) {
        long first = JobGroups.first(group);
        return services(company, first, (int) (JobGroups.first(group + 1) - first));
    }

    /** Different services among {@code count} lines from {@code first} on. */
    static int services(Company company, long first, int count) {
        java.util.List<Kit> kinds = company.mix().shortLived();
        long services = 0;
        for (int i = 0; i < count; i++) {
            services |= kinds.get((int) ((first + i) % kinds.size())).taxed();
        }
        return Long.bitCount(services);
    }
}
