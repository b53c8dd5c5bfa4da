package io.focusgen.conform;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.FocusColumn;

/**
 * What is taken back was charged: a correction with a negative quantity has an original in the bill of the month that its
 * charge period lies in, where the data set has that bill. Originals come before or after their corrections.
 *
 * <p>Of each charged row a hash, its quantity and its cost are remembered, 24 bytes; all of them together take at most a
 * quarter of the memory. Where that is used up, other bills than the row's and the one before it are forgotten; what then
 * cannot be found may have been there, and is not judged.
 */
final class CorrectedRows implements SetCheck {

    private static final Set<FocusColumn> SAME = EnumSet.of(FocusColumn.BILLING_ACCOUNT_ID,
            FocusColumn.BILLING_PERIOD_START, FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS,
            FocusColumn.CHARGE_PERIOD_END, FocusColumn.CHARGE_PERIOD_START, FocusColumn.PRICING_CATEGORY,
            FocusColumn.PRICING_QUANTITY, FocusColumn.RESOURCE_ID, FocusColumn.SKU_PRICE_ID,
            FocusColumn.SUB_ACCOUNT_ID);

    static final SetRule ORIGINAL = new SetRule("FG-CORRECTION-ORIGINAL",
            "A correction that takes a quantity back has a row of the same account, ResourceId, SkuPriceId, PricingCategory and"
                    + " charge period in the bill of that period's month, where that is at hand.",
            "a correction corrects something", SAME);

    static final SetRule WITHIN = new SetRule("FG-CORRECTION-WITHIN",
            "Corrections take back at most the PricingQuantity and BilledCost of their original.",
            "a correction corrects something", with(FocusColumn.BILLED_COST));

    /** Corrections that wait for their originals, at most. */
    private static final int MOST_OPEN = 100_000;

    /** Digits after the point that count; further ones are cut off, which never makes a finding. */
    private static final int SCALE = 9;

    private final Memory memory;
    private final Map<Bill, ChargedRows> bills = new LinkedHashMap<>();
    private final Set<Bill> forgotten = new HashSet<>();
    private final List<Taken> open = new ArrayList<>();
    private @Nullable Bill last;
    private @Nullable ChargedRows lastRows;

    /** A billing account's month; provider and account by {@link Row#id}. */
    private record Bill(int provider, int account, long start) {
    }

    /** What a correction takes back of whatever has this key. */
    private record Taken(Bill bill, long key, long quantity, long cost, long row, String what) {
    }

    CorrectedRows(Memory memory) {
        this.memory = memory;
    }

    private static Set<FocusColumn> with(FocusColumn more) {
        Set<FocusColumn> columns = EnumSet.copyOf(SAME);
        columns.add(more);
        return columns;
    }

    @Override
    public List<SetRule> rules() {
        return List.of(ORIGINAL, WITHIN);
    }

    @Override
    public void row(Row row, Findings findings) {
        Period period = PeriodRules.chargePeriod(row);
        long month = row.moment(FocusColumn.BILLING_PERIOD_START);
        if (!row.isUsage() && !row.isPurchase() || row.lacks(FocusColumn.SKU_PRICE_ID) || !period.isKnown()
                || month == UtcTime.NONE) {
            return;
        }
        if (row.isForgotten(FocusColumn.RESOURCE_ID)) {
            memory.missed(rules());
            return;
        }
        long quantity = row.decimalOrZero(FocusColumn.PRICING_QUANTITY).toUnits(SCALE);
        long cost = row.decimalOrZero(FocusColumn.BILLED_COST).toUnits(SCALE);
        if (!row.isCorrection()) {
            charged(row, bill(row, month), key(row, period), quantity, cost, findings);
        } else if (quantity < 0 && period.start() < month) {
            taken(new Taken(bill(row, UtcTime.monthOf(period.start())), key(row, period), -quantity, -cost,
                    row.number(),
                    row.show(EnumSet.of(FocusColumn.RESOURCE_ID, FocusColumn.SKU_PRICE_ID)) + " in " + period));
        }
    }

    private static Bill bill(Row row, long start) {
        return new Bill(row.providerId(), row.id(FocusColumn.BILLING_ACCOUNT_ID), start);
    }

    /** Of different rows hardly ever the same: one in ten million where there are a million rows. */
    private static long key(Row row, Period period) {
        long key = ChargedRows.mix(row.id(FocusColumn.RESOURCE_ID), row.id(FocusColumn.SKU_PRICE_ID));
        key = ChargedRows.mix(key, (long) row.id(FocusColumn.SUB_ACCOUNT_ID) << Integer.SIZE
                | row.id(FocusColumn.PRICING_CATEGORY));
        return ChargedRows.mix(ChargedRows.mix(key, period.start()), period.end());
    }

    private void charged(Row row, Bill bill, long key, long quantity, long cost, Findings findings) {
        ChargedRows rows = lastRows;
        if (rows == null || !bill.equals(last)) {
            if (forgotten.contains(bill)) {
                return;
            }
            rows = bills.computeIfAbsent(bill, first -> new ChargedRows());
            last = bill;
            lastRows = rows;
        }
        if (!rows.isFull() && rows.needs() > 0 && !roomFor(rows.needs(), bill, row, findings)) {
            rows.full();
            memory.missed(rules());
        }
        rows.add(key, quantity, cost);
    }

    private boolean roomFor(long bytes, Bill bill, Row row, Findings findings) {
        if (takeShare(bytes, row, findings)) {
            return true;
        }
        long before = UtcTime.monthOf(bill.start - 1);
        bills.entrySet().removeIf(entry -> {
            Bill other = entry.getKey();
            boolean needed = other.provider == bill.provider && other.account == bill.account
                    && (other.start == bill.start || other.start == before);
            if (!needed) {
                forgotten.add(other);
                memory.give(entry.getValue().bytes());
            }
            return !needed;
        });
        return takeShare(bytes, row, findings);
    }

    private boolean takeShare(long bytes, Row row, Findings findings) {
        long taken = bytes;
        for (ChargedRows rows : bills.values()) {
            taken += rows.bytes();
        }
        return taken <= memory.quarter() && memory.take(bytes, row, findings);
    }

    private void taken(Taken taken) {
        ChargedRows rows = bills.get(taken.bill);
        if (rows != null && rows.takeBack(taken.key, taken.quantity, taken.cost)) {
            return;
        }
        if (open.size() < MOST_OPEN) {
            open.add(taken);
        } else {
            memory.missed(rules());
        }
    }

    @Override
    public void finish(Findings findings) {
        for (Taken taken : open) {
            ChargedRows rows = bills.get(taken.bill);
            if (forgotten.contains(taken.bill)) {
                memory.missed(rules());
            } else if (rows != null && !rows.takeBack(taken.key, taken.quantity, taken.cost)) {
                if (rows.isFull()) {
                    memory.missed(rules());
                } else {
                    findings.add(rows.has(taken.key) ? WITHIN : ORIGINAL, taken.row, taken::what);
                }
            }
        }
    }
}
