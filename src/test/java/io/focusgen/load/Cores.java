package io.focusgen.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Which cores of the machine a process may use, by {@code taskset}, and what its threads take of them. */
final class Cores {

    /** What /proc counts CPU time in; the kernel's interface has it fixed at 100 a second. */
    private static final double TICKS_PER_SECOND = 100;

    /** Places in /proc/…/stat behind the name in parentheses. */
    private static final int UTIME = 11;
    private static final int STIME = 12;

    private Cores() {
    }

    /**
     * Says which cores a process may be on, with all threads it has and will have.
     *
     * @param cores numbers from 0, separated by commas
     * @throws IOException where there is no taskset, no such process or no such core
     */
    static void pin(long process, String cores) throws IOException, InterruptedException {
        Process taskset = new ProcessBuilder("taskset", "--all-tasks", "--cpu-list", "--pid", cores,
                Long.toString(process)).redirectErrorStream(true).start();
        String output = new String(taskset.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (taskset.waitFor() != 0) {
            throw new IOException("process " + process + " cannot be put on " + cores + ": " + output);
        }
    }

    /**
     * CPU seconds that threads of a process have taken so far.
     *
     * @param name what the names of the threads begin with
     */
    static double seconds(long process, String name) throws IOException {
        double ticks = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + process + "/task"))) {
            for (Path thread : threads) {
                ticks += ticks(thread.resolve("stat"), name);
            }
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** @return 0 for a thread of another name, and for one that has just ended */
    private static long ticks(Path stat, String name) throws IOException {
        try {
            String text = Files.readString(stat);
            int behindName = text.lastIndexOf(')');
            if (!text.substring(text.indexOf('(') + 1, behindName).startsWith(name)) {
                return 0;
            }
            String[] fields = text.substring(behindName + 2).split(" ");
            return Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }
}
