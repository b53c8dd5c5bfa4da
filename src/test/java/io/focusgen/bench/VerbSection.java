package io.focusgen.bench;

import java.util.List;

/** A verb as a process: what whoever types it waits for. */
final class VerbSection {

    private static final int MORE_ROUNDS = 2;
    private static final double MOST_SECONDS = 0.5;

    private final Effort effort;
    private final Report report;

    VerbSection(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    void run() throws Exception {
        List<String> arguments = List.of("generate", "cost-and-usage", "--rows", "1000", "--seed", "42", "--quiet");
        Series first = new Series();
        Series end = new Series();
        double before = Child.endedChildrenCpuSeconds();
        int rounds = MORE_ROUNDS * effort.pairs();
        for (int round = 0; round < rounds; round++) {
            double[] seconds = Child.firstByteAndEnd(arguments);
            first.add(seconds[0]);
            end.add(seconds[1]);
        }
        double cpu = (Child.endedChildrenCpuSeconds() - before) / rounds;
        report.add(Gate.atMost("generate of 1000 rows, from the start of the JVM to the first byte", "s", MOST_SECONDS,
                null), first, rounds + " processes, default options of the JVM");
        report.add(Gate.reported("  to its end", "s"), end,
                Series.number(cpu) + " CPU s, compiler included");
    }
}
