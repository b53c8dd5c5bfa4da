package io.focusgen.encode.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.focusgen.testing.Request;

/** What holds for every compression. */
class CompressorTest {

    private static final int MIB = 1 << 20;

    @ParameterizedTest
    @EnumSource
    void everyLengthUpTo1000ComesBack(Compression compression) {
        Compressor compressor = compression.compressor();

        for (int length = 0; length <= 1000; length++) {
            for (byte[] bytes : List.of(Samples.random(length, length), Samples.equal(length, 'a'),
                    Samples.lines(length, length))) {
                byte[] member = SmallChunks.compress(compressor, bytes);

                assertThat(SmallChunks.read(compression, member)).as("%d bytes", length).isEqualTo(bytes);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void largeBlocksComeBack(Compression compression) {
        Compressor compressor = compression.compressor();

        for (byte[] bytes : List.of(Samples.random(3 * MIB, 1), Samples.equal(5 * MIB, 0), Samples.equal(MIB, 0xFF),
                Samples.lines(4 * MIB, 2), Samples.mixture(4 * MIB, 3))) {
            byte[] member = SmallChunks.compress(compressor, bytes);

            assertThat(Arrays.equals(SmallChunks.read(compression, member), bytes)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsMixedComesBack(Compression compression) {
        mixtures(compression, 300);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void whateverIsMixedComesBackForMinutes(Compression compression) {
        mixtures(compression, 20_000);
    }

    private static void mixtures(Compression compression, int count) {
        Compressor compressor = compression.compressor();
        for (int seed = 0; seed < count; seed++) {
            byte[] bytes = Samples.mixture((int) (seed * 2_654_435_761L % 200_000), seed);

            byte[] member = SmallChunks.compress(compressor, bytes);

            assertThat(Arrays.equals(SmallChunks.read(compression, member), bytes)).as("seed %d", seed).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void realRowsComeBackAndMembersInARowAreAFile(Compression compression) {
        Compressor compressor = compression.compressor();

        for (Request request : List.of(Request.rows(20_000).hourly(), Request.rows(10_000).daily())) {
            List<byte[]> blocks = Samples.blocks(request);
            List<byte[]> members = new ArrayList<>();
            blocks.forEach(block -> members.add(SmallChunks.compress(compressor, block)));

            assertThat(blocks).hasSizeGreaterThan(3);
            assertThat(Arrays.equals(SmallChunks.read(compression, Samples.joined(members)),
                    Samples.joined(blocks))).as("%s", request).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameBytesGiveTheSameMemberWhateverCameBefore(Compression compression) {
        byte[] bytes = Samples.lines(300_000, 5);
        Compressor used = compression.compressor();
        for (int seed = 0; seed < 20; seed++) {
            SmallChunks.compress(used, Samples.mixture(100_000, seed));
            SmallChunks.compress(used, Arrays.copyOf(bytes, 1000 * seed));
        }

        assertThat(SmallChunks.compress(used, bytes))
                .isEqualTo(SmallChunks.compress(compression.compressor(), bytes));
    }

    @ParameterizedTest
    @EnumSource
    void whatStandsAroundASliceOfAnArrayDoesNotMatter(Compression compression) {
        Compressor compressor = compression.compressor();
        for (int length : new int[]{0, 1, 7, 8, 9, 300, 20_000}) {
            byte[] bytes = Samples.lines(length, 6);
            byte[] alone = SmallChunks.compress(compressor, bytes);
            for (int around : new int[]{1, 9, 40_000}) {
                // What follows goes on as the slice does, so that a match would like to.
                byte[] array = Samples.lines(length + 2 * around, 6);
                System.arraycopy(bytes, 0, array, around, length);
                SmallChunks out = new SmallChunks();
                compressor.compress(array, around, length, out);

                assertThat(out.toArray()).as("%d bytes within %d", length, array.length).isEqualTo(alone);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingGrowsByMuch(Compression compression) {
        Compressor compressor = compression.compressor();

        for (int length : new int[]{0, 1, 100, 65_534, 65_535, 65_536, 131_070, 131_071, 2 * MIB}) {
            byte[] member = SmallChunks.compress(compressor, Samples.random(length, length));

            assertThat(member.length).as("%d bytes", length).isLessThanOrEqualTo(length + length / 1000 + 64);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bytesThatAreNotThereAreRefused(Compression compression) {
        Compressor compressor = compression.compressor();
        SmallChunks out = new SmallChunks();

        assertThatThrownBy(() -> compressor.compress(new byte[10], 5, 6, out))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> compressor.compress(new byte[10], -1, 2, out))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(out.toArray()).isEmpty();
    }
}
