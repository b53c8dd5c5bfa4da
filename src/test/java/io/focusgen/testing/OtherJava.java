package io.focusgen.testing;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.focusgen.plan.Plan;

/** Runs {@link Digests} in a Java of its own. */
public final class OtherJava {

    private static final int SECONDS = 120;

    private OtherJava() {
    }

    /** The Java that this runs on. */
    public static Path ours() {
        return Path.of(System.getProperty("java.home"));
    }

    /**
     * The lines it prints.
     *
     * @param home of a JDK
     * @param options for its java, e.g. {@code -Duser.language=tr}
     */
    public static List<String> digests(Path home, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", placeOf(Digests.class) + java.io.File.pathSeparator + placeOf(Plan.class),
                Digests.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
        }
        return output.lines().toList();
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
