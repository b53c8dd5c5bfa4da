package io.focusgen.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** All figures of a run: printed while they come, as a table at the end, and as a file for whoever compares runs. */
final class Report {

    /**
     * A figure.
     *
     * @param value what is held against the gate: the median of {@code series}
     * @param how what was measured, in a line
     */
    private record Figure(Gate gate, Series series, double value, String how) {
    }

    private final PrintStream out;
    private final String machine;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    Report(PrintStream out, String machine) {
        this.out = out;
        this.machine = machine;
        out.println(machine);
    }

    /** Says what is being measured now. */
    void section(String title) {
        out.println();
        out.println("-- " + title);
    }

    /** A line that belongs to no gate. */
    void say(String line) {
        out.println("   " + line);
    }

    void add(Gate gate, Series series, String how) {
        Figure figure = new Figure(gate, series, series.median(), how);
        figures.add(figure);
        out.println("   " + gate.name() + ": " + Series.number(figure.value) + " " + gate.unit() + " ("
                + series.spread() + ")");
    }

    void add(Gate gate, double value, String how) {
        add(gate, Series.of(value), how);
    }

    /** Notes that a section could not be finished, which fails the run. */
    void failed(String section, Throwable why) {
        failures.add(section + ": " + why);
        out.println("   FAILED: " + why);
        why.printStackTrace(out);
    }

    /** Whether every bound is met that is more than reported, and every section was finished. */
    boolean passed() {
        return failures.isEmpty()
                && figures.stream().allMatch(figure -> figure.gate.reported() || figure.gate.metBy(figure.value));
    }

    void table() {
        out.println();
        String form = "%-78s %10s %11s %11s  %s%n";
        out.printf(Locale.ROOT, form, "gate", "measured", "bound", "aim", "");
        for (Figure figure : figures) {
            Gate gate = figure.gate;
            String name = gate.unit().isEmpty() ? gate.name() : gate.name() + " [" + gate.unit() + "]";
            out.printf(Locale.ROOT, form, name, Series.number(figure.value), bound(gate, gate.bound()),
                    bound(gate, gate.aim()), verdict(figure));
            out.println("    " + (figure.series.count() > 1 ? "median, " + figure.series.spread() + "; " : "")
                    + figure.how);
        }
        failures.forEach(failure -> out.println("NOT MEASURED " + failure));
        out.println(passed() ? "All gates are met." : "A gate is NOT MET.");
    }

    private static String bound(Gate gate, @Nullable Double number) {
        return number == null ? "" : (gate.smallerIsBetter() ? "<= " : ">= ") + Series.number(number);
    }

    private static String verdict(Figure figure) {
        Gate gate = figure.gate;
        if (gate.bound() == null) {
            return "reported";
        }
        String met = gate.metBy(figure.value) ? gate.aimReachedBy(figure.value) ? "met, aim too" : "met" : "NOT MET";
        return gate.reported() ? met + " (reported)" : met;
    }

    void write(Path file) throws IOException {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("machine", machine);
        root.put("passed", passed());
        root.put("notMeasured", failures);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Figure figure : figures) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("gate", figure.gate.name());
            row.put("unit", figure.gate.unit());
            row.put("measured", figure.value);
            row.put("bound", figure.gate.bound());
            row.put("aim", figure.gate.aim());
            row.put("smallerIsBetter", figure.gate.smallerIsBetter());
            row.put("reported", figure.gate.reported());
            row.put("met", figure.gate.metBy(figure.value));
            row.put("values", figure.series.values());
            row.put("how", figure.how);
            rows.add(row);
        }
        root.put("figures", rows);
        Files.createDirectories(file.toAbsolutePath().getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), root);
    }
}
