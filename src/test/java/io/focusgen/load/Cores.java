package io.focusgen.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Which cores of the machine a process may use, by {@code taskset}. */
final class Cores {

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
}
