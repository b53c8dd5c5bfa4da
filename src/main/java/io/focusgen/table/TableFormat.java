package io.focusgen.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.focusgen.spec.CanonicalRequest;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Shard;

/** How a small table is written. */
public enum TableFormat {
    JSON("json", "application/json"),
    CSV("csv", "text/csv");

    private final String extension;
    private final String mediaType;

    TableFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** As at the end of a file name, without the dot. */
    public String extension() {
        return extension;
    }

    /** As in Content-Type, without its parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** As in Content-Type, for this request. */
    public String mediaType(DatasetSpec spec) {
        return switch (this) {
            case JSON -> mediaType;
            case CSV -> mediaType + "; charset=us-ascii; header="
                    + (spec.text().header().in(Shard.WHOLE) ? "present" : "absent");
        };
    }

    /**
     * A writer of tables about a request.
     *
     * @param name of the lines in JSON
     */
    public TableWriter writer(DatasetSpec spec, String name, List<? extends TableColumn> columns) {
        return switch (this) {
            case JSON -> new JsonTable(CanonicalRequest.of(spec), name, columns);
            case CSV -> new CsvTable(columns, spec.text());
        };
    }

    public static Optional<TableFormat> byExtension(String extension) {
        return Stream.of(values()).filter(format -> format.extension.equals(extension)).findFirst();
    }

    /** All extensions, in order. */
    public static List<String> extensions() {
        return Stream.of(values()).map(TableFormat::extension).toList();
    }
}
