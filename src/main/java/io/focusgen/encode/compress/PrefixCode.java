package io.focusgen.encode.compress;

import java.util.Arrays;

/**
 * A Huffman code of limited length, as deflate wants it: canonical, complete, and with its bits reversed so that the
 * first one is the lowest. Made anew for every block from the counts of its symbols. Not thread-safe.
 */
final class PrefixCode {

    /** Symbols are kept in the low bits beside their counts while they are sorted. */
    private static final int SYMBOL_BITS = 9;

    /** No code is so long, even without a limit: it would take more occurrences than fit beside a symbol. */
    private static final int DEEPEST = 32;

    /** How often each symbol occurs, together below 2^22: counted by the caller between {@link #clear()} and build. */
    final int[] counts;

    /** Bits of each symbol's code, 0 where it has none. */
    final byte[] lengths;

    /** Codes of the symbols that have one. */
    final int[] codes;

    private final int mostBits;
    private final int[] sorted;
    private final int[] tree;
    private final int[] ofLength = new int[DEEPEST];

    /**
     * @param symbols at most 512
     * @param mostBits longest code; 2 to its power is at least {@code symbols}
     */
    PrefixCode(int symbols, int mostBits) {
        this.mostBits = mostBits;
        counts = new int[symbols];
        lengths = new byte[symbols];
        codes = new int[symbols];
        sorted = new int[symbols];
        tree = new int[symbols];
    }

    void clear() {
        Arrays.fill(counts, 0);
    }

    /** Makes lengths and codes. Two symbols get a code in any case, because some readers refuse an incomplete code. */
    void build() {
        Arrays.fill(lengths, (byte) 0);
        int used = sort();
        if (used < 2) {
            int only = used == 1 ? sorted[0] & (1 << SYMBOL_BITS) - 1 : 0;
            lengths[only] = 1;
            lengths[only == 0 ? 1 : 0] = 1;
            Arrays.fill(ofLength, 0);
            ofLength[1] = 2;
        } else {
            depths(used);
            limit();
            assign();
        }
        number();
    }

    /** Puts the symbols that occur in ascending order of their counts. */
    private int sort() {
        int used = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            if (counts[symbol] > 0) {
                sorted[used++] = counts[symbol] << SYMBOL_BITS | symbol;
            }
        }
        Arrays.sort(sorted, 0, used);
        return used;
    }

    /**
     * Counts the leaves of each depth in the Huffman tree, in place and in linear time: A. Moffat and J. Katajainen,
     * In-Place Calculation of Minimum-Redundancy Codes, 1995.
     */
    private void depths(int used) {
        for (int i = 0; i < used; i++) {
            tree[i] = sorted[i] >>> SYMBOL_BITS;
        }
        int root = 0;
        int leaf = 0;
        // An inner node takes the two lightest of what is left; the array keeps the weight of one that is still a root,
        // and the parent of one that is not.
        for (int node = 0; node < used - 1; node++) {
            int weight = 0;
            for (int child = 0; child < 2; child++) {
                if (leaf >= used || root < node && tree[root] < tree[leaf]) {
                    weight += tree[root];
                    tree[root++] = node;
                } else {
                    weight += tree[leaf++];
                }
            }
            tree[node] = weight;
        }
        Arrays.fill(ofLength, 0);
        tree[used - 2] = 0;
        for (int node = used - 3; node >= 0; node--) {
            tree[node] = tree[tree[node]] + 1;
        }
        int open = 1;
        int node = used - 2;
        for (int depth = 0; open > 0; depth++) {
            int inner = 0;
            while (node >= 0 && tree[node] == depth) {
                inner++;
                node--;
            }
            ofLength[depth] = open - inner;
            open = 2 * inner;
        }
    }

    /** Lifts leaves that are too deep, and makes room for each by lowering the deepest one that can be. */
    private void limit() {
        for (int depth = DEEPEST - 1; depth > mostBits; depth--) {
            ofLength[mostBits] += ofLength[depth];
            ofLength[depth] = 0;
        }
        long taken = 0;
        for (int length = 1; length <= mostBits; length++) {
            taken += (long) ofLength[length] << mostBits - length;
        }
        for (; taken > 1L << mostBits; taken--) {
            int length = mostBits - 1;
            while (ofLength[length] == 0) {
                length--;
            }
            ofLength[length]--;
            ofLength[length + 1] += 2;
            ofLength[mostBits]--;
        }
    }

    /** The rarest symbols get the longest codes. */
    private void assign() {
        int next = 0;
        for (int length = mostBits; length > 0; length--) {
            for (int i = 0; i < ofLength[length]; i++) {
                lengths[sorted[next++] & (1 << SYMBOL_BITS) - 1] = (byte) length;
            }
        }
    }

    /** Codes of one length ascend with the symbols, and follow those of the shorter length. */
    private void number() {
        int code = 0;
        for (int length = 1; length <= mostBits; length++) {
            int following = code + ofLength[length] << 1;
            // The table is no longer needed as one of numbers: it now holds the next code of each length.
            ofLength[length] = code;
            code = following;
        }
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                codes[symbol] = Integer.reverse(ofLength[length]++) >>> Integer.SIZE - length;
            }
        }
    }
}
