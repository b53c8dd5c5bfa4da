package io.focusgen.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Removes what services under test have kept in an earlier run: one that was killed leaves jobs behind, and the next service
 * goes on with them.
 */
public final class CleanTestData implements LauncherSessionListener {

    private static final Path DATA = Path.of("target", "test-data");

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Files.exists(DATA)) {
            return;
        }
        try (Stream<Path> left = Files.walk(DATA)) {
            for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
