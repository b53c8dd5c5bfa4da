package io.focusgen.conform;

/** How much the rows of a bill charge, by a hash that stands for what a correction has in common with its original. */
final class ChargedRows {

    /** Bytes of a place: hash, quantity, cost. */
    private static final int PLACE = 3 * Long.BYTES;
    private static final int FEWEST = 1 << 6;

    /** No hash is this one. */
    private static final long NONE = 0;

    private long[] keys = {};
    private long[] quantities = {};
    private long[] costs = {};
    private int used;
    private boolean full;

    /** The two as one number, well mixed; never {@link #NONE}. */
    static long mix(long a, long b) {
        long z = (a * 0x9E3779B97F4A7C15L ^ b) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 29) * 0x94D049BB133111EBL;
        z ^= z >>> 32;
        return z == NONE ? 1 : z;
    }

    long bytes() {
        return (long) keys.length * PLACE;
    }

    /** Bytes that another row may take: 0 while there are places. */
    long needs() {
        return used < keys.length / 4 * 3 ? 0 : Math.max(FEWEST, keys.length) * (long) PLACE;
    }

    /** Takes no more rows. */
    void full() {
        full = true;
    }

    boolean isFull() {
        return full;
    }

    /** Adds what a row charges to what the others of its hash do; only where there is a place, or the bytes for more. */
    void add(long key, long quantity, long cost) {
        if (full) {
            return;
        }
        if (needs() > 0) {
            grow();
        }
        int place = place(key);
        if (keys[place] == NONE) {
            keys[place] = key;
            used++;
        }
        quantities[place] = plus(quantities[place], quantity);
        costs[place] = plus(costs[place], cost);
    }

    boolean has(long key) {
        return keys.length > 0 && keys[place(key)] == key;
    }

    /** Takes so much off, if there is as much. */
    boolean takeBack(long key, long quantity, long cost) {
        if (!has(key)) {
            return false;
        }
        int place = place(key);
        if (quantities[place] < quantity || costs[place] < cost) {
            return false;
        }
        quantities[place] -= quantity;
        costs[place] -= cost;
        return true;
    }

    /** The nearest long where the sum is none. */
    private static long plus(long a, long b) {
        long sum = a + b;
        boolean over = ((a ^ sum) & (b ^ sum)) < 0;
        return over ? a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE : sum;
    }

    /** Where a hash stands, or would. */
    private int place(long key) {
        int place = (int) (key & keys.length - 1);
        while (keys[place] != NONE && keys[place] != key) {
            place = place + 1 & keys.length - 1;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldQuantities = quantities;
        long[] oldCosts = costs;
        int length = Math.max(FEWEST, 2 * keys.length);
        keys = new long[length];
        quantities = new long[length];
        costs = new long[length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != NONE) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                quantities[place] = oldQuantities[i];
                costs[place] = oldCosts[i];
            }
        }
    }
}
