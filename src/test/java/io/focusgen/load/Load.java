package io.focusgen.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.focusgen.bench.Report;

/**
 * Loads the packaged service and holds what becomes of it against gates: a table on the screen and in
 * {@code target/load.txt}, the figures in {@code target/load.json}. Takes {@code quick} for less of everything, {@code own}
 * for our own client where another tool is installed, and names of rows for those alone.
 */
public final class Load {

    private static final Path TABLE = Path.of("target", "load.txt");
    private static final Path FIGURES = Path.of("target", "load.json");
    private static final String QUICK = "quick";
    private static final String OWN = "own";

    /** What is measured, in this order: the last one gives this process a single core. */
    private enum Row {
        SMALL("small answers over many connections"),
        LARGE("large files out of a small heap"),
        SLOW(
                "slow readers"),
        OVERLOAD("five times what the service can do");

        private final String title;

        Row(String title) {
            this.title = title;
        }

        /** As it is asked for. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Load() {
    }

    /** Exits with 1 where a gate is missed, with 2 where the arguments are wrong. */
    public static void main(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        Extent extent = words.remove(QUICK) ? Extent.QUICK : Extent.FULL;
        Optional<LoadTool> tool = words.remove(OWN) ? Optional.empty() : LoadTool.installed();
        List<Row> rows = new ArrayList<>();
        for (Row row : Row.values()) {
            if (words.remove(row.word())) {
                rows.add(row);
            }
        }
        if (!words.isEmpty()) {
            System.err.println("Arguments: quick, own, and any of small, large, slow, overload; none of these is all");
            System.exit(2);
        }
        Report report = measure(rows.isEmpty() ? List.of(Row.values()) : rows, extent, tool);
        System.exit(report.passed() ? 0 : 1);
    }

    private static Report measure(List<Row> rows, Extent extent, Optional<LoadTool> tool) throws IOException {
        long start = System.nanoTime();
        Report report = new Report(System.out);
        for (Row row : rows) {
            report.section(row.title, switch (row) {
                case SMALL -> new SmallAnswers(extent, report, tool)::run;
                case LARGE -> new LargeStreams(extent, report)::run;
                case SLOW -> new OthersUnharmed(extent, report)::run;
                case OVERLOAD -> new Overload(extent, report)::run;
            });
        }
        report.table(System.out);
        report.write(FIGURES);
        try (PrintStream file = new PrintStream(Files.newOutputStream(TABLE), false, StandardCharsets.UTF_8)) {
            report.table(file);
        }
        System.out.printf(Locale.ROOT, "%s and %s; %.0f s%n", TABLE, FIGURES, (System.nanoTime() - start) / 1e9);
        return report;
    }
}
