package io.focusgen.pricelist;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.focusgen.encode.ByteOutput;
import io.focusgen.encode.JsonWriter;
import io.focusgen.focus.ColumnType;
import io.focusgen.spec.CanonicalRequest;
import io.focusgen.spec.GeneratorVersion;

/** How a price list is written. */
public enum PriceFormat {
    /** An object whose last member is the array of lines, one on each line of the text. */
    JSON("json", "application/json") {
        @Override
        void begin(CanonicalRequest request, ByteOutput out) {
            new JsonWriter().beginObject().name("request").text(request.query()).name("generator")
                    .text(GeneratorVersion.CURRENT).name("prices").beginArray().writeTo(out);
        }

        @Override
        void lines(List<PriceLine> lines, boolean first, ByteOutput out) {
            boolean begun = first;
            for (PriceLine line : lines) {
                JsonWriter json = new JsonWriter().beginObject();
                for (PriceColumn column : PriceColumn.values()) {
                    json.name(column.id());
                    String cell = column.text(line);
                    if (cell == null || column.type() == ColumnType.TEXT || column.type() == ColumnType.DATE_TIME) {
                        json.text(cell);
                    } else {
                        json.raw(cell);
                    }
                }
                write(begun ? "\n" : ",\n", out);
                json.endObject().writeTo(out);
                begun = false;
            }
        }

        @Override
        void end(ByteOutput out) {
            write("\n]}\n", out);
        }
    },
    /** RFC 4180 with a line of column names; null is nothing between the commas. */
    CSV("csv", "text/csv; charset=us-ascii; header=present") {
        @Override
        void begin(CanonicalRequest request, ByteOutput out) {
            StringBuilder header = new StringBuilder();
            for (PriceColumn column : PriceColumn.values()) {
                header.append(header.length() == 0 ? "" : ",").append(column.id());
            }
            write(header.append('\n'), out);
        }

        @Override
        void lines(List<PriceLine> lines, boolean first, ByteOutput out) {
            StringBuilder text = new StringBuilder();
            for (PriceLine line : lines) {
                text.setLength(0);
                for (PriceColumn column : PriceColumn.values()) {
                    text.append(column.ordinal() == 0 ? "" : ",");
                    String cell = column.text(line);
                    if (cell != null) {
                        quoted(cell, text);
                    }
                }
                write(text.append('\n'), out);
            }
        }

        @Override
        void end(ByteOutput out) {
            // A list of lines ends with its last line.
        }
    };

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

    /** As in Content-Type. */
    public String mediaType() {
        return mediaType;
    }

    public static Optional<PriceFormat> byExtension(String extension) {
        return Stream.of(values()).filter(format -> format.extension.equals(extension)).findFirst();
    }

    /** All extensions, in order. */
    public static List<String> extensions() {
        return Stream.of(values()).map(PriceFormat::extension).toList();
    }

    abstract void begin(CanonicalRequest request, ByteOutput out);

    /** @param first whether these are the first lines of all */
    abstract void lines(List<PriceLine> lines, boolean first, ByteOutput out);

    abstract void end(ByteOutput out);

    /** Whatever is in a catalogue is ASCII. */
    private static void write(CharSequence text, ByteOutput out) {
        byte[] ascii = text.toString().getBytes(StandardCharsets.US_ASCII);
        out.write(ascii, 0, ascii.length);
    }

    private static void quoted(String cell, StringBuilder text) {
        if (cell.indexOf(',') < 0 && cell.indexOf('"') < 0) {
            text.append(cell);
        } else {
            text.append('"').append(cell.replace("\"", "\"\"")).append('"');
        }
    }
}
