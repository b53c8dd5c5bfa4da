package io.focusgen.encode.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

import io.focusgen.encode.ByteOutput;
import io.focusgen.focus.OutputColumn;

/** What stands around the row groups of a file. */
public final class ParquetFile {

    private static final int FORMAT_VERSION = 1;

    private ParquetFile() {
    }

    /** Writes what a file begins with. */
    public static void begin(ByteOutput out) {
        out.write(GroupPlace.MAGIC, 0, GroupPlace.MAGIC.length);
    }

    /**
     * Writes what a file ends with: where everything is.
     *
     * @param groups in the order of their bytes, which begin right behind {@link #begin}
     * @param facts about the file, by key
     * @param creator what wrote it
     */
    public static void end(List<OutputColumn> columns, List<GroupPlace> groups, Map<String, String> facts,
            String creator, ByteOutput out) {
        ParquetMetadata footer = new ParquetMetadata(new FileMetaData(ParquetTypes.schema(columns), facts, creator),
                GroupPlace.inOrder(groups));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Util.writeFileMetaData(ordered(new ParquetMetadataConverter().toParquetMetadata(FORMAT_VERSION, footer)),
                    bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        byte[] text = bytes.toByteArray();
        out.write(text, 0, text.length);
        byte[] length = new byte[Integer.BYTES];
        for (int i = 0; i < length.length; i++) {
            length[i] = (byte) (text.length >>> Byte.SIZE * i);
        }
        out.write(length, 0, length.length);
        out.write(GroupPlace.MAGIC, 0, GroupPlace.MAGIC.length);
    }

    /** The library keeps encodings in sets whose order each process draws anew; which of them there are is all they say. */
    private static org.apache.parquet.format.FileMetaData ordered(org.apache.parquet.format.FileMetaData footer) {
        for (org.apache.parquet.format.RowGroup group : footer.getRow_groups()) {
            for (ColumnChunk column : group.getColumns()) {
                ColumnMetaData said = column.getMeta_data();
                said.setEncodings(said.getEncodings().stream().sorted().toList());
                if (said.isSetEncoding_stats()) {
                    said.setEncoding_stats(said.getEncoding_stats().stream().sorted().toList());
                }
            }
        }
        return footer;
    }
}
