package io.focusgen.estate;

/**
 * Values drawn by counter: a pure function of a key and an index, so that any row, resource or month can be derived on
 * its own, in any order, by any thread. The mixing is splitmix64's finaliser (Steele, Lea, Flood 2014).
 *
 * @param key what is drawn for whom; {@link #of} derives further keys
 */
public record Draw(long key) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    /** The draws of something else of the same owner. Salts are written down (see {@link Salt}), never derived from names or order. */
    public Draw of(long salt) {
        return new Draw(mix(key ^ salt));
    }

    /** The draws of something that is known by its name. */
    public Draw of(String name) {
        Draw draw = this;
        for (int i = 0; i < name.length(); i++) {
            draw = draw.of(name.charAt(i) + 1L);
        }
        return draw;
    }

    /** Sixty-four random bits for {@code index}. */
    public long bits(long index) {
        return mix(key + index * GOLDEN);
    }

    /** 0 to {@code bound} − 1; the bias is below bound / 2^63. */
    public int below(int bound, long index) {
        return (int) Math.multiplyHigh(bits(index) >>> 1, (long) bound << 1);
    }

    /** In [0, 1), a multiple of 2^−53. */
    public double unit(long index) {
        return (bits(index) >>> 11) * UNIT;
    }

    static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
