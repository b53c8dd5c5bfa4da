package io.focusgen.plan;

import java.util.Arrays;

import io.focusgen.catalog.Region;
import io.focusgen.estate.Anchors;
import io.focusgen.estate.Cohort;
import io.focusgen.estate.Company;
import io.focusgen.estate.Kit;
import io.focusgen.estate.LineClass;
import io.focusgen.estate.StackType;
import io.focusgen.estate.SubAccount;
import io.focusgen.estate.Tally;

/**
 * How many of what: the part of a plan that neither month nor money changes. Which applications are in, how many
 * short-lived lines fill up the rows, and the cumulated weights by which whole units are dealt over the slices.
 */
public final class Structure {

    /** What {@link #size} multiplies by where a team spends what it does anyway. */
    public static final long EVEN = TeamWeights.EVEN;

    private final Company company;
    private final RowLadder ladder;
    private final Portfolio portfolio;
    private int slices;
    private int[] lines = new int[64];
    private int[] busyLines = new int[64];
    private byte[] taxRows = new byte[64];
    private int[] spend = new int[64];
    private long[] spendWeight = new long[64];
    private int[] reservedBefore = new int[65];
    private long[] reservedWeightBefore = new long[65];
    private int[] creditsBefore = new int[65];
    private long[] creditWeightBefore = new long[65];
    private long credited;
    private final int[][] tierLinesBefore;
    private final long[][] tierWeightBefore;
    private long totalSpendWeight;
    private long coreLines;
    private long coreBusyLines;
    private long coreTaxRows;
    private long wholeStacks;
    private int lastSlots;
    private long shortLines;
    private final long[] weight = new long[LineClass.COUNT];
    private final long[] shortWeight = new long[LineClass.COUNT];
    private final double[] least = new double[LineClass.COUNT];
    private final TeamWeights teams;

    Structure(Company company, RowLadder ladder, Portfolio portfolio) {
        this.portfolio = portfolio;
        this.company = company;
        this.ladder = ladder;
        teams = new TeamWeights(company, ladder.shortPart());
        int tiered = company.mix().tiered().size();
        tierLinesBefore = new int[tiered][65];
        tierWeightBefore = new long[tiered][65];
    }

    /** Takes applications in order while their rows in so many periods stay within {@code limit}. */
    void takeCore(long limit, int periods) {
        Tally tally = new Tally(company.mix().tiered().size());
        for (long cohort = 0; coreRows(periods) < limit; cohort++) {
            tally.clear();
            boolean full = takeCohort(cohort, tally, limit, periods);
            if (tally.lines() == 0) {
                return;
            }
            close(cohort, tally);
            if (!full) {
                return;
            }
        }
    }

    private boolean takeCohort(long cohort, Tally tally, long limit, int periods) {
        SubAccount account = company.account(cohort);
        Anchors anchors = anchors(cohort);
        long first = Cohort.firstStack(cohort);
        int stacks = Cohort.stacks(cohort);
        for (long stack = first; stack < first + stacks; stack++) {
            StackType type = company.variant(stack);
            int slots = type.slots();
            while (slots > 0 && !fits(tally, type.upTo(slots, anchors), limit, periods)) {
                slots--;
            }
            tally.add(type.upTo(slots, anchors), company.applications().size(stack, account));
            if (slots < type.slots()) {
                wholeStacks = stack;
                lastSlots = slots;
                return false;
            }
        }
        wholeStacks = first + stacks;
        lastSlots = 0;
        return true;
    }

    private boolean fits(Tally tally, Tally more, long limit, int periods) {
        long credits = ladder.credited(credited + tally.credited() + more.credited()) - creditsBefore[slices];
        long rows = coreRows(periods) + ((long) tally.lines() + more.lines()) * periods
                + ((long) tally.busyLines() + more.busyLines()) * ladder.busyPeriods(periods)
                + credits * ladder.creditRows(periods);
        long taxed = tally.taxed() | more.taxed();
        // What is taxed in some months only stands beside something that always is: there are as many rows of tax in all.
        boolean even = ((tally.taxedAtTimes() | more.taxedAtTimes()) & ~taxed) == 0;
        return even && rows + (ladder.tax() ? Long.bitCount(taxed) : 0) <= limit;
    }

    private void close(long cohort, Tally tally) {
        grow();
        int s = slices++;
        lines[s] = tally.lines();
        busyLines[s] = tally.busyLines();
        taxRows[s] = (byte) (ladder.tax() ? Long.bitCount(tally.taxed()) : 0);
        spend[s] = tally.spend();
        spendWeight[s] = tally.spendWeight();
        reservedBefore[s + 1] = reservedBefore[s] + tally.reserved();
        reservedWeightBefore[s + 1] = reservedWeightBefore[s] + tally.reservedWeight();
        credited += tally.credited();
        creditsBefore[s + 1] = Math.toIntExact(ladder.credited(credited));
        creditWeightBefore[s + 1] = creditWeightBefore[s]
                + (creditsBefore[s + 1] > creditsBefore[s] ? tally.weight(LineClass.CREDITED) : 0);
        for (int t = 0; t < tierLinesBefore.length; t++) {
            tierLinesBefore[t][s + 1] = tierLinesBefore[t][s] + tally.tierLines(t);
            tierWeightBefore[t][s + 1] = tierWeightBefore[t][s] + tally.tierWeight(t);
        }
        teams.add(company.account(cohort), tally);
        double level = priceLevel(company.region(cohort));
        for (int i = 0; i < weight.length; i++) {
            weight[i] += tally.weight(i);
            least[i] += tally.least(i) * level;
        }
        totalSpendWeight += tally.spendWeight();
        coreLines += tally.lines();
        coreBusyLines += tally.busyLines();
        coreTaxRows += taxRows[s];
    }

    /** Adds short-lived lines to fill what the core left. */
    void takeShort(long count) {
        shortLines = count;
        for (long line = 0; line < count; line++) {
            ShortLived resource = ShortLived.of(company, line);
            Kit.Line meter = resource.meter();
            long size = meter.weight() * resource.size();
            shortWeight[meter.moneyClass()] += size;
            teams.addShort(resource.account(), meter.moneyClass(), size);
            least[meter.moneyClass()] += meter.least() * priceLevel(resource.region());
        }
    }

    /**
     * Weighs everything anew so that teams spend by their weights; see {@link TeamWeights#balance}. Once, after all is taken.
     */
    void balance(double[] money, double reserved, double spend) {
        teams.balance(company, money, reserved, spend);
        for (int i = 0; i < weight.length; i++) {
            weight[i] = teams.weight(i);
            shortWeight[i] = teams.shortWeight(i);
        }
        totalSpendWeight = 0;
        long[] change = new long[slices];
        for (int s = 0; s < slices; s++) {
            change[s] = teams.factor(company.account(s));
            spendWeight[s] *= change[s];
            totalSpendWeight += spendWeight[s];
        }
        multiply(reservedWeightBefore, change);
        multiply(creditWeightBefore, change);
        for (long[] before : tierWeightBefore) {
            multiply(before, change);
        }
    }

    /** Multiplies the steps of cumulated numbers. */
    private static void multiply(long[] before, long[] change) {
        long old = 0;
        for (int s = 0; s < change.length; s++) {
            long step = before[s + 1] - old;
            old = before[s + 1];
            before[s + 1] = before[s] + step * change[s];
        }
    }

    /** How large an application is in this data set: what its meters' weights are multiplied with. */
    public long size(long stack, SubAccount account) {
        return company.applications().size(stack, account) * teams.factor(account);
    }

    /** As {@link #size(long, SubAccount)}, of a short-lived resource. */
    public long size(ShortLived resource) {
        return resource.size() * teams.factor(resource.account());
    }

    /** The dearest of the region's multipliers: what the least cost of anything there is bounded by. */
    static double priceLevel(Region region) {
        return Math.max(1, Math.max(region.compute().toDouble(),
                Math.max(region.storage().toDouble(), region.transfer().toDouble())));
    }

    /** See {@link #priceLevel}. */
    public double priceLevelOf(Region region) {
        return priceLevel(region);
    }

    /** What becomes of a cohort's fleets. */
    public Anchors anchors(long cohort) {
        boolean reached = portfolio.any() && company.region(cohort).index() == company.home().index()
                && portfolio.reaches(company.account(cohort));
        return reached ? portfolio.lapses() ? Anchors.LAPSING : Anchors.COVERED : Anchors.ON_DEMAND;
    }

    private void grow() {
        if (slices + 1 < lines.length) {
            return;
        }
        int size = lines.length * 2;
        lines = Arrays.copyOf(lines, size);
        busyLines = Arrays.copyOf(busyLines, size);
        taxRows = Arrays.copyOf(taxRows, size);
        spend = Arrays.copyOf(spend, size);
        spendWeight = Arrays.copyOf(spendWeight, size);
        reservedBefore = Arrays.copyOf(reservedBefore, size + 1);
        reservedWeightBefore = Arrays.copyOf(reservedWeightBefore, size + 1);
        creditsBefore = Arrays.copyOf(creditsBefore, size + 1);
        creditWeightBefore = Arrays.copyOf(creditWeightBefore, size + 1);
        for (int t = 0; t < tierLinesBefore.length; t++) {
            tierLinesBefore[t] = Arrays.copyOf(tierLinesBefore[t], size + 1);
            tierWeightBefore[t] = Arrays.copyOf(tierWeightBefore[t], size + 1);
        }
    }

    Company company() {
        return company;
    }

    public RowLadder ladder() {
        return ladder;
    }

    public int coreSlices() {
        return slices;
    }

    public int shortSlices() {
        return Math.toIntExact(JobGroups.count(shortLines));
    }

    /** Rows of a core slice in a month of so many charge periods. */
    long rows(int slice, int periods) {
        return (long) lines[slice] * periods + (long) busyLines[slice] * ladder.busyPeriods(periods) + taxRows[slice]
                + (long) credits(slice) * ladder.creditRows(periods);
    }

    /** Rows of all core slices. */
    long coreRows(int periods) {
        return coreLines * periods + coreBusyLines * ladder.busyPeriods(periods) + coreTaxRows
                + (long) creditsBefore[slices] * ladder.creditRows(periods);
    }

    /** Meters of the core that credits are given for, with credits or without. */
    long credited() {
        return credited;
    }

    /** Meters of a core slice that have credits. */
    public int credits(int slice) {
        return creditsBefore[slice + 1] - creditsBefore[slice];
    }

    /** Meters with credits in the core slices before this one. */
    public int creditsBefore(int slice) {
        return creditsBefore[slice];
    }

    /** By which credits are dealt to slices: weight of the slices before this one, as far as they have any. */
    public double creditWeightBefore(int slice) {
        return creditWeightBefore[slice];
    }

    public long shortLines() {
        return shortLines;
    }

    /** Applications before this one are in whole. */
    long wholeStacks() {
        return wholeStacks;
    }

    /** Resources of application {@link #wholeStacks()} that are in. */
    int lastSlots() {
        return lastSlots;
    }

    /** Resources of an application that are in. */
    public int slots(long stack, StackType type) {
        return stack < wholeStacks ? type.slots() : stack == wholeStacks ? lastSlots : 0;
    }

    /** Weight of the core's meters that money is dealt to. */
    long weight(int moneyClass) {
        return weight[moneyClass];
    }

    /** Weight of the short-lived resources' meters. */
    long shortWeight(int moneyClass) {
        return shortWeight[moneyClass];
    }

    /** Whether a class has anything that money can be dealt to. */
    boolean has(int moneyClass) {
        return weight[moneyClass] + shortWeight[moneyClass] > 0;
    }

    double least(int moneyClass) {
        return least[moneyClass];
    }

    public int spend(int slice) {
        return spend[slice];
    }

    public long spendWeight(int slice) {
        return spendWeight[slice];
    }

    /** The money class of a tiered SKU. */
    int tieredClass(int tiered) {
        return company.mix().tieredClass(tiered);
    }

    long totalSpendWeight() {
        return totalSpendWeight;
    }

    /** Fleets under reservation in the slices before this one; in all for {@code coreSlices()}. */
    public int reservedBefore(int slice) {
        return reservedBefore[slice];
    }

    public long reservedWeightBefore(int slice) {
        return reservedWeightBefore[slice];
    }

    public int tierLinesBefore(int tiered, int slice) {
        return tierLinesBefore[tiered][slice];
    }

    public long tierWeightBefore(int tiered, int slice) {
        return tierWeightBefore[tiered][slice];
    }
}
