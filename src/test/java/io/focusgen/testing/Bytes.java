package io.focusgen.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import io.focusgen.encode.ByteOutput;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedExport;

/** What an encoder wrote, in one piece. */
public final class Bytes extends ByteOutput {

    private static final int AT_FIRST = 1 << 16;

    public Bytes() {
        super(new byte[AT_FIRST]);
    }

    @Override
    protected void next(int bytes) {
        array = Arrays.copyOf(array, Math.max(array.length * 2, length + bytes));
    }

    /** All bytes of a request, as CSV. */
    public static Bytes of(Request request) {
        return of(request, Format.CSV);
    }

    /** All bytes of a request in a format. */
    public static Bytes of(Request request, Format format) {
        return of(PlannedExport.of(request.spec()).blocks(format));
    }

    /** All blocks in order. */
    public static Bytes of(BlockSource source) {
        Bytes bytes = new Bytes();
        for (long block = 0; block < source.blocks(); block++) {
            source.encode(block, bytes);
        }
        return bytes;
    }

    /** One block alone. */
    public static Bytes of(BlockSource source, long block) {
        Bytes bytes = new Bytes();
        source.encode(block, bytes);
        return bytes;
    }

    public byte[] toArray() {
        return Arrays.copyOf(array, length);
    }

    public InputStream read() {
        return new ByteArrayInputStream(array, 0, length);
    }

    /** SHA-256 in hexadecimal. */
    public String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(array, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Line feeds, which with this generator are rows and the header: none of its texts spans lines. */
    public long lines() {
        long lines = 0;
        for (int i = 0; i < length; i++) {
            lines += array[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    @Override
    public String toString() {
        return new String(array, 0, length, StandardCharsets.US_ASCII);
    }
}
