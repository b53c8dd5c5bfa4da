package io.focusgen.stream;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.Notation;
import io.focusgen.encode.compress.Compression;
import io.focusgen.encode.csv.CsvNotation;
import io.focusgen.encode.json.JsonNotation;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.HeaderLines;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.TextOptions;

/** How the rows of a data set are written. */
public enum Format {
    CSV("csv", Text.CSV, null),
    CSV_GZ("csv.gz", Text.CSV, Compression.GZIP),
    CSV_ZST("csv.zst", Text.CSV, Compression.ZSTD),
    NDJSON("ndjson", Text.NDJSON, null),
    NDJSON_GZ("ndjson.gz", Text.NDJSON, Compression.GZIP),
    PARQUET("parquet", null, null);

    private final String extension;
    private final @Nullable Text text;
    private final @Nullable Compression compression;

    /** What the rows are before anything is done to their bytes, where they are text. */
    private enum Text {
        CSV,
        NDJSON
    }

    Format(String extension, @Nullable Text text, @Nullable Compression compression) {
        this.extension = extension;
        this.text = text;
        this.compression = compression;
    }

    /** How its blocks are compressed, each to a member or frame of its own; null where they are not. */
    public @Nullable Compression compression() {
        return compression;
    }

    /** Whether its bytes are compressed already, in whatever way. */
    public boolean isCompressed() {
        return compression != null || this == PARQUET;
    }

    /** As at the end of a path or file name, without the dot. */
    public String extension() {
        return extension;
    }

    /** As in Content-Type, without its parameters. */
    public String mediaType() {
        if (compression != null) {
            return switch (compression) {
                case GZIP -> "application/gzip";
                case ZSTD -> "application/zstd";
            };
        }
        if (text == null) {
            return "application/vnd.apache.parquet";
        }
        return switch (text) {
            case CSV -> "text/csv";
            case NDJSON -> "application/x-ndjson";
        };
    }

    /** As in Content-Type, for this data set or part of one. */
    public String mediaType(DatasetSpec spec) {
        return this == CSV
                ? mediaType() + "; charset=us-ascii; header="
                        + (spec.text().header().in(spec.shard()) ? "present" : "absent")
                : mediaType();
    }

    /** The fewest shards that a data set of so many rows has in it: more than one only where a file is bounded. */
    public long leastShards(long rows) {
        return this == PARQUET ? ParquetBlocks.leastShards(rows) : 1;
    }

    /** Whether a parameter can be given for it. */
    public boolean has(Parameter parameter) {
        return text == Text.CSV || !parameter.ofCsv();
    }

    /** How it writes rows; only where they are text. */
    Notation notation(TextOptions options) {
        return switch (Objects.requireNonNull(text)) {
            case CSV -> new CsvNotation(options.delimiter().character(), options.lineEnd().characters(),
                    options.header() != HeaderLines.NONE, options.excelSafe());
            case NDJSON -> new JsonNotation();
        };
    }

    public static Optional<Format> byExtension(String extension) {
        return Stream.of(values()).filter(format -> format.extension.equals(extension)).findFirst();
    }

    /** All extensions, in order. */
    public static List<String> extensions() {
        return Stream.of(values()).map(Format::extension).toList();
    }
}
