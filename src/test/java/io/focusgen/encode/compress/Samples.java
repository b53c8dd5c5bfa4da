package io.focusgen.encode.compress;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import io.focusgen.stream.BlockSource;
import io.focusgen.stream.PlannedExport;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;

/** Bytes to compress. */
final class Samples {

    private Samples() {
    }

    /** Nothing in it repeats but by chance. */
    static byte[] random(int length, long seed) {
        byte[] bytes = new byte[length];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt();
        }
        return bytes;
    }

    static byte[] equal(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** Lines that differ in a counter, and now and then in more. */
    static byte[] lines(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        String tail = "";
        for (int line = 0; text.length() < length; line++) {
            if (line % 7 == 0) {
                tail = Long.toString(random.nextLong(), 36).repeat(1 + random.nextInt(9));
            }
            text.append("2026-01-01T").append(line % 24).append(",a row that repeats,").append(line * 3L)
                    .append(tail).append('\n');
        }
        return Arrays.copyOf(text.toString().getBytes(StandardCharsets.US_ASCII), length);
    }

    /** Any mixture of random bytes, of few values, of repetitions from any distance: whatever can go wrong in a match. */
    static byte[] mixture(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bytes = new byte[length];
        for (int at = 0; at < length;) {
            int part = Math.min(length - at, 1 + random.nextInt(1 << 1 + random.nextInt(12)));
            int kind = random.nextInt(4);
            int values = 1 + random.nextInt(1 << random.nextInt(9));
            int distance = at == 0 ? 0 : 1 + random.nextInt(Math.min(at, 1 << 1 + random.nextInt(16)));
            for (int end = at + part; at < end; at++) {
                bytes[at] = kind > 0 && distance > 0 ? bytes[at - distance] : (byte) random.nextInt(values);
            }
        }
        return bytes;
    }

    /** Blocks of real rows. */
    static List<byte[]> blocks(Request request) {
        BlockSource source = PlannedExport.of(request.spec()).blocks(io.focusgen.stream.Format.CSV);
        List<byte[]> blocks = new ArrayList<>();
        for (long block = 0; block < source.blocks(); block++) {
            blocks.add(Bytes.of(source, block).toArray());
        }
        return blocks;
    }

    static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
