package io.focusgen.stream;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.buffer.UnpooledHeapByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;

/** A chunk as Netty sees it: an unpooled heap buffer whose array goes back to its {@link ChunkPool} on release. */
final class ChunkByteBuf extends UnpooledHeapByteBuf {

    private final ChunkPool home;
    private final long end;

    private ChunkByteBuf(Chunk chunk, ChunkPool home) {
        super(UnpooledByteBufAllocator.DEFAULT, chunk.array, chunk.array.length);
        this.home = home;
        end = chunk.end;
        writerIndex(chunk.length);
    }

    static Buffer buffer(Chunk chunk, ChunkPool home) {
        return BufferImpl.buffer(new ChunkByteBuf(chunk, home));
    }

    /** Releases the chunk behind a buffer, if there is one and it is not released yet. Not for two threads at once. */
    static void release(Buffer buffer) {
        if (buffer instanceof BufferImpl item && item.byteBuf() instanceof ChunkByteBuf chunk && chunk.refCnt() > 0) {
            chunk.release();
        }
    }

    /** The block that begins right behind a buffer, {@link Chunk#WITHIN} where none does. */
    static long end(Buffer buffer) {
        return buffer instanceof BufferImpl item && item.byteBuf() instanceof ChunkByteBuf chunk
                ? chunk.end
                : Chunk.WITHIN;
    }

    @Override
    protected void freeArray(byte[] array) {
        home.give(array);
    }
}
