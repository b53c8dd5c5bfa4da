package io.focusgen.spec;

/**
 * One of {@code count} contiguous parts of a data set, balanced by rows.
 *
 * @param index 1 to count
 * @param count at least 1
 */
public record Shard(long index, long count) {

    /** The whole data set. */
    public static final Shard WHOLE = new Shard(1, 1);

    public Shard {
        if (count < 1 || index < 1 || index > count) {
            throw new IllegalArgumentException("shard " + index + "/" + count + " is not one of 1/n to n/n");
        }
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
