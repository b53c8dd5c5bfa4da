package io.focusgen.estate;

import java.util.Arrays;

/**
 * What a set of resources adds up to: all that the planner needs to know of them. Sums are linear in the size of an
 * application, so that a whole stack is added at once.
 */
public final class Tally {

    private int lines;
    private int busyLines;
    private long taxed;
    private long taxedAtTimes;
    private final long[] weight = new long[LineClass.COUNT];
    private final double[] least = new double[LineClass.COUNT];
    private int credited;
    private int reserved;
    private long reservedWeight;
    private int spend;
    private long spendWeight;
    private final int[] tierLines;
    private final long[] tierWeight;

    /** An empty tally. @param tiered number of tiered SKUs */
    public Tally(int tiered) {
        tierLines = new int[tiered];
        tierWeight = new long[tiered];
    }

    /** Lines: each gives one row in every charge period of the month. */
    public int lines() {
        return lines;
    }

    /** Lines beside them that have rows in busy hours only. */
    public int busyLines() {
        return busyLines;
    }

    /** Services that owe tax, as bits by place in {@link Mix#metered()}. */
    public long taxed() {
        return taxed;
    }

    /** Services that owe tax only where a commitment has lapsed, likewise. */
    public long taxedAtTimes() {
        return taxedAtTimes;
    }

    /** Weight of the lines of a money class that money is dealt to. */
    public long weight(int moneyClass) {
        return weight[moneyClass];
    }

    /** The least USD a month that those lines cost, before the region's price level. */
    public double least(int moneyClass) {
        return least[moneyClass];
    }

    /** Lines of what credits are given for that money is dealt to. */
    public int credited() {
        return credited;
    }

    /** Fleets that a reservation covers. */
    public int reserved() {
        return reserved;
    }

    public long reservedWeight() {
        return reservedWeight;
    }

    /** Fleets that a savings plan covers. */
    public int spend() {
        return spend;
    }

    public long spendWeight() {
        return spendWeight;
    }

    /** Lines of a tiered SKU, by its index in {@link Mix#tiered()}. */
    public int tierLines(int tiered) {
        return tierLines[tiered];
    }

    public long tierWeight(int tiered) {
        return tierWeight[tiered];
    }

    public void clear() {
        lines = 0;
        busyLines = 0;
        taxed = 0;
        taxedAtTimes = 0;
        credited = 0;
        reserved = 0;
        reservedWeight = 0;
        spend = 0;
        spendWeight = 0;
        Arrays.fill(weight, 0);
        Arrays.fill(least, 0);
        Arrays.fill(tierLines, 0);
        Arrays.fill(tierWeight, 0);
    }

    /** Adds what {@code unit} holds for size 1, at this size. */
    public void add(Tally unit, long size) {
        lines += unit.lines;
        busyLines += unit.busyLines;
        taxed |= unit.taxed;
        taxedAtTimes |= unit.taxedAtTimes;
        credited += unit.credited;
        reserved += unit.reserved;
        reservedWeight += unit.reservedWeight * size;
        spend += unit.spend;
        spendWeight += unit.spendWeight * size;
        for (int i = 0; i < weight.length; i++) {
            weight[i] += unit.weight[i] * size;
            least[i] += unit.least[i];
        }
        for (int i = 0; i < tierLines.length; i++) {
            tierLines[i] += unit.tierLines[i];
            tierWeight[i] += unit.tierWeight[i] * size;
        }
    }

    /** Adds one resource of size 1. */
    void add(Kit kit) {
        taxed |= kit.taxed();
        taxedAtTimes |= kit.taxedAtTimes();
        for (Kit.Line line : kit.lines()) {
            if (line.role() == LineRole.OVERAGE) {
                busyLines += line.rows();
            } else {
                lines += line.rows();
            }
            switch (line.role()) {
                case SIZED, CLOCK, UNITS, CLUSTER, PAUSABLE, FLEET, ELASTIC, SPOT, OVERAGE -> {
                    weight[line.moneyClass()] += line.weight();
                    least[line.moneyClass()] += line.least();
                    credited += line.moneyClass() == LineClass.CREDITED ? 1 : 0;
                }
                case USAGE_ANCHOR -> {
                    reserved++;
                    reservedWeight += line.weight();
                }
                case SPEND_ANCHOR -> {
                    spend++;
                    spendWeight += line.weight();
                }
                case TIERED -> {
                    tierLines[line.tiered()]++;
                    tierWeight[line.tiered()] += line.weight();
                }
                case ZERO -> {
                    // Costs nothing, so no money is dealt to it.
                }
            }
        }
    }
}
