package io.focusgen.bench;

import io.trino.tpch.LineItem;
import io.trino.tpch.LineItemGenerator;

/** The line items of TPC-H as trino's generator writes them, into one array again and again. */
final class TpchPeer {

    /** 600,572 rows. */
    private static final double SCALE = 0.1;

    private static final int BYTES = 128 << 10;

    /** No line is longer: sixteen short cells and a comment of at most 44. */
    private static final int LONGEST = 512;

    private final byte[] array = new byte[BYTES];
    private long bytes;

    /** Writes the whole table and returns its rows. */
    @SuppressWarnings("deprecation") // the cheapest copy there is, to the peer's advantage
    long run() {
        long rows = 0;
        int at = 0;
        for (LineItem item : new LineItemGenerator(SCALE, 1, 1)) {
            String line = item.toLine();
            if (array.length - at < LONGEST) {
                bytes += at;
                at = 0;
            }
            line.getBytes(0, line.length(), array, at);
            at += line.length();
            array[at++] = '\n';
            rows++;
        }
        bytes += at;
        return rows;
    }

    /** Bytes of all runs. */
    long bytes() {
        return bytes;
    }
}
