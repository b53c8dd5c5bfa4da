package io.focusgen.http.streaming;

import io.focusgen.stream.Format;
import io.focusgen.table.TableFormat;

/** What a streamed answer is: all that there are, so that metrics may be told apart by it. */
public enum BodyFormat {
    CSV("csv"),
    CSV_GZ("csv.gz"),
    CSV_ZST("csv.zst"),
    NDJSON("ndjson"),
    NDJSON_GZ("ndjson.gz"),
    PARQUET("parquet"),
    JSON("json"),
    ZIP("zip"),
    /** The events of a job. */
    EVENTS("events");

    private final String label;

    BodyFormat(String label) {
        this.label = label;
    }

    /** As the label of a metric. */
    public String label() {
        return label;
    }

    /** Rows as a file. */
    public static BodyFormat of(Format format) {
        return switch (format) {
            case CSV -> CSV;
            case CSV_GZ -> CSV_GZ;
            case CSV_ZST -> CSV_ZST;
            case NDJSON -> NDJSON;
            case NDJSON_GZ -> NDJSON_GZ;
            case PARQUET -> PARQUET;
        };
    }

    /** A small table. */
    public static BodyFormat of(TableFormat format) {
        return switch (format) {
            case JSON -> JSON;
            case CSV -> CSV;
        };
    }
}
