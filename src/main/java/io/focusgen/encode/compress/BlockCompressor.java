package io.focusgen.encode.compress;

import java.util.Arrays;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.ByteOutput;

/**
 * Lets an encoder write a block into an array, and compresses that into where the block should go. Each thread keeps an
 * array that grows to its largest block, at most 4 MiB, and what the {@link Compressor} holds: together at most 4.5 MiB
 * for gzip and 8 MiB for zstd. (The array of a row beyond 4 MiB is dropped with the next block.) Not thread-safe.
 */
public final class BlockCompressor {

    /** More bytes are compressed as several members or frames, so that no block needs more memory. */
    static final int MOST_BYTES = 4 << 20;

    private static final int FIRST_BYTES = 256 << 10;

    private static final ThreadLocal<BlockCompressor> GZIP = of(Compression.GZIP);
    private static final ThreadLocal<BlockCompressor> ZSTD = of(Compression.ZSTD);

    private final Compressor compressor;
    private final Gathered gathered = new Gathered();

    BlockCompressor(Compressor compressor) {
        this.compressor = compressor;
    }

    /**
     * The one of the calling thread, which keeps it for as long as it lives.
     *
     * @throws IllegalStateException as {@link Compression#compressor()}
     */
    public static BlockCompressor ofThread(Compression compression) {
        return switch (compression) {
            case GZIP -> GZIP.get();
            case ZSTD -> ZSTD.get();
        };
    }

    private static ThreadLocal<BlockCompressor> of(Compression compression) {
        return ThreadLocal.withInitial(() -> new BlockCompressor(compression.compressor()));
    }

    /**
     * Writes what {@code block} writes, compressed: one member or frame, even where there is nothing in it, and several of
     * a block beyond 4 MiB. What the encoder or {@code out} throws ends it and passes through.
     */
    public void compress(Consumer<ByteOutput> block, ByteOutput out) {
        try {
            gathered.begin(out);
            block.accept(gathered);
            gathered.compressInto(out);
        } finally {
            gathered.end();
        }
    }

    /** An array of a whole block. */
    private final class Gathered extends ByteOutput {

        private @Nullable ByteOutput target;

        Gathered() {
            super(new byte[FIRST_BYTES]);
        }

        void begin(ByteOutput out) {
            target = out;
            length = 0;
            // One that an outsize row was in would let blocks grow beyond the limit, which would change their bytes.
            if (array.length > MOST_BYTES) {
                array = new byte[FIRST_BYTES];
            }
        }

        /** Forgets the reader's output, which the thread would keep otherwise. */
        void end() {
            target = null;
        }

        void compressInto(ByteOutput out) {
            compressor.compress(array, 0, length, out);
            length = 0;
        }

        @Override
        protected void next(int bytes) {
            if (length > 0 && length + bytes > MOST_BYTES) {
                if (target == null) {
                    throw new IllegalStateException("a block that is done goes on");
                }
                compressInto(target);
            }
            if (array.length - length < bytes) {
                array = Arrays.copyOf(array, Math.max(length + bytes, Math.min(2 * array.length, MOST_BYTES)));
            }
        }
    }
}
