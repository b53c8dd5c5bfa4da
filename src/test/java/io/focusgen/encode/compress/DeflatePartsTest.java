package io.focusgen.encode.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.testing.Request;

class DeflatePartsTest {

    private final DeflateParts parts = new DeflateParts();

    private static byte[] read(byte... stream) throws IOException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(stream);
        byte[] read = new InflaterInputStream(bytes, new Inflater(true), 512).readAllBytes();
        assertThat(bytes.available()).isZero();
        return read;
    }

    @Test
    void partsOfBothKindsInARowAreOneStream() throws IOException {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        SmallChunks out = new SmallChunks();
        int number = 0;
        for (byte[] part : List.of(Samples.lines(300_000, 1), Samples.random(200_000, 2), new byte[0],
                Samples.mixture(500_000, 3), new byte[1], Samples.lines(65_535, 4))) {
            if (number++ % 2 == 0) {
                parts.compress(part, 0, part.length, out);
            } else {
                DeflateParts.store(part, 0, part.length, out);
            }
            expected.writeBytes(part);
        }
        int parts = out.length();
        DeflateParts.end(out);
        assertThat(out.length() - parts).isEqualTo(DeflateParts.END_BYTES);
        assertThat(read(out.toArray())).isEqualTo(expected.toByteArray());
    }

    @Test
    void nothingIsAnEmptyStoredBlock() {
        SmallChunks out = new SmallChunks();
        parts.compress(new byte[0], 0, 0, out);
        DeflateParts.store(new byte[0], 0, 0, out);
        DeflateParts.end(out);
        assertThat(HexFormat.of().formatHex(out.toArray())).isEqualTo("000000ffff" + "0300");
    }

    @Test
    void aPartIsAsSmallAsAMember() throws IOException {
        Compressor gzip = Compression.GZIP.compressor();
        for (byte[] block : Samples.blocks(Request.rows(20_000).hourly())) {
            SmallChunks out = new SmallChunks();
            parts.compress(block, 0, block.length, out);
            // A member has a header and sums of 18 bytes, a part the way back to a whole byte.
            assertThat(out.toArray().length).isLessThan(SmallChunks.compress(gzip, block).length);
            DeflateParts.end(out);
            assertThat(read(out.toArray())).isEqualTo(block);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_534, 65_535, 65_536, 200_000})
    void whatIsStoredTakesFiveBytesMoreForEachBlock(int length) throws IOException {
        byte[] bytes = Samples.random(length + 7, 5);
        SmallChunks out = new SmallChunks();
        DeflateParts.store(bytes, 7, length, out);
        assertThat(out.toArray()).hasSize(length + 5 * ((length + 65_534) / 65_535));
        DeflateParts.end(out);
        assertThat(read(out.toArray())).isEqualTo(java.util.Arrays.copyOfRange(bytes, 7, bytes.length));
    }

    @Test
    void bytesThatAreNotThereAreRefused() {
        assertThatThrownBy(() -> parts.compress(new byte[3], 2, 2, new SmallChunks()))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> DeflateParts.store(new byte[3], 2, 2, new SmallChunks()))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
