package io.focusgen.conform;

import java.util.List;
import java.util.Set;

import io.focusgen.focus.FocusColumn;

/** One requirement on a data set. What kind it is says what it looks at. */
public sealed interface Rule permits HeaderRule, FileRule, CellRule, RowRule, KeyRule, SetRule {

    /** Where a rule with a FOCUS id comes from. */
    String FOCUS = "FOCUS 1.2 requirements model";

    /** The rule id of FOCUS 1.2, e.g. {@code ListCost-C-009-C}, or an own one that begins with {@code FG-}. */
    String id();

    /** What must hold, in one sentence. */
    String sentence();

    /** Who asks for it: {@link #FOCUS}, or the part of the specification or the reason behind an own rule. */
    String source();

    /** The columns without which the rule cannot be judged; it is skipped when one is absent. */
    Set<FocusColumn> columns();

    /** Every rule, in the order of a report. Ids are unique. */
    static List<Rule> all() {
        return Rulebook.ALL;
    }
}
