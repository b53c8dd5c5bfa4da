package io.focusgen.conform;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.ColumnType;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.FocusVersion;

/**
 * Checks one data set: make it with the header, give it every row, then ask for the report. Rules that need a column
 * which the header has not are skipped. Rows may come in any order, but those of one billing period should not be
 * spread over several checks, or sums will not close. Not thread-safe.
 */
public final class Conformance {

    /** For each place in a row: how to read it, or null for a custom column. */
    private final @Nullable CellReader[] readers;

    /** Likewise which column it is. */
    private final @Nullable FocusColumn[] columns;
    private final List<RowRule> rowRules;
    private final KeyState keys;
    private final List<SetCheck> setChecks;
    private final Findings findings;
    private final Memory memory;
    private final Row row = new Row();
    private long rows;

    private Conformance(FocusVersion version, List<String> header, Options options,
            @Nullable CellSource source) {
        Map<FocusColumn, Integer> places = placesOf(version, header);
        Set<Rule> skipped = skippedRules(version, places.keySet(), options, source);
        findings = new Findings(skipped);
        memory = new Memory(options.memory());
        HeaderRules.check(version, header, findings);

        readers = new CellReader[header.size()];
        columns = new FocusColumn[header.size()];
        List<CellRule> cellRules = Rulebook.CELL_RULES.stream().filter(rule -> !skipped.contains(rule)).toList();
        places.forEach((column, place) -> {
            readers[place] = new CellReader(column, cellRules, memory);
            columns[place] = column;
        });
        rowRules = Rulebook.ROW_RULES.stream().filter(rule -> !skipped.contains(rule)).toList();
        keys = new KeyState(skipped, memory);
        setChecks = Rulebook.setChecks(memory).stream()
                .filter(check -> !skipped.containsAll(check.rules())).toList();
    }

    /** A check with {@link Options#SOME_COLUMNS}: what is there must be right, but not all need be there. */
    public static Conformance costAndUsage(FocusVersion version, List<String> header) {
        return costAndUsage(version, header, Options.SOME_COLUMNS);
    }

    /**
     * A check of rows.
     *
     * @param header the names of the columns in the order of a row's cells, custom ones ({@code x_…}) included
     */
    public static Conformance costAndUsage(FocusVersion version, List<String> header, Options options) {
        return new Conformance(version, header, options, null);
    }

    /** Checks a CSV file of FOCUS 1.2 with {@link Options#COMPLETE}. */
    public static Report check(InputStream csv) throws IOException {
        return check(FocusVersion.V1_2, Options.COMPLETE, csv);
    }

    /** Checks a CSV file with a header line, see {@link #check(FocusVersion, Options, CsvForm, InputStream)}. */
    public static Report check(FocusVersion version, Options options, InputStream csv) throws IOException {
        return check(version, options, CsvForm.PLAIN, csv);
    }

    /**
     * Checks a CSV file to its end, or to the first place where it is not CSV, which is a finding. Does not close the
     * stream.
     *
     * @throws IOException only from the stream itself
     */
    public static Report check(FocusVersion version, Options options, CsvForm form, InputStream csv)
            throws IOException {
        return check(version, options, new CsvCells(csv, form));
    }

    /**
     * Checks an NDJSON file to its end, or to the first line that is no object like the others, which is a finding. Does
     * not close the stream.
     *
     * @throws IOException only from the stream itself
     */
    public static Report checkNdjson(FocusVersion version, Options options, InputStream ndjson) throws IOException {
        return check(version, options, new NdjsonCells(ndjson));
    }

    private static Report check(FocusVersion version, Options options, CellSource source) throws IOException {
        Conformance check = null;
        try {
            check = new Conformance(version, source.header(), options, source);
            for (@Nullable
            String[] row = source.next(); row != null; row = source.next()) {
                check.row(row);
                if (source.typed()) {
                    check.kinds(source, row);
                }
            }
            if (!source.endsWithNewline()) {
                long last = check.rows;
                check.findings.add(FileRule.FINAL_NEWLINE, last, () -> "line " + source.line() + " has no line end");
            }
        } catch (MalformedTextException e) {
            boolean inHeader = check == null;
            if (check == null) {
                check = new Conformance(version, List.of(), Options.SOME_COLUMNS, source);
            }
            check.findings.add(source.syntax(), inHeader ? 0 : check.rows + 1, () -> String.valueOf(e.getMessage()));
        }
        return check.finish();
    }

    private void kinds(CellSource source, @Nullable String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            JsonText.Kind kind = source.kind(i);
            FocusColumn column = columns[i];
            if (kind != null && column != null && kind != expected(column.type())) {
                String text = cells[i];
                findings.add(FileRule.JSON_TYPE, rows,
                        () -> column.id() + " is a JSON " + kind + ": " + Row.show(text));
            }
        }
    }

    private static JsonText.Kind expected(ColumnType type) {
        return switch (type) {
            case DECIMAL -> JsonText.Kind.NUMBER;
            case JSON -> JsonText.Kind.OBJECT;
            case TEXT, DATE_TIME -> JsonText.Kind.STRING;
        };
    }

    /**
     * Takes the next row.
     *
     * @param cells in the order of the header, null for a null cell; read before this returns, not kept
     */
    public void row(@Nullable String[] cells) {
        rows++;
        if (cells.length != readers.length) {
            findings.add(FileRule.ROW_WIDTH, rows, () -> cells.length + " cells under " + readers.length + " names");
            return;
        }
        read(cells);
        for (RowRule rule : rowRules) {
            if (!rule.holds().test(row)) {
                findings.add(rule, rows, () -> row.show(rule.columns()));
            }
        }
        keys.row(row, findings);
        for (SetCheck check : setChecks) {
            check.row(row, findings);
        }
    }

    private void read(@Nullable String[] cells) {
        row.begin(rows);
        for (int i = 0; i < cells.length; i++) {
            CellReader reader = readers[i];
            String text = cells[i];
            FocusColumn column = columns[i];
            if (reader == null || column == null || text == null) {
                continue;
            }
            Cell cell = reader.read(text);
            row.set(column, cell);
            for (CellRule rule : cell.broken()) {
                findings.add(rule, rows, () -> column.id() + "=" + Row.show(text));
            }
        }
        row.complete();
        readHabits(cells.length);
    }

    private void readHabits(int count) {
        Cloud cloud = row.cloud();
        if (cloud == null) {
            return;
        }
        for (int i = 0; i < count; i++) {
            FocusColumn column = columns[i];
            Cell cell = column == null ? null : row.cell(column);
            if (cell == null) {
                continue;
            }
            for (CellRule habit : cell.unlike()) {
                if (habit.cloud() == cloud) {
                    findings.add(habit, rows, () -> column.id() + "=" + Row.show(cell.text()));
                }
            }
        }
    }

    /** What was found; judges what only the whole data set shows. Call once, after the last row. */
    public Report finish() {
        for (SetCheck check : setChecks) {
            check.finish(findings);
        }
        return findings.report(rows, memory);
    }

    /** Where the columns of the version stand that are spelled exactly; the first place of one that stands twice. */
    private static Map<FocusColumn, Integer> placesOf(FocusVersion version, List<String> header) {
        Map<FocusColumn, Integer> places = new EnumMap<>(FocusColumn.class);
        for (FocusColumn column : FocusColumn.of(version)) {
            int place = header.indexOf(column.id());
            if (place >= 0) {
                places.put(column, place);
            }
        }
        return places;
    }

    private static Set<Rule> skippedRules(FocusVersion version, Set<FocusColumn> present, Options options,
            @Nullable CellSource source) {
        Set<Rule> skipped = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Rule rule : Rule.all()) {
            if (!present.containsAll(rule.columns())) {
                skipped.add(rule);
            }
        }
        HeaderRules.presence().forEach((column, rule) -> {
            if (!options.mandatoryColumns() || !column.in(version)) {
                skipped.add(rule);
            }
        });
        if (!options.ascii()) {
            skipped.add(FormatRules.ASCII);
        }
        if (!options.habits()) {
            skipped.addAll(Rulebook.HABITS);
        }
        for (FileRule rule : FileRule.ALL) {
            if (!isJudged(rule, source)) {
                skipped.add(rule);
            }
        }
        return skipped;
    }

    private static boolean isJudged(FileRule rule, @Nullable CellSource source) {
        if (rule.equals(FileRule.ROW_WIDTH)) {
            return true;
        }
        if (source == null) {
            return false;
        }
        return rule.equals(FileRule.FINAL_NEWLINE) || rule.equals(source.syntax())
                || (rule.equals(FileRule.JSON_TYPE) && source.typed());
    }
}
