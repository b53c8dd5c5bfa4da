package io.focusgen.encode.compress;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

import com.github.luben.zstd.ZstdInputStream;

import io.focusgen.encode.ByteOutput;

/** An output of chunks of 4 KiB that are full of something else when they are taken, and spoilt once they are given. */
final class SmallChunks extends ByteOutput {

    static final int CHUNK = 4 << 10;

    private final ByteArrayOutputStream given = new ByteArrayOutputStream();

    SmallChunks() {
        super(spoilt());
    }

    static byte[] compress(Compressor compressor, byte... bytes) {
        SmallChunks out = new SmallChunks();
        compressor.compress(bytes, 0, bytes.length, out);
        return out.toArray();
    }

    private static byte[] spoilt() {
        byte[] chunk = new byte[CHUNK];
        Arrays.fill(chunk, (byte) 0xA5);
        return chunk;
    }

    @Override
    protected void next(int bytes) {
        if (bytes > CHUNK) {
            throw new IllegalStateException(bytes + " bytes at once are more than a chunk has room for");
        }
        given.write(array, 0, length);
        Arrays.fill(array, (byte) 0x5A);
        array = spoilt();
        length = 0;
    }

    byte[] toArray() {
        byte[] before = given.toByteArray();
        byte[] all = Arrays.copyOf(before, before.length + length);
        System.arraycopy(array, 0, all, before.length, length);
        return all;
    }

    /** What the members or frames hold, however many there are. */
    static byte[] read(Compression compression, byte... file) {
        try (InputStream in = switch (compression) {
            case GZIP -> new GZIPInputStream(new ByteArrayInputStream(file));
            case ZSTD -> new ZstdInputStream(new ByteArrayInputStream(file));
        }) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
