package io.focusgen.stream;

import java.nio.ByteBuffer;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;

/** Makes streams that share one set of threads and recycled arrays. Thread-safe. */
public final class Streams implements AutoCloseable {

    /** What a block may weigh, and so what one stream may leave behind for the next: this much per block in flight. */
    private static final int BLOCK_BYTES = 4 << 20;

    private final StreamSettings settings;
    private final StreamPool workers;
    private final ChunkPool chunks;

    public Streams(StreamSettings settings) {
        this.settings = settings;
        this.workers = new StreamPool(settings.threads());
        this.chunks = new ChunkPool(settings.chunkBytes(),
                settings.blocksInFlight() * (BLOCK_BYTES / settings.chunkBytes()));
    }

    public StreamSettings settings() {
        return settings;
    }

    /**
     * The bytes of all blocks in order, encoded ahead of the reader by at most the blocks in flight and only once it has
     * asked for an item. An item is at most {@link StreamSettings#chunkBytes()} (a single larger row excepted) and at least
     * a quarter of it, except where a small last chunk of a block is followed by a block that does not fit behind it, or
     * {@link BlockSource#goesOnAtOnce} says so.
     * Items come from a worker or from the thread that asks. When a block fails, the bytes of the earlier ones arrive,
     * then the failure. Cancelling stops the workers at their next chunk. May be subscribed to any number of times.
     */
    public Multi<Buffer> of(BlockSource source) {
        return new BlockStream(source, settings.blocksInFlight(), workers, chunks);
    }

    /**
     * Gives the array behind an item back; the item must not be read again. Optional, and without effect on a buffer that
     * is not such an item or was given back before.
     */
    public static void recycle(Buffer item) {
        ChunkByteBuf.release(item);
    }

    /**
     * The block that begins right behind an item of {@link #of}, so that all blocks before it have arrived with it; −1 where
     * more of the same block follows.
     */
    public static long blockBehind(Buffer item) {
        return ChunkByteBuf.end(item);
    }

    /** The bytes of an item, not copied: only until it is given back. */
    public static ByteBuffer view(Buffer item) {
        return ((BufferImpl) item).byteBuf().nioBuffer();
    }

    /** What the threads do, for whoever watches. */
    public EncoderLoad load() {
        return workers.load();
    }

    /** Has one listener told, on the thread that encodes it, whenever the last block that waited is taken. It must not block. */
    public void whenNoneWaits(Runnable told) {
        workers.whenNoneWaits(told);
    }

    StreamPool workers() {
        return workers;
    }

    ChunkPool chunks() {
        return chunks;
    }

    /** Streams still running fail once what is being encoded has arrived. */
    @Override
    public void close() {
        workers.close();
    }
}
