package io.focusgen.encode.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.focusgen.encode.ByteOutput;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.PlannedExport;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;

class BlockCompressorTest {

    private static final int LIMIT = 4 << 20;

    /** Writes rows of a kind as an encoder does: room first, then straight into the array. */
    private static void rows(ByteOutput out, byte[] row, int count) {
        for (int i = 0; i < count; i++) {
            out.ensure(row.length);
            System.arraycopy(row, 0, out.array(), out.length(), row.length);
            out.length(out.length() + row.length);
        }
    }

    private static byte[] repeated(byte[] row, int count) {
        Bytes bytes = new Bytes();
        rows(bytes, row, count);
        return bytes.toArray();
    }

    @ParameterizedTest
    @EnumSource
    void theBlocksOfAnExportComeBack(Compression compression) {
        BlockCompressor compressor = BlockCompressor.ofThread(compression);
        Request request = Request.rows(12_000).hourly();
        BlockSource source = PlannedExport.of(request.spec()).blocks(io.focusgen.stream.Format.CSV);
        SmallChunks file = new SmallChunks();

        for (long block = 0; block < source.blocks(); block++) {
            long number = block;
            compressor.compress(out -> source.encode(number, out), file);
        }

        assertThat(source.blocks()).isGreaterThan(3);
        assertThat(Arrays.equals(SmallChunks.read(compression, file.toArray()), Bytes.of(request).toArray())).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aBlockWithoutBytesIsAFileWithoutBytes(Compression compression) {
        SmallChunks file = new SmallChunks();

        BlockCompressor.ofThread(compression).compress(out -> {
        }, file);

        assertThat(file.toArray()).isNotEmpty();
        assertThat(SmallChunks.read(compression, file.toArray())).isEmpty();
    }

    @Test
    void aBlockOfFourMebibytesIsOneMemberAndARowMoreMakesAnother() {
        byte[] row = Samples.lines(1024, 1);

        assertThat(members(file(row, LIMIT / 1024))).isEqualTo(1);
        assertThat(members(file(row, LIMIT / 1024 + 1))).isEqualTo(2);
        assertThat(members(file(row, 10 * LIMIT / 1024))).isEqualTo(10);
    }

    private static byte[] file(byte[] row, int count) {
        SmallChunks file = new SmallChunks();
        BlockCompressor.ofThread(Compression.GZIP).compress(out -> rows(out, row, count), file);
        assertThat(Arrays.equals(SmallChunks.read(Compression.GZIP, file.toArray()), repeated(row, count))).isTrue();
        return file.toArray();
    }

    /** How many members begin in a file. */
    private static int members(byte... file) {
        byte[] header = HexFormat.of().parseHex("1f8b080000000000" + "04ff");
        int members = 0;
        for (int at = 0; at + header.length <= file.length; at++) {
            members += Arrays.equals(file, at, at + header.length, header, 0, header.length) ? 1 : 0;
        }
        return members;
    }

    @Test
    void memoryGrowsToTheLimitAndNotBeyond() {
        byte[] row = Samples.lines(10_000, 2);
        List<Integer> arrays = new ArrayList<>();

        BlockCompressor.ofThread(Compression.GZIP).compress(out -> {
            for (int i = 0; i < 2000; i++) {
                rows(out, row, 1);
                arrays.add(out.array().length);
            }
        }, new SmallChunks());

        assertThat(arrays).allMatch(length -> length <= LIMIT).contains(LIMIT);
    }

    @Test
    void aRowBeyondTheLimitIsWrittenTooAndChangesNothingForTheNextBlock() {
        BlockCompressor compressor = new BlockCompressor(Compression.GZIP.compressor());
        byte[] small = {'a', '\n'};
        byte[] large = Samples.lines(LIMIT + LIMIT / 2, 3);
        SmallChunks file = new SmallChunks();
        SmallChunks next = new SmallChunks();
        byte[] row = Samples.lines(1024, 1);

        compressor.compress(out -> {
            rows(out, small, 1);
            rows(out, large, 1);
            rows(out, small, 1);
        }, file);
        compressor.compress(out -> rows(out, row, LIMIT / 1024 + 1), next);

        Bytes expected = new Bytes();
        rows(expected, small, 1);
        rows(expected, large, 1);
        rows(expected, small, 1);
        assertThat(Arrays.equals(SmallChunks.read(Compression.GZIP, file.toArray()), expected.toArray())).isTrue();
        assertThat(next.toArray()).isEqualTo(file(row, LIMIT / 1024 + 1));
    }

    @ParameterizedTest
    @EnumSource
    void anEncoderThatFailsLeavesNothingBehindForTheNextBlock(Compression compression) {
        BlockCompressor compressor = BlockCompressor.ofThread(compression);
        SmallChunks broken = new SmallChunks();
        SmallChunks file = new SmallChunks();
        byte[] row = Samples.lines(100, 4);

        assertThatThrownBy(() -> compressor.compress(out -> {
            rows(out, row, 10);
            throw new IllegalStateException("no more rows");
        }, broken)).hasMessage("no more rows");
        compressor.compress(out -> rows(out, row, 3), file);

        assertThat(broken.toArray()).isEmpty();
        assertThat(SmallChunks.read(compression, file.toArray())).isEqualTo(repeated(row, 3));
    }

    @Test
    void aReaderThatHasGoneStopsTheBlock() {
        byte[] noise = Samples.random(LIMIT, 5);

        assertThatThrownBy(() -> BlockCompressor.ofThread(Compression.GZIP)
                .compress(out -> rows(out, noise, 1), new ByteOutput(new byte[4096]) {
                    @Override
                    protected void next(int bytes) {
                        throw new IllegalStateException("gone");
                    }
                })).hasMessage("gone");
    }

    @ParameterizedTest
    @EnumSource
    void aThreadHasOneOfItsOwn(Compression compression) {
        BlockCompressor ours = BlockCompressor.ofThread(compression);

        assertThat(BlockCompressor.ofThread(compression)).isSameAs(ours);
        assertThat(CompletableFuture.supplyAsync(() -> BlockCompressor.ofThread(compression)).join())
                .isNotSameAs(ours);
    }
}
