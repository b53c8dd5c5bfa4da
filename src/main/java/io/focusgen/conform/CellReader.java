package io.focusgen.conform;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.ColumnType;
import io.focusgen.focus.FocusColumn;

/** Reads the cells of one column, each distinct text once where texts repeat, which in a bill nearly all do. */
final class CellReader {

    /** Columns whose texts are numbered because they take part in keys; their texts are kept to the end. */
    private static final Set<FocusColumn> NUMBERED = EnumSet.of(FocusColumn.BILLING_ACCOUNT_ID,
            FocusColumn.BILLING_CURRENCY, FocusColumn.BILLING_PERIOD_START, FocusColumn.CHARGE_DESCRIPTION,
            FocusColumn.CAPACITY_RESERVATION_ID, FocusColumn.COMMITMENT_DISCOUNT_ID,
            FocusColumn.INVOICE_ID, FocusColumn.INVOICE_ISSUER_NAME, FocusColumn.PRICING_CATEGORY,
            FocusColumn.PRICING_CURRENCY, FocusColumn.PROVIDER_NAME, FocusColumn.REGION_ID,
            FocusColumn.RESOURCE_ID, FocusColumn.SERVICE_NAME, FocusColumn.SERVICE_PROVIDER_NAME, FocusColumn.SKU_ID,
            FocusColumn.SKU_PRICE_ID, FocusColumn.SUB_ACCOUNT_ID);

    /** Of these there may be as many as rows; the others are few where a bill is one. */
    private static final Set<FocusColumn> MANY = EnumSet.of(FocusColumn.CHARGE_DESCRIPTION, FocusColumn.RESOURCE_ID);

    /** What a text takes in memory beside its characters. */
    private static final int TEXT = 112;

    /** Texts that are remembered of a column that is not numbered; bounds memory where every text is new. */
    private static final int REMEMBERED = 1 << 14;

    /** Longer texts of such a column are not remembered, for the same reason; names and tags are shorter. */
    private static final int LONGEST_REMEMBERED = 1 << 10;

    private final FocusColumn column;
    private final List<CellRule> rules;
    private final boolean numbered;
    private final Memory memory;
    private final Map<String, Cell> known = new HashMap<>();
    private @Nullable Cell last;

    CellReader(FocusColumn column, List<CellRule> rules, Memory memory) {
        this.memory = memory;
        this.column = column;
        this.rules = rules.stream().filter(rule -> rule.on().contains(column)).toList();
        this.numbered = NUMBERED.contains(column);
    }

    Cell read(String text) {
        Cell neighbour = last;
        if (neighbour != null && neighbour.text().equals(text)) {
            return neighbour;
        }
        Cell cell = column.type() == ColumnType.DECIMAL ? parseNumber(text) : recall(text);
        last = cell;
        return cell;
    }

    /** Numbers are not remembered: most are new, and reading one again costs less than finding it. */
    private Cell parseNumber(String text) {
        Decimal decimal = NumberText.isPlain(text) ? Decimal.parse(text) : null;
        // Digits, a sign and a point in their places: no rule of cells can object.
        return decimal == null ? parse(text, 0) : new Cell(text, 0, decimal, UtcTime.NONE, List.of(), List.of());
    }

    private Cell recall(String text) {
        Cell cell = known.get(text);
        if (cell != null) {
            return cell;
        }
        if (numbered && MANY.contains(column) && !memory.take(TEXT + text.length())) {
            return parse(text, 0);
        }
        cell = parse(text, numbered ? known.size() + 1 : 0);
        if (!numbered && known.size() >= REMEMBERED) {
            known.clear();
        }
        if (numbered || text.length() <= LONGEST_REMEMBERED) {
            known.put(text, cell);
        }
        return cell;
    }

    private Cell parse(String text, int id) {
        List<CellRule> broken = new ArrayList<>();
        List<CellRule> unlike = new ArrayList<>();
        for (CellRule rule : rules) {
            if (!rule.holds().test(text)) {
                (rule.cloud() == null ? broken : unlike).add(rule);
            }
        }
        return new Cell(text,
                id,
                column.type() == ColumnType.DECIMAL ? Decimal.parse(text) : null,
                column.type() == ColumnType.DATE_TIME ? UtcTime.parse(text) : UtcTime.NONE,
                List.copyOf(broken), List.copyOf(unlike));
    }
}
