package io.focusgen.encode;

/**
 * Where an encoder puts its bytes: an array and how much of it is filled. Encoders write straight into {@link #array}
 * after {@link #ensure}, so that a row costs no call per cell. Not thread-safe.
 */
public abstract class ByteOutput {

    /** The array being filled; may be another one after each {@link #ensure}. */
    protected byte[] array;

    /** Bytes of {@link #array} that are filled. */
    protected int length;

    protected ByteOutput(byte[] array) {
        this.array = array;
    }

    public final byte[] array() {
        return array;
    }

    public final int length() {
        return length;
    }

    /** Says that the array is now filled up to {@code newLength}. */
    public final void length(int newLength) {
        length = newLength;
    }

    /** Makes room for {@code bytes} more, taking another array where this one has no room. */
    public final void ensure(int bytes) {
        if (array.length - length < bytes) {
            next(bytes);
        }
    }

    /** Copies bytes, over several arrays where they have no room in one. */
    public final void write(byte[] bytes, int offset, int count) {
        int end = offset + count;
        for (int from = offset; from < end;) {
            ensure(1);
            int part = Math.min(end - from, array.length - length);
            System.arraycopy(bytes, from, array, length, part);
            length += part;
            from += part;
        }
    }

    /** Whether anybody still waits for the bytes: asked by what takes long before it writes any. */
    public boolean isWanted() {
        return true;
    }

    /**
     * Hands over what is filled and takes an array with room for at least {@code bytes}, setting {@link #length} to 0
     * (or copies into a larger one). May throw to stop the encoder, e.g. when its reader has gone.
     */
    protected abstract void next(int bytes);
}
