package io.focusgen.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Judges all key rules: remembers, per key, the first value of each column that must stay. */
final class KeyState {

    /** Stands for a null that counts as a value. */
    private static final Object NONE = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    /** What a key takes in memory, and what each of its values. */
    private static final int KEY = 80;
    private static final int VALUE = 8;

    private final Memory memory;
    private final List<Group> groups = new ArrayList<>();

    /** The rules of one key, and the first values, in the order of the rules. */
    private record Group(Key key, List<KeyRule> rules, Map<Key.Ids, @Nullable Object[]> first) {
    }

    KeyState(Set<Rule> skipped, Memory memory) {
        this.memory = memory;
        Map<Key, Group> byKey = new IdentityHashMap<>();
        for (KeyRule rule : KeyRules.ALL) {
            if (skipped.contains(rule)) {
                continue;
            }
            Group group = byKey.get(rule.key());
            if (group == null) {
                group = new Group(rule.key(), new ArrayList<>(), new HashMap<>());
                byKey.put(rule.key(), group);
                groups.add(group);
            }
            group.rules().add(rule);
        }
    }

    void row(Row row, Findings findings) {
        for (Group group : groups) {
            Key.Ids ids = group.key().idsOf(row);
            if (ids == null) {
                if (row.isForgotten(group.key().columns().get(0))) {
                    memory.missed(group.rules());
                }
                continue;
            }
            @Nullable
            Object[] first = firstOf(group, ids);
            if (first == null) {
                continue;
            }
            for (int i = 0; i < first.length; i++) {
                KeyRule rule = group.rules().get(i);
                Cell cell = row.cell(rule.value());
                if (cell == null && !rule.nullCounts()) {
                    continue;
                }
                Object value = cell == null ? NONE : cell.value();
                Object expected = first[i];
                if (expected == null) {
                    first[i] = value;
                } else if (!expected.equals(value)) {
                    findings.add(rule, row.number(), () -> describe(group.key(), row) + ": " + rule.value().id()
                            + " was " + Row.show(expected) + ", is " + Row.show(value));
                }
            }
        }
    }

    /** The first values of a key; null where there is no room for them. */
    private @Nullable Object @Nullable [] firstOf(Group group, Key.Ids ids) {
        @Nullable
        Object[] first = group.first().get(ids);
        if (first == null) {
            int values = group.rules().size();
            if (!memory.take(Memory.ENTRY + KEY + values * VALUE)) {
                memory.missed(group.rules());
                return null;
            }
            first = new Object[values];
            group.first().put(ids, first);
        }
        return first;
    }

    private static String describe(Key key, Row row) {
        return key.columns().stream().map(column -> column.id() + "=" + Row.show(row.text(column)))
                .collect(Collectors.joining(", "));
    }
}
