package io.focusgen.conform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * One way to spoil the sample bill.
 *
 * @param rule the id of the rule that this breaks
 * @param alsoBroken ids of the rules that cannot but break with it
 */
record Mutation(String rule, Set<String> alsoBroken, Consumer<SampleBill> spoil) {

    static Mutation of(String rule, Consumer<SampleBill> spoil) {
        return new Mutation(rule, Set.of(), spoil);
    }

    Mutation also(String... rules) {
        return new Mutation(rule, Set.copyOf(Arrays.asList(rules)), spoil);
    }

    Set<String> broken() {
        Set<String> broken = new TreeSet<>(alsoBroken);
        broken.add(rule);
        return broken;
    }

    static List<Mutation> all() {
        List<Mutation> all = new ArrayList<>();
        all.addAll(FormatMutations.ALL);
        all.addAll(NullMutations.ALL);
        all.addAll(CostMutations.ALL);
        all.addAll(KeyMutations.ALL);
        all.addAll(SumMutations.ALL);
        all.addAll(LedgerMutations.ALL);
        all.addAll(HabitMutations.ALL);
        return all;
    }

    @Override
    public String toString() {
        return rule;
    }
}
