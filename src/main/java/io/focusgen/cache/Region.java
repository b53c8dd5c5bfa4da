package io.focusgen.cache;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is kept, each with a part of the memory for itself, so that none drives out another. */
public enum Region {
    /** Answers that change with the version of the generator only. */
    DOCUMENTS(1),
    /** Previews as they are answered. */
    PREVIEWS(3),
    /** Planned data sets, from which rows are made. */
    PLANS(4);

    private static final int PARTS = 8;

    private final int parts;

    Region(int parts) {
        this.parts = parts;
    }

    /** As in paths, documents and metrics: {@code plans}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its part of so many bytes. */
    long of(long bytes) {
        return bytes / PARTS * parts;
    }

    /** The labels of all. */
    public static List<String> labels() {
        return Stream.of(values()).map(Region::label).toList();
    }

    /** The one with this label. */
    public static Optional<Region> named(String label) {
        return Stream.of(values()).filter(region -> region.label().equals(label)).findFirst();
    }
}
