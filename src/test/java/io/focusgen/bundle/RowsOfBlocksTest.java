package io.focusgen.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.focusgen.stream.BlockRange;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedExport;
import io.focusgen.stream.StreamSettings;
import io.focusgen.stream.Streams;
import io.focusgen.testing.Request;

/** Blocks know how many data rows they have, and streams count those that were encoded. */
class RowsOfBlocksTest {

    private static final int ROWS = 20_000;

    private static long rows(BlockSource blocks) {
        return LongStream.range(0, blocks.blocks()).map(blocks::rowsOf).sum();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void blocksHaveTheRowsOfTheDataSet(Format format) {
        BlockSource blocks = PlannedExport.of(Request.rows(ROWS).spec()).blocks(format);
        long first = blocks.rowsOf(0);
        assertThat(rows(blocks)).isEqualTo(ROWS);
        assertThat(rows(new BlockRange(blocks, 1, blocks.blocks()))).isEqualTo(ROWS - first);
    }

    @Test
    void rowsOfABundleAreCountedAsTheyAreEncoded() {
        try (Streams streams = new Streams(StreamSettings.forCores(2))) {
            streams.of(ZipBlocks.of(Asked.bundle(Request.rows(ROWS), Format.CSV, Layout.SINGLE, 1)))
                    .invoke(Streams::recycle).collect().last().await().indefinitely();
            assertThat(streams.load().rows()).isEqualTo(ROWS);
            await().untilAsserted(() -> assertThat(streams.load().active()).isZero());
            assertThat(streams.load().threads()).isPositive();
            assertThat(streams.load().queued()).isZero();
        }
    }
}
