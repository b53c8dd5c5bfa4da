package io.focusgen.encode.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.MessageType;

import io.focusgen.encode.ByteOutput;

/**
 * What the footer says of a row group, as if it were the first of its file: groups are written in any order and by any
 * thread, and where each begins is known when the ones before it are.
 */
public final class GroupPlace {

    /** What a file begins and ends with. */
    static final byte[] MAGIC = {'P', 'A', 'R', '1'};

    private static final int TRUNCATED = 64;

    private final BlockMetaData block;
    private final long bytes;

    private GroupPlace(BlockMetaData block, long bytes) {
        this.block = block;
        this.bytes = bytes;
    }

    static GroupPlace write(MessageType schema, ColumnChunkPageWriteStore pages, long rows, ByteOutput out)
            throws IOException {
        Part part = new Part(out);
        ParquetFileWriter writer = new ParquetFileWriter(part, schema, ParquetFileWriter.Mode.CREATE, Long.MAX_VALUE, 0,
                TRUNCATED, TRUNCATED, false);
        writer.start();
        part.written = true;
        writer.startBlock(rows);
        pages.flushToFileWriter(writer);
        writer.endBlock();
        part.written = false;
        long bytes = part.position - MAGIC.length;
        writer.end(Map.of());
        return new GroupPlace(writer.getFooter().getBlocks().get(0), bytes);
    }

    /** Bytes of the group. */
    public long bytes() {
        return bytes;
    }

    public long rows() {
        return block.getRowCount();
    }

    /** The group where so many bytes of others stand between the file's beginning and it. */
    BlockMetaData behind(long others) {
        BlockMetaData moved = new BlockMetaData();
        moved.setRowCount(block.getRowCount());
        moved.setTotalByteSize(block.getTotalByteSize());
        for (ColumnChunkMetaData column : block.getColumns()) {
            long dictionary = column.getDictionaryPageOffset();
            moved.addColumn(ColumnChunkMetaData.get(column.getPath(), column.getPrimitiveType(), column.getCodec(),
                    column.getEncodingStats(), column.getEncodings(), column.getStatistics(),
                    column.getFirstDataPageOffset() + others, dictionary > 0 ? dictionary + others : dictionary,
                    column.getValueCount(), column.getTotalSize(), column.getTotalUncompressedSize()));
        }
        return moved;
    }

    /** The list of {@code places}, each behind the ones before it. */
    static List<BlockMetaData> inOrder(List<GroupPlace> places) {
        List<BlockMetaData> blocks = new ArrayList<>();
        long before = 0;
        for (GroupPlace place : places) {
            blocks.add(place.behind(before));
            before += place.bytes;
        }
        return blocks;
    }

    /** A file of one group whose bytes go where they should while those around them go nowhere. */
    private static final class Part implements OutputFile {

        private final ByteOutput out;
        private boolean written;
        private long position;

        Part(ByteOutput out) {
            this.out = out;
        }

        @Override
        public PositionOutputStream create(long blockSizeHint) {
            return new PositionOutputStream() {

                @Override
                public long getPos() {
                    return position;
                }

                @Override
                public void write(int value) {
                    write(new byte[]{(byte) value}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int count) {
                    position += count;
                    if (written) {
                        out.write(bytes, offset, count);
                    }
                }
            };
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return create(blockSizeHint);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }
}
