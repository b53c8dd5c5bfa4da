package io.focusgen.pricelist;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.focusgen.spec.CanonicalRequest;
import io.focusgen.spec.DatasetSpec;

/** How a price list is written. */
public enum PriceFormat {
    JSON("json", "application/json"),
    CSV("csv", "text/csv");

    private final String extension;
    private final String mediaType;

    PriceFormat(String extension, String mediaType) {
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
            case CSV -> mediaType + "; charset=us-ascii; header=" + (spec.text().header() ? "present" : "absent");
        };
    }

    PriceWriter writer(DatasetSpec spec) {
        return switch (this) {
            case JSON -> new JsonPrices(CanonicalRequest.of(spec));
            case CSV -> new CsvPrices(spec.text());
        };
    }

    public static Optional<PriceFormat> byExtension(String extension) {
        return Stream.of(values()).filter(format -> format.extension.equals(extension)).findFirst();
    }

    /** All extensions, in order. */
    public static List<String> extensions() {
        return Stream.of(values()).map(PriceFormat::extension).toList();
    }
}
