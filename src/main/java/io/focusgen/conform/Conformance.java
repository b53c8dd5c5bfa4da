package io.focusgen.conform;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

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

    private final FocusColumn[] columns;
    private final List<RowRule> rowRules;
    private final KeyState keys;
    private final List<SetCheck> setChecks;
    private final Findings findings;
    private final Row row = new Row();
    private long rows;

    private Conformance(FocusVersion version, List<String> header, Options options, boolean file) {
        Map<FocusColumn, Integer> places = placesOf(version, header);
        Set<Rule> skipped = skippedRules(version, places.keySet(), options, file);
        findings = new Findings(skipped);
        HeaderRules.check(version, header, findings);

        readers = new CellReader[header.size()];
        columns = new FocusColumn[header.size()];
        List<CellRule> cellRules = FormatRules.ALL.stream().filter(rule -> !skipped.contains(rule)).toList();
        places.forEach((column, place) -> {
            readers[place] = new CellReader(column, cellRules);
            columns[place] = column;
        });
        rowRules = Rulebook.ROW_RULES.stream().filter(rule -> !skipped.contains(rule)).toList();
        keys = new KeyState(skipped);
        setChecks = Rulebook.setChecks().stream()
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
        return new Conformance(version, header, options, false);
    }

    /** Checks a file of FOCUS 1.2 with {@link Options#COMPLETE}. */
    public static Report check(InputStream csv) throws IOException {
        return check(FocusVersion.V1_2, Options.COMPLETE, csv);
    }

    /**
     * Checks a file with a header line to its end, or to the first place where it is not CSV, which is a finding. Does
     * not close the stream.
     *
     * @throws IOException only from the stream itself
     */
    public static Report check(FocusVersion version, Options options, InputStream csv) throws IOException {
        CsvCells cells = new CsvCells(csv);
        Conformance check = null;
        try {
            @Nullable
            String[] header = cells.next();
            if (header == null) {
                throw new MalformedCsvException(1, "no header");
            }
            check = new Conformance(version, names(header), options, true);
            for (@Nullable
            String[] row = cells.next(); row != null; row = cells.next()) {
                check.row(row);
            }
            if (!cells.endsWithNewline()) {
                long last = check.rows;
                check.findings.add(FileRule.FINAL_NEWLINE, last, () -> "line " + cells.line() + " has no line end");
            }
        } catch (MalformedCsvException e) {
            boolean inHeader = check == null;
            if (check == null) {
                check = new Conformance(version, List.of(), Options.SOME_COLUMNS, true);
            }
            check.findings.add(FileRule.SYNTAX, inHeader ? 0 : check.rows + 1, () -> String.valueOf(e.getMessage()));
        }
        return check.finish();
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
            if (reader == null || text == null) {
                continue;
            }
            FocusColumn column = columns[i];
            Cell cell = reader.read(text);
            row.set(column, cell);
            for (CellRule rule : cell.broken()) {
                findings.add(rule, rows, () -> column.id() + "=" + Row.show(text));
            }
        }
        row.complete();
    }

    /** What was found; judges what only the whole data set shows. Call once, after the last row. */
    public Report finish() {
        for (SetCheck check : setChecks) {
            check.finish(findings);
        }
        return findings.report(rows);
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
            boolean file) {
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
        if (!file) {
            skipped.add(FileRule.SYNTAX);
            skipped.add(FileRule.FINAL_NEWLINE);
        }
        return skipped;
    }

    private static List<String> names(@Nullable String[] header) {
        List<String> names = new ArrayList<>();
        Arrays.stream(header).forEach(name -> names.add(name == null ? "" : name));
        return names;
    }
}
