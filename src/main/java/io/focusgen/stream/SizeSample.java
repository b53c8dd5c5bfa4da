package io.focusgen.stream;

import io.focusgen.encode.parquet.RowGroup;
import io.focusgen.plan.Blocks;

/** How large rows are in a format, by some blocks from all over their file. */
final class SizeSample {

    /** Blocks of text differ by a few percent. */
    private static final int TEXT_BLOCKS = 5;

    /** Columns of a row group compress the better, the more rows it has; a group of a file has many more. */
    private static final int PARQUET_BLOCKS = 16;

    private SizeSample() {
    }

    /** Bytes a row, at least 1; of a file without rows, too. Takes as long as to encode some blocks. */
    static double bytesPerRow(PlannedRows rows, Format format) {
        Blocks blocks = rows.blocks();
        long most = Math.min(blocks.count(), format == Format.PARQUET ? PARQUET_BLOCKS : TEXT_BLOCKS);
        CountedBytes bytes = new CountedBytes();
        RowGroup group = format == Format.PARQUET ? new RowGroup(rows.spec().columns()) : null;
        TextBlocks text = group == null ? new TextBlocks(rows, format) : null;
        long sampled = 0;
        for (long i = 0; i < most; i++) {
            // The middle of each of so many equal parts: the first and the last blocks are not like the others.
            long block = (long) ((double) blocks.count() / most * (i + 1.0 / 2));
            Blocks.Place place = blocks.place(block);
            sampled += place.endRow() - place.firstRow();
            if (text != null) {
                text.encode(block, bytes);
            } else if (group != null) {
                rows.visit(block, bytes, group::rows);
            }
        }
        if (group != null) {
            group.finish(bytes);
        }
        return Math.max(1, (double) bytes.count() / Math.max(1, sampled));
    }
}
