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

    private final List<Group> groups = new ArrayList<>();

    /** The rules of one key, and the first values, in the order of the rules. */
    private record Group(Key key, List<KeyRule> rules, Map<Key.Ids, @Nullable Object[]> first) {
    }

    KeyState(Set<Rule> skipped) {
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
                continue;
            }
            @Nullable
            Object[] first = group.first().computeIfAbsent(ids, key -> new Object[group.rules().size()]);
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

    private static String describe(Key key, Row row) {
        return key.columns().stream().map(column -> column.id() + "=" + Row.show(row.text(column)))
                .collect(Collectors.joining(", "));
    }
}
