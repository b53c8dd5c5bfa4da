package io.focusgen.job;

import java.time.Duration;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The checked values of a {@link JobConfig}.
 *
 * @param queue jobs that may wait
 * @param atOnce jobs that this process runs at once
 * @param keep how long an ended job is known
 * @param lease how long a worker may be silent
 * @param listeners readers of progress at once
 */
public record JobSettings(int queue, int atOnce, Duration keep, Duration lease, int listeners) {

    /** Of the heap: what the largest parts of a job's file take, four on their way and one that is filled. */
    private static final long PARTS_BYTES = 384L << 20;

    /** Of the heap for each core: a block that is made for a job, and one that waits to be made again. */
    private static final long BLOCKS_BYTES = 8L << 20;

    private static final int MOST_QUEUED = 100_000;
    private static final int MOST_AT_ONCE = 64;
    private static final int MOST_LISTENERS = 10_000;

    /**
     * Checks a configuration, for this machine.
     *
     * @throws ConfigurationException with a sentence where a value is out of range
     */
    public static JobSettings of(JobConfig config) {
        return of(config, Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory());
    }

    /**
     * Checks a configuration.
     *
     * @param cores of the machine
     * @param heap bytes
     * @throws ConfigurationException with a sentence where a value is out of range
     */
    static JobSettings of(JobConfig config, int cores, long heap) {
        int atOnce = config.atOnce().orElse(byDefault(cores, heap));
        check("JOB_QUEUE", config.queue(), MOST_QUEUED);
        check("JOBS_AT_ONCE", atOnce, MOST_AT_ONCE);
        check("JOB_LISTENERS", config.listeners(), MOST_LISTENERS);
        check("JOB_KEEP", config.keep(), Duration.ofMinutes(1), Duration.ofDays(365));
        check("JOB_LEASE", config.lease(), Duration.ofSeconds(2), Duration.ofMinutes(10));
        return new JobSettings(config.queue(), atOnce, config.keep(), config.lease(), config.listeners());
    }

    private static int byDefault(int cores, long heap) {
        long most = Math.min(Math.min(cores / 2, MOST_AT_ONCE), heap / (PARTS_BYTES + cores * BLOCKS_BYTES));
        return (int) Math.max(1, most);
    }

    private static void check(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new ConfigurationException(
                    name + "=" + value + " is out of range. Set it to a whole number from 1 to " + most + ".");
        }
    }

    private static void check(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new ConfigurationException(name + "=" + value + " is out of range. Set it to a duration from "
                    + least.toSeconds() + "s to " + most.toSeconds() + "s.");
        }
    }
}
