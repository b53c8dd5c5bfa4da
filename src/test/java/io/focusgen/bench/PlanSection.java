package io.focusgen.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.focusgen.stream.PlannedExport;

/** Ten billion rows: the plan of all, and one of a million shards by the command line. */
final class PlanSection {

    private static final long ROWS = 10_000_000_000L;
    private static final double MEBIBYTE = 1 << 20;

    private final Effort effort;
    private final Report report;

    PlanSection(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    void run() throws Exception {
        warm();
        cold();
        shard();
    }

    private void warm() throws Exception {
        Series seconds = new Series();
        Series retained = new Series();
        Series allocated = new Series();
        Series cpu = new Series();
        for (int round = -effort.warmUps(); round < effort.pairs(); round++) {
            Request request = Request.hourly(ROWS, 1000 + round);
            long before = usedHeap();
            List<PlannedExport> held = new ArrayList<>(1);
            Cost cost = Cost.of(() -> {
                held.add(PlannedExport.of(request.spec()));
                return held.get(0).rows();
            });
            long after = usedHeap();
            if (round >= 0) {
                seconds.add(cost.wallSeconds());
                cpu.add(cost.cpuSeconds());
                allocated.add(cost.allocatedBytes() / MEBIBYTE);
                retained.add((after - before) / MEBIBYTE);
            }
            if (held.get(0).rows() != ROWS) {
                throw new IllegalStateException("the plan is about " + held.get(0).rows() + " rows");
            }
        }
        report.add(Gate.atMost("plan of 10 billion rows, warm", "s", 2, 0.2), seconds,
                "hourly, a new seed each time; " + Series.number(cpu.median()) + " CPU s");
        report.add(Gate.atMost("  memory that it keeps", "MiB", 64, null), retained,
                "heap after a collection with the plan minus without; " + Series.number(allocated.median())
                        + " MiB allocated on the way");
    }

    private static long usedHeap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private void cold() throws Exception {
        Series seconds = new Series();
        Series cpu = new Series();
        for (int round = 0; round < effort.pairs(); round++) {
            String[] printed = Child.main(PlanProbe.class, List.of("-Xmx64m"), Long.toString(ROWS), "42").output()
                    .strip().split(" ", -1);
            seconds.add(Double.parseDouble(printed[0]));
            cpu.add(Double.parseDouble(printed[1]));
        }
        report.add(Gate.atMost("plan of 10 billion rows, first work of a JVM at -Xmx64m", "s", 2, 0.2), seconds,
                "without the start of the JVM; " + Series.number(cpu.median()) + " CPU s, compiler included");
    }

    private void shard() throws Exception {
        Path file = Files.createTempFile("focus-shard", ".csv");
        Series seconds = new Series();
        Series cpu = new Series();
        long bytes = 0;
        String said = "";
        try {
            for (int round = 0; round < effort.pairs(); round++) {
                List<String> arguments = new ArrayList<>(List.of("generate", "cost-and-usage"));
                arguments.addAll(Request.hourly(ROWS, 42).options());
                arguments.addAll(List.of("--shard", "500000/1000000", "--out", file.toString()));
                Files.deleteIfExists(file);
                double before = Child.endedChildrenCpuSeconds();
                long start = System.nanoTime();
                said = Child.commandLine("shard", List.of("-Xmx128m"), arguments).output().strip();
                seconds.add((System.nanoTime() - start) / 1e9);
                cpu.add(Child.endedChildrenCpuSeconds() - before);
                bytes = Files.size(file);
            }
        } finally {
            Files.deleteIfExists(file);
        }
        report.add(Gate.atMost("one of a million shards of 10 billion rows, command line, -Xmx128m", "s", 5, 1.0),
                seconds,
                "start of the JVM included; " + Series.number(cpu.median()) + " CPU s (" + cpu.spread() + "), " + bytes
                        + " bytes; it said: " + said);
    }
}
