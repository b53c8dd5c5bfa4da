package io.focusgen.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tables in the making: a sorted map of groups for each dimension. */
final class Tables {

    private static final Comparator<Group> DEAREST_FIRST = Comparator.<Group, BigDecimal>comparing(
            group -> group.costs().size()).reversed()
            .thenComparing(Group::name);

    private final Map<Dimension, SortedMap<String, Group>> groups = new EnumMap<>(Dimension.class);
    private Costs total = Costs.NONE;

    void add(Dimension dimension, Group group) {
        groups.computeIfAbsent(dimension, none -> new TreeMap<>()).merge(group.name(), group, Group::plus);
    }

    /** Adds to the whole; the tables have to be given the same. */
    void add(Costs costs) {
        total = total.plus(costs);
    }

    Costs total() {
        return total;
    }

    /** The dearest first, months by time. */
    Map<Dimension, List<Group>> sorted() {
        Map<Dimension, List<Group>> tables = new EnumMap<>(Dimension.class);
        groups.forEach((dimension, byName) -> {
            List<Group> table = new ArrayList<>(byName.values());
            if (dimension != Dimension.MONTH) {
                table.sort(DEAREST_FIRST);
            }
            tables.put(dimension, List.copyOf(table));
        });
        return tables;
    }
}
