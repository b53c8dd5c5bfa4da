package io.focusgen.bench;

import java.lang.management.ManagementFactory;

/**
 * What a piece of work took.
 *
 * @param rows it made
 * @param cpuSeconds of the whole process, all threads
 * @param wallSeconds it lasted
 * @param allocatedBytes by the thread that did the work
 */
record Cost(long rows, double cpuSeconds, double wallSeconds, long allocatedBytes) {

    private static final com.sun.management.OperatingSystemMXBean PROCESS = (com.sun.management.OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();
    private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory
            .getThreadMXBean();

    /** Work that is measured. */
    @FunctionalInterface
    interface Work {

        /** Does it and returns the rows that it made. */
        long run() throws Exception;
    }

    /** Does the work on this thread. */
    static Cost of(Work work) throws Exception {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long wall = System.nanoTime();
        long cpu = PROCESS.getProcessCpuTime();
        long rows = work.run();
        cpu = PROCESS.getProcessCpuTime() - cpu;
        wall = System.nanoTime() - wall;
        return new Cost(rows, cpu / 1e9, wall / 1e9, THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }

    double rowsPerCpuSecond() {
        return rows / cpuSeconds;
    }
}
