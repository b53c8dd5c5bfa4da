package io.focusgen.stream;

import java.util.ArrayDeque;

/**
 * Recycled arrays of one size. Taking one never waits: an empty pool allocates, a full one leaves the array to the
 * garbage collector, so an array that never comes back costs nothing but its reuse. Thread-safe.
 */
final class ChunkPool {

    private final int chunkBytes;
    private final int mostIdle;
    /** Last in, first out: the array used last is the likeliest to be still in a cache. */
    private final ArrayDeque<byte[]> idle = new ArrayDeque<>();
    private long allocated;

    /**
     * @param chunkBytes bytes of each array
     * @param mostIdle   arrays kept while nobody uses them
     */
    ChunkPool(int chunkBytes, int mostIdle) {
        this.chunkBytes = chunkBytes;
        this.mostIdle = mostIdle;
    }

    int chunkBytes() {
        return chunkBytes;
    }

    /** An array of {@link #chunkBytes()}, its content undefined. */
    byte[] take() {
        synchronized (this) {
            byte[] array = idle.pollLast();
            if (array != null) {
                return array;
            }
            allocated++;
        }
        return new byte[chunkBytes];
    }

    /** Takes an array back; the caller must not touch it again. One of another size (of an outsize row) is dropped. */
    synchronized void give(byte[] array) {
        if (array.length == chunkBytes && idle.size() < mostIdle) {
            idle.addLast(array);
        }
    }

    /** Arrays allocated so far. */
    synchronized long allocated() {
        return allocated;
    }

    synchronized int idle() {
        return idle.size();
    }
}
