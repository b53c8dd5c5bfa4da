package io.focusgen.stream;

/** An array of the {@link ChunkPool} and how much of it is filled. Owned by one party at a time. */
final class Chunk {

    /** Of {@link #end}: more of its last block follows. */
    static final long WITHIN = -1;

    final byte[] array;
    int length;

    /** The block that begins right behind it, or {@link #WITHIN}. */
    long end = WITHIN;

    Chunk(byte[] array, int length) {
        this.array = array;
        this.length = length;
    }

    boolean hasRoomFor(Chunk other) {
        return array.length - length >= other.length;
    }

    void append(Chunk other) {
        System.arraycopy(other.array, 0, array, length, other.length);
        length += other.length;
    }
}
