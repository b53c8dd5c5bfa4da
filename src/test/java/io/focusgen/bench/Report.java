package io.focusgen.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
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
public final class Report {

    /**
     * A figure.
     *
     * @param value what is held against the gate: the median of {@code series}
     * @param how what was measured, in a line
     */
    private record Figure(Gate gate, Series series, double value, String how) {
    }

    private static final Path CPUS = Path.of("/proc/cpuinfo");

    private final PrintStream out;
    private final String machine;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /** A part of the run. */
    @FunctionalInterface
    public interface Section {
        void run() throws Exception;
    }

    /** @param out where what is measured is printed, as soon as it is */
    public Report(PrintStream out) throws IOException {
        this.out = out;
        this.machine = machine();
        out.println(machine);
    }

    private static String machine() throws IOException {
        String processor = Files.isReadable(CPUS)
                ? Files.readString(CPUS, StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("model name"))
                        .findFirst().map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("?")
                : "?";
        return String.format(Locale.ROOT, "%s %s, %d cores of %s, load average %.1f",
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"), Runtime.getRuntime().availableProcessors(), processor,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** Runs a part. One that cannot be finished fails the run, but the others are still measured. */
    public void section(String title, Section section) {
        out.println();
        out.println("-- " + title);
        try {
            section.run();
        } catch (Exception unfinished) {
            failed(title, unfinished);
        }
    }

    /** A line that belongs to no gate. */
    public void say(String line) {
        out.println("   " + line);
    }

    public void add(Gate gate, Series series, String how) {
        Figure figure = new Figure(gate, series, series.median(), how);
        figures.add(figure);
        out.println("   " + gate.name() + ": " + Series.number(figure.value) + " " + gate.unit() + " ("
                + series.spread() + ")");
    }

    public void add(Gate gate, double value, String how) {
        add(gate, Series.of(value), how);
    }

    private void failed(String section, Throwable why) {
        failures.add(section + ": " + why);
        out.println("   FAILED: " + why);
        why.printStackTrace(out);
    }

    /** Whether every bound is met that is more than reported, and every section was finished. */
    public boolean passed() {
        return failures.isEmpty()
                && figures.stream().allMatch(figure -> figure.gate.reported() || figure.gate.metBy(figure.value));
    }

    /** Prints all figures. @param to where */
    public void table(PrintStream to) {
        to.println();
        String form = "%-78s %10s %11s %11s  %s%n";
        to.printf(Locale.ROOT, form, "gate", "measured", "bound", "aim", "");
        for (Figure figure : figures) {
            Gate gate = figure.gate;
            String name = gate.unit().isEmpty() ? gate.name() : gate.name() + " [" + gate.unit() + "]";
            to.printf(Locale.ROOT, form, name, Series.number(figure.value), bound(gate, gate.bound()),
                    bound(gate, gate.aim()), verdict(figure));
            to.println("    " + (figure.series.count() > 1 ? "median, " + figure.series.spread() + "; " : "")
                    + figure.how);
        }
        failures.forEach(failure -> to.println("NOT MEASURED " + failure));
        to.println(passed() ? "All gates are met." : "A gate is NOT MET.");
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

    /** As JSON. */
    public void write(Path file) throws IOException {
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
