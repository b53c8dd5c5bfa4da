package io.focusgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for the files of the project as text. */
class ProjectFilesTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final int MOST_LINES = 400;

    /** Anything larger is data that somebody generated here. */
    private static final long MOST_BYTES = 4 << 20;

    /** In two halves, or this file would be found. */
    private static final String NEIGHBOUR = "../" + "shared";

    /** Made by tools, or not tracked. */
    private static final Set<String> SKIPPED = Set.of(".git", ".idea", ".vscode", "data", "node_modules", "target");

    @Test
    void noJavaFileIsLongerThanAReaderFollows() throws IOException {
        assertThat(longFiles(PROJECT)).isEmpty();
    }

    @Test
    void aLongFileIsReported(@TempDir Path project) throws IOException {
        Files.writeString(project.resolve("Right.java"), "//\n".repeat(MOST_LINES));
        Files.writeString(project.resolve("Long.java"), "//\n".repeat(MOST_LINES + 1));

        assertThat(longFiles(project)).containsExactly("Long.java: 401 lines");
    }

    @Test
    void noFileNamesAPathOutsideOfTheProject() throws IOException {
        assertThat(filesNamingTheNeighbour(PROJECT)).isEmpty();
    }

    @Test
    void aFileThatNamesAPathOutsideIsReported(@TempDir Path project) throws IOException {
        Path folder = Files.createDirectories(project.resolve("src"));
        Files.writeString(folder.resolve("Reads.java"), "Path.of(\"" + NEIGHBOUR + "/prices.csv\")");
        Files.writeString(folder.resolve("Shares.java"), "Path.of(\"shared\")");

        assertThat(filesNamingTheNeighbour(project)).containsExactly(Path.of("src", "Reads.java").toString());
    }

    private static List<String> longFiles(Path project) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(project)) {
            if (file.toString().endsWith(".java")) {
                try (Stream<String> lines = Files.lines(file)) {
                    long count = lines.count();
                    if (count > MOST_LINES) {
                        found.add(project.relativize(file) + ": " + count + " lines");
                    }
                }
            }
        }
        return found;
    }

    private static List<String> filesNamingTheNeighbour(Path project) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(project)) {
            // One character per byte: any file can be read this way, and the name is plain ASCII.
            if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(NEIGHBOUR)) {
                found.add(project.relativize(file).toString());
            }
        }
        return found;
    }

    private static List<Path> files(Path project) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(project, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = !folder.equals(project) && SKIPPED.contains(folder.getFileName().toString());
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && attributes.size() <= MOST_BYTES) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
