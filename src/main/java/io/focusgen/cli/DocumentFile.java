package io.focusgen.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.focusgen.spec.Parameter;
import io.focusgen.spec.Violation;

/** Values too long for a command line: {@code @company.yaml} stands for what is in the file. */
final class DocumentFile {

    /** More than any document may have, so that its reader says so. */
    private static final int MOST_BYTES = 1 << 20;

    private static final String DOCUMENT = "document";

    private DocumentFile() {
    }

    /** The values of an option, with the text of its file for each that names one; none where a file cannot be read. */
    static List<String> read(String name, List<String> values, Consumer<Violation> refusal) {
        if (Parameter.byName(name).filter(parameter -> parameter.type().word().equals(DOCUMENT)).isEmpty()) {
            return values;
        }
        List<String> texts = new ArrayList<>();
        for (String value : values) {
            try {
                texts.add(value.startsWith("@") ? text(value.substring(1)) : value);
            } catch (IOException | InvalidPathException unreadable) {
                refusal.accept(new Violation(name, value, "Must name a file that can be read after the @.", null));
                return List.of();
            }
        }
        return texts;
    }

    private static String text(String file) throws IOException {
        try (InputStream stream = Files.newInputStream(Path.of(file))) {
            return new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }
}
