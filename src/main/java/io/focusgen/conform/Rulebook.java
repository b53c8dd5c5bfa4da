package io.focusgen.conform;

import java.util.ArrayList;
import java.util.List;

/** All rules in one list. */
final class Rulebook {

    static final List<RowRule> ROW_RULES = join(List.of(ValueRules.ALL, NullRules.ALL, PairRules.ALL, CostRules.ALL,
            PeriodRules.ALL, CommitmentRules.ALL));

    static final List<Rule> ALL = join(List.of(FileRule.ALL, HeaderRules.ALL, FormatRules.ALL, ROW_RULES, KeyRules.ALL,
            join(setChecks().stream().map(SetCheck::rules).toList())));

    private Rulebook() {
    }

    /** Fresh ones: they hold state. */
    static List<SetCheck> setChecks() {
        return List.of(new CommitmentSums(), new TaxSums(), new MachineHours(), new DuplicateUsage());
    }

    private static <T> List<T> join(List<? extends List<? extends T>> lists) {
        List<T> joined = new ArrayList<>();
        lists.forEach(joined::addAll);
        return List.copyOf(joined);
    }
}
