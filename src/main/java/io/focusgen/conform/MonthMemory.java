package io.focusgen.conform;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.FocusColumn;

/** What is remembered of each provider's billing period, so that a period that is over can be forgotten as a whole. */
final class MonthMemory<K, V> {

    private final Memory memory;
    private final List<? extends Rule> rules;
    private final BiConsumer<V, Findings> judge;
    private final Map<Month, Known<K, V>> months = new LinkedHashMap<>();
    private final Set<Month> forgotten = new HashSet<>();
    private @Nullable Month last;

    /** By {@link Row#id}. */
    private record Month(int provider, int billingPeriod) {

        static Month of(Row row) {
            return new Month(row.providerId(), row.id(FocusColumn.BILLING_PERIOD_START));
        }
    }

    private static final class Known<K, V> {
        final Map<K, V> values = new LinkedHashMap<>();
        long bytes;
    }

    /**
     * Memory of a check.
     *
     * @param rules those that are judged by it
     * @param judge takes each value at last, before it is forgotten or where the data set ends
     */
    MonthMemory(Memory memory, List<? extends Rule> rules, BiConsumer<V, Findings> judge) {
        this.memory = memory;
        this.rules = rules;
        this.judge = judge;
        memory.add(this);
    }

    /** The value of a key in the row's month, made where there is none; null where it cannot be remembered. */
    @Nullable
    V get(Row row, K key, int bytes, Supplier<V> first, Findings findings) {
        Month month = monthOf(row);
        Known<K, V> known = months.get(month);
        V value = known == null ? null : known.values.get(key);
        if (value != null) {
            return value;
        }
        if (forgotten.contains(month) || !memory.take(bytes + Memory.ENTRY, row, findings)) {
            memory.missed(rules);
            return null;
        }
        known = months.computeIfAbsent(month, begun -> new Known<>());
        known.bytes += bytes + Memory.ENTRY;
        value = first.get();
        known.values.put(key, value);
        return value;
    }

    /** Whether a value that is known may grow by so much. */
    boolean grow(Row row, int bytes, Findings findings) {
        Known<K, V> known = months.get(monthOf(row));
        if (known == null || !memory.take(bytes, row, findings)) {
            memory.missed(rules);
            return false;
        }
        known.bytes += bytes;
        return true;
    }

    /** Consecutive rows mostly are of one month. */
    private Month monthOf(Row row) {
        Month month = last;
        if (month == null || month.provider != row.providerId()
                || month.billingPeriod != row.id(FocusColumn.BILLING_PERIOD_START)) {
            month = Month.of(row);
            last = month;
        }
        return month;
    }

    /** Judges and forgets every other month than the row's; returns the bytes that this frees. */
    long forgetAllBut(Row row, Findings findings) {
        Month kept = monthOf(row);
        long freed = 0;
        for (Map.Entry<Month, Known<K, V>> entry : months.entrySet()) {
            if (!entry.getKey().equals(kept)) {
                entry.getValue().values.values().forEach(value -> judge.accept(value, findings));
                freed += entry.getValue().bytes;
                forgotten.add(entry.getKey());
            }
        }
        months.keySet().retainAll(Set.of(kept));
        return freed;
    }

    /** Judges what is left. */
    void finish(Findings findings) {
        months.values().forEach(known -> known.values.values().forEach(value -> judge.accept(value, findings)));
    }
}
