package io.focusgen.stream;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the rows of a data set are written. */
public enum Format {
    CSV("csv", "text/csv; charset=us-ascii; header=present");

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** As at the end of a path or file name, without the dot. */
    public String extension() {
        return extension;
    }

    /** As in Content-Type. */
    public String mediaType() {
        return mediaType;
    }

    public static Optional<Format> byExtension(String extension) {
        return Stream.of(values()).filter(format -> format.extension.equals(extension)).findFirst();
    }

    /** All extensions, in order. */
    public static List<String> extensions() {
        return Stream.of(values()).map(Format::extension).toList();
    }
}
