package io.focusgen.encode.compress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;

import org.junit.jupiter.api.Test;

import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;

class GzipCompressorTest {

    private final Compressor gzip = Compression.GZIP.compressor();

    @Test
    void aMemberHasNoTimeNoNameAndNoSystem() {
        byte[] member = SmallChunks.compress(gzip, (byte) 'a');

        assertThat(HexFormat.of().formatHex(member)).isEqualTo("1f8b080000000000" + "04ff"
        // one stored part of one byte, the checksum of "a", its length
                + "010100feff61" + "43beb7e8" + "01000000");
    }

    @Test
    void aMatchReachesBackExactlyTheWindow() {
        byte[] head = Samples.random(100, 1);
        int within = size(head, 32_768);
        int beyond = size(head, 32_769);

        assertThat(beyond - within).isBetween(80, 100);
    }

    /** Size of a member of random bytes in which the first hundred come again so much later. */
    private int size(byte[] head, int later) {
        byte[] bytes = Samples.random(later + head.length, 2);
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(head, 0, bytes, later, head.length);
        // Between them something that packs well, or everything would be stored.
        Arrays.fill(bytes, head.length, later, (byte) 0);
        byte[] member = SmallChunks.compress(gzip, bytes);
        assertThat(SmallChunks.read(Compression.GZIP, member)).isEqualTo(bytes);
        return member.length;
    }

    @Test
    void matchesOfEveryLengthComeBack() {
        byte[] head = Samples.random(1300, 3);
        for (int length = 1; length <= 1200; length++) {
            byte[] bytes = Arrays.copyOf(head, head.length + length + 1);
            System.arraycopy(head, 50, bytes, head.length, length);
            bytes[head.length + length] = (byte) ~head[50 + length];

            assertThat(SmallChunks.read(Compression.GZIP, SmallChunks.compress(gzip, bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void realRowsTakeNoMoreRoomThanWithTheJdksFastestLevel() {
        for (Request request : List.of(Request.rows(20_000).hourly(), Request.rows(10_000).daily())) {
            long ours = 0;
            long jdk = 0;
            for (byte[] block : Samples.blocks(request)) {
                ours += SmallChunks.compress(gzip, block).length;
                jdk += deflated(block);
            }

            assertThat(ours).as("%s", request).isLessThan(jdk);
        }
    }

    private static int deflated(byte... bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(bytes);
        deflater.finish();
        int length = deflater.deflate(new byte[bytes.length + 1000]);
        deflater.end();
        return length + 18;
    }

    @Test
    void theBytesAreTheSameOnEveryMachine() {
        Bytes members = new Bytes();
        for (byte[] bytes : List.of(Samples.lines(500_000, 8), Samples.mixture(500_000, 9))) {
            gzip.compress(bytes, 0, bytes.length, members);
        }

        assertThat(members.digest()).isEqualTo("6677eaeb7068841c37b4cb962aa9af12cd87cdb10c408e1c7787ee69cb2f23bd");
    }
}
