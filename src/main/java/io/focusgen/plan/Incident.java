package io.focusgen.plan;

import java.util.List;

import io.focusgen.catalog.Machine;
import io.focusgen.estate.Kit;
import io.focusgen.estate.Resource;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.Granularity;
import io.focusgen.spec.AnomalyKind;
import io.focusgen.spec.AnomalySize;

/**
 * Something that goes wrong: a meter that runs for some hours, on top of everything else. An incident that crosses the end
 * of a month has a part in both.
 *
 * @param id unique in the provider
 * @param kind what
 * @param size how much
 * @param resource that it shows on
 * @param line the meter
 * @param machines that it may be charged as: one, or rungs in ascending price; the resource has none of their SKUs
 * @param found whether the resource is there without it
 * @param startHour hours from 1970-01-01T00:00Z to its start
 * @param endHour to its end
 * @param dollars about what it costs before tax
 */
public record Incident(String id, AnomalyKind kind, AnomalySize size, Resource resource, Kit.Line line,
        List<Machine> machines, boolean found, long startHour, long endHour, double dollars) {

    private static final int FULL = 100;
    private static final int LEAST = 8;

    public Incident {
        machines = List.copyOf(machines);
        if (machines.isEmpty()) {
            throw new IllegalArgumentException(id + " has nothing to be charged as");
        }
    }

    /** Whether some of it is in this month. */
    public boolean isIn(BillingMonth month) {
        return startHour < end(month) && endHour > month.startHour();
    }

    /** Hours from 1970-01-01T00:00Z to the first hour that it has in a month. */
    public long startIn(BillingMonth month) {
        return Math.max(startHour, month.startHour());
    }

    /** To the end of the last. */
    public long endIn(BillingMonth month) {
        return Math.min(endHour, end(month));
    }

    private static long end(BillingMonth month) {
        return month.startHour() + month.hours();
    }

    /** The first charge period of a month that it has rows in. */
    public int firstPeriod(BillingMonth month, Granularity granularity) {
        return (int) ((startIn(month) - month.startHour()) / granularity.hoursPerPeriod(month));
    }

    /** Charge periods that it has rows in. */
    public int periods(BillingMonth month, Granularity granularity) {
        int hours = granularity.hoursPerPeriod(month);
        int end = (int) ((endIn(month) - month.startHour() + hours - 1) / hours);
        return end - firstPeriod(month, granularity);
    }

    /** Rows of usage in a month. */
    long rows(BillingMonth month, Granularity granularity) {
        return (long) periods(month, granularity) * line.rows();
    }

    /** How it spreads over the charge periods of a month. */
    public LoadCurve curve(BillingMonth month, Granularity granularity) {
        int[] weights = new int[granularity.periods(month)];
        int hours = granularity.hoursPerPeriod(month);
        for (long hour = startIn(month); hour < endIn(month); hour++) {
            weights[(int) ((hour - month.startHour()) / hours)] += weight(hour);
        }
        return LoadCurve.of(weights);
    }

    /** Whether it is so many machines from its first hour to its last. */
    public boolean isConstant() {
        return kind.ramp() == 0;
    }

    /** The hours of so many machines in the charge periods of a month. */
    public LoadCurve machineHours(BillingMonth month, Granularity granularity, int running) {
        int[] units = new int[granularity.periods(month)];
        int hours = granularity.hoursPerPeriod(month);
        for (long hour = startIn(month); hour < endIn(month); hour++) {
            units[(int) ((hour - month.startHour()) / hours)] += running;
        }
        return LoadCurve.exactly(units);
    }

    /** It grows evenly to what it stays at until somebody ends it. */
    private int weight(long hour) {
        long growing = (endHour - startHour) * kind.ramp() / 100;
        long since = hour - startHour;
        return since >= growing ? FULL : (int) (LEAST + (FULL - LEAST) * since / growing);
    }

    /** About what it costs in a month. */
    public double dollars(BillingMonth month) {
        long all = 0;
        long inside = 0;
        for (long hour = startHour; hour < endHour; hour++) {
            all += weight(hour);
            inside += hour >= startIn(month) && hour < endIn(month) ? weight(hour) : 0;
        }
        return dollars * inside / all;
    }

    /** What it costs an hour at its height, about. */
    public double dollarsPerHour() {
        long all = 0;
        for (long hour = startHour; hour < endHour; hour++) {
            all += weight(hour);
        }
        return dollars * FULL / all;
    }
}
