package io.focusgen.bench;

import java.util.zip.CRC32;
import java.util.zip.Deflater;

import io.focusgen.encode.ByteOutput;

/** Gzip as the JDK's zlib makes it at its fastest level, written straight into the output to the peer's advantage. */
final class DeflaterPeer {

    private static final int HEADER = 10;
    private static final int TRAILER = 8;

    /** The peer is asked again only when there is little room left. */
    private static final int ROOM = 1 << 10;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final CRC32 sum = new CRC32();

    /** The checksum so far, so that nobody can leave it out. */
    private long sums;

    void compress(byte[] in, ByteOutput out) {
        out.ensure(HEADER);
        out.length(out.length() + HEADER);
        deflater.reset();
        deflater.setInput(in);
        deflater.finish();
        while (!deflater.finished()) {
            out.ensure(ROOM);
            int free = out.array().length - out.length();
            out.length(out.length() + deflater.deflate(out.array(), out.length(), free));
        }
        sum.reset();
        sum.update(in);
        sums += sum.getValue();
        out.ensure(TRAILER);
        out.length(out.length() + TRAILER);
    }

    long sums() {
        return sums;
    }
}
