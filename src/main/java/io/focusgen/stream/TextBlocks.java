package io.focusgen.stream;

import io.focusgen.encode.ByteOutput;
import io.focusgen.encode.Notation;
import io.focusgen.encode.RowEncoder;
import io.focusgen.encode.compress.BlockCompressor;
import io.focusgen.encode.compress.Compression;

/** Rows as lines of text: a block of the file for each of the plan, compressed to a member or frame of its own or not. */
final class TextBlocks implements BlockSource {

    private final PlannedRows rows;
    private final Format format;
    private final ThreadLocal<RowEncoder> encoder;

    TextBlocks(PlannedRows rows, Format format) {
        this.rows = rows;
        this.format = format;
        Notation notation = format.notation(rows.spec().text());
        encoder = ThreadLocal.withInitial(() -> new RowEncoder(rows.spec().columns(), notation));
        Compression compression = format.compression();
        if (compression != null) {
            // Where its library is missing, that is known before the first byte.
            BlockCompressor.ofThread(compression);
        }
    }

    @Override
    public long blocks() {
        return rows.blocks().count();
    }

    @Override
    public long rowsOf(long block) {
        return rows.count(block);
    }

    @Override
    public void encode(long block, ByteOutput out) {
        Compression compression = format.compression();
        if (compression == null) {
            write(encoder.get(), block, out, out);
        } else {
            BlockCompressor.ofThread(compression).compress(text -> write(encoder.get(), block, text, out), out);
        }
    }

    private void write(RowEncoder encoder, long block, ByteOutput out, ByteOutput reader) {
        if (block == 0 && rows.spec().text().header().in(rows.spec().shard())) {
            encoder.header(out);
        }
        rows.visit(block, reader, (bill, frame, first, end) -> encoder.rows(bill, frame, first, end, out));
    }
}
