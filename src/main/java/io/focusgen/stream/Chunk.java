package io.focusgen.stream;

/** An array of the {@link ChunkPool} and how much of it is filled. Owned by one party at a time. */
final class Chunk {

    final byte[] array;
    int length;

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
