package io.focusgen.conform;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.focusgen.focus.CommitmentCategory;
import io.focusgen.focus.CommitmentStatus;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.PricingCategory;

/**
 * Nobody pays on demand for what a commitment has left. Which SKU and region a commitment is for, the rows say that it
 * covers. Charge periods of an hour are judged; in a longer one both can be.
 */
final class IdleCommitments implements SetCheck {

    static final SetRule NOT_BESIDE = new SetRule("FG-COMMITMENT-IDLE",
            "In an hour in which a Usage commitment has an unused part, no usage of a SKU and region that it covers is charged"
                    + " on demand (Standard) to its billing account.",
            "a commitment is applied before anything is charged on demand",
            EnumSet.of(FocusColumn.BILLING_ACCOUNT_ID, FocusColumn.BILLING_PERIOD_START, FocusColumn.CHARGE_CATEGORY,
                    FocusColumn.CHARGE_CLASS, FocusColumn.CHARGE_PERIOD_END, FocusColumn.CHARGE_PERIOD_START,
                    FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, FocusColumn.COMMITMENT_DISCOUNT_ID,
                    FocusColumn.COMMITMENT_DISCOUNT_STATUS, FocusColumn.PRICING_CATEGORY, FocusColumn.REGION_ID,
                    FocusColumn.SKU_ID));

    /** What the hours of a SKU take in memory, with their key. */
    private static final int HOURS = 256;

    private final Map<Integer, Commitment> commitments = new LinkedHashMap<>();
    private final MonthMemory<Place, Demand> demands;

    /** By {@link Row#id}. */
    private record Place(int provider, int account, int sku, int region) {

        static Place of(Row row) {
            return new Place(row.providerId(), row.id(FocusColumn.BILLING_ACCOUNT_ID), row.id(FocusColumn.SKU_ID),
                    row.id(FocusColumn.REGION_ID));
        }
    }

    /** Hours of a billing period in which something is charged on demand. */
    private static final class Demand {
        final Place place;
        final long month;
        final long firstRow;
        final BitSet hours = new BitSet(UtcTime.HOURS_OF_LONGEST_MONTH);

        Demand(Place place, long month, long firstRow) {
            this.place = place;
            this.month = month;
            this.firstRow = firstRow;
        }
    }

    /** What a commitment is used on, and the hours that leave something of it, by billing period. */
    private static final class Commitment {
        final String name;
        final Set<Place> covers = new HashSet<>();
        final Map<Long, BitSet> unused = new HashMap<>();

        Commitment(String name) {
            this.name = name;
        }
    }

    IdleCommitments(Memory memory) {
        demands = new MonthMemory<>(memory, rules(), this::judge);
    }

    @Override
    public List<SetRule> rules() {
        return List.of(NOT_BESIDE);
    }

    @Override
    public void row(Row row, Findings findings) {
        Period period = PeriodRules.chargePeriod(row);
        long month = row.moment(FocusColumn.BILLING_PERIOD_START);
        if (!row.isUsage() || row.isCorrection() || !period.isKnown() || month == UtcTime.NONE
                || period.seconds() != UtcTime.HOUR || row.lacks(FocusColumn.SKU_ID)) {
            return;
        }
        int hour = (int) Math.floorDiv(period.start() - month, UtcTime.HOUR);
        if (hour < 0 || hour >= UtcTime.HOURS_OF_LONGEST_MONTH) {
            return;
        }
        String id = row.text(FocusColumn.COMMITMENT_DISCOUNT_ID);
        if (id != null) {
            commitment(row, id, month, hour);
        } else if (row.is(FocusColumn.PRICING_CATEGORY, PricingCategory.STANDARD.label())) {
            Place place = Place.of(row);
            Demand demand = demands.get(row, place, HOURS, () -> new Demand(place, month, row.number()), findings);
            if (demand != null) {
                demand.hours.set(hour);
            }
        }
    }

    private void commitment(Row row, String id, long month, int hour) {
        if (!row.is(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, CommitmentCategory.USAGE.label())) {
            return;
        }
        Commitment commitment = commitments.computeIfAbsent(row.id(FocusColumn.COMMITMENT_DISCOUNT_ID),
                first -> new Commitment(id));
        if (row.isStatus(CommitmentStatus.USED)) {
            commitment.covers.add(Place.of(row));
        } else if (row.isStatus(CommitmentStatus.UNUSED)) {
            commitment.unused.computeIfAbsent(month, first -> new BitSet(UtcTime.HOURS_OF_LONGEST_MONTH)).set(hour);
        }
    }

    private void judge(Demand demand, Findings findings) {
        for (Commitment commitment : commitments.values()) {
            BitSet unused = commitment.unused.get(demand.month);
            if (unused != null && unused.intersects(demand.hours) && commitment.covers.contains(demand.place)) {
                BitSet both = (BitSet) unused.clone();
                both.and(demand.hours);
                findings.add(NOT_BESIDE, demand.firstRow, both.cardinality(),
                        () -> Row.show(commitment.name)
                                + " has unused parts while its SKU is charged on demand, first in "
                                + UtcTime.text(demand.month + both.nextSetBit(0) * UtcTime.HOUR));
            }
        }
    }

    @Override
    public void finish(Findings findings) {
        demands.finish(findings);
    }
}
