package io.focusgen.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Where the files are, and how they are read. */
final class MonitoringFiles {

    static final Path FOLDER = Path.of("monitoring");

    private MonitoringFiles() {
    }

    /** The files of a folder whose names end so, by name. */
    static List<Path> in(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.getFileName().toString().endsWith(end)).sorted().toList();
            if (found.isEmpty()) {
                throw new IOException("nothing in " + folder + " ends in " + end);
            }
            return found;
        }
    }

    /** A file of YAML: a key that is there twice is an error. */
    static Map<?, ?> yaml(Path file) throws IOException {
        LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).setAllowDuplicateKeys(false).build();
        return (Map<?, ?>) new Load(settings).loadFromString(Files.readString(file));
    }

    static Map<String, String> texts(Map<?, ?> map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
        return texts;
    }
}
