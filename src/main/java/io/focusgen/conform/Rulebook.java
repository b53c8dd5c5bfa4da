package io.focusgen.conform;

import java.util.ArrayList;
import java.util.List;

/** All rules in one list. */
final class Rulebook {

    private static final List<CellRule> CELL_HABITS = join(List.of(HabitRules.CELLS, AwsHabits.CELLS,
            AzureHabits.CELLS, GoogleHabits.CELLS, TagHabits.CELLS));
    private static final List<RowRule> ROW_HABITS = join(List.of(HabitRules.ROWS, AwsHabits.ROWS, AzureHabits.ROWS,
            GoogleHabits.ROWS));

    static final List<CellRule> CELL_RULES = join(List.of(FormatRules.ALL, CELL_HABITS));

    static final List<RowRule> ROW_RULES = join(List.of(ValueRules.ALL, NullRules.ALL, PairRules.ALL, CostRules.ALL,
            PeriodRules.ALL, CommitmentRules.ALL, List.of(ProvisionedUnits.WHOLE), ROW_HABITS));

    /** What {@link Options#habits()} turns off. */
    static final List<Rule> HABITS = join(List.of(CELL_HABITS, ROW_HABITS, List.of(MachineParts.ONE_RATIO,
            ProjectNumbers.ONE_NUMBER), ExchangeRates.ALL));

    static final List<Rule> ALL = join(List.of(FileRule.ALL, HeaderRules.ALL, CELL_RULES, ROW_RULES, KeyRules.ALL,
            join(setChecks(new Memory(0)).stream().map(SetCheck::rules).toList())));

    private Rulebook() {
    }

    /** Fresh ones: they hold state. */
    static List<SetCheck> setChecks(Memory memory) {
        return List.of(new CommitmentSums(), new TaxSums(), new MachineHours(memory), new DuplicateUsage(memory),
                new ExchangeRates(), new MachineParts(memory), new ProjectNumbers(), new ResourceTeams(memory),
                new CreditSums(), new CapacitySums(), new InvoiceIssuers(), new IdleCommitments(memory),
                new CorrectedRows(memory));
    }

    private static <T> List<T> join(List<? extends List<? extends T>> lists) {
        List<T> joined = new ArrayList<>();
        lists.forEach(joined::addAll);
        return List.copyOf(joined);
    }
}
