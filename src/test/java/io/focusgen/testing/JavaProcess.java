package io.focusgen.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a class of ours is started in a process of its own. */
public final class JavaProcess {

    /** Such a process ends after a second or two: the compiler for those that live long would take more than it gives. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    /** As the packaged program has it; with the JDK's own, levels that are set reach nobody who logs, and all of it is kept. */
    private static final String LOG_MANAGER = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";

    private JavaProcess() {
    }

    /** The command that runs {@code main} on the Java and the class path of this process, to which arguments may be added. */
    public static List<String> command(Class<?> main, String... options) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), QUICK, LOG_MANAGER));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    /** The same for a shell. */
    public static String quoted(Class<?> main) {
        return "'" + String.join("' '", command(main)) + "'";
    }
}
