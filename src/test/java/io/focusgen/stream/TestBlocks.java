package io.focusgen.stream;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongToIntFunction;

import io.focusgen.encode.ByteOutput;

/** Blocks of rows of 100 bytes, each row a function of its block and its number; counts what it is made to do. */
public class TestBlocks implements BlockSource {

    public static final int ROW_BYTES = 100;

    public final AtomicLong begun = new AtomicLong();
    public final AtomicLong rows = new AtomicLong();
    /** Calls of {@link #encode} that have not returned. */
    public final AtomicInteger running = new AtomicInteger();

    private final long blocks;
    private final LongToIntFunction rowsOfBlock;

    public TestBlocks(long blocks, LongToIntFunction rowsOfBlock) {
        this.blocks = blocks;
        this.rowsOfBlock = rowsOfBlock;
    }

    @Override
    public long blocks() {
        return blocks;
    }

    @Override
    public void encode(long block, ByteOutput out) {
        begun.incrementAndGet();
        running.incrementAndGet();
        try {
            for (int row = 0; row < rowsOfBlock.applyAsInt(block); row++) {
                beforeRow(block, row);
                out.ensure(ROW_BYTES);
                writeRow(block, row, out);
                rows.incrementAndGet();
            }
        } finally {
            running.decrementAndGet();
        }
    }

    /** For sources that wait or fail. */
    protected void beforeRow(long block, int row) {
    }

    /** The bytes of blocks 0 to {@code end} − 1, made without any stream. */
    public byte[] bytes(long end) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (long block = 0; block < end; block++) {
            for (int row = 0; row < rowsOfBlock.applyAsInt(block); row++) {
                ByteOutput out = new OneRow();
                writeRow(block, row, out);
                all.write(out.array(), 0, out.length());
            }
        }
        return all.toByteArray();
    }

    private static void writeRow(long block, int row, ByteOutput out) {
        byte[] array = out.array();
        int at = out.length();
        long value = block * 1_000_003 + row;
        for (int i = 0; i < ROW_BYTES - 1; i++) {
            array[at + i] = (byte) ('a' + Math.floorMod(value + (long) i * i, 26));
        }
        array[at + ROW_BYTES - 1] = '\n';
        out.length(at + ROW_BYTES);
    }

    private static final class OneRow extends ByteOutput {

        OneRow() {
            super(new byte[ROW_BYTES]);
        }

        @Override
        protected void next(int bytes) {
            throw new AssertionError("a row is larger than a row");
        }
    }
}
