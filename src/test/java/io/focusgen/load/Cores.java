package io.focusgen.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Which cores of the machine a process may use, by {@code taskset}. */
final class Cores {

    private Cores() {
    }

    /**
     * Gives a process a core to be on, with all threads it has and will have.
     *
     * @throws IOException where there is no taskset, no such process or no such core
     */
    static void pin(long process, int core) throws IOException, InterruptedException {
        Process taskset = new ProcessBuilder("taskset", "--all-tasks", "--cpu-list", "--pid", Integer.toString(core),
                Long.toString(process)).redirectErrorStream(true).start();
        String output = new String(taskset.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (taskset.waitFor() != 0) {
            throw new IOException("process " + process + " cannot be put on core " + core + ": " + output);
        }
    }
}
