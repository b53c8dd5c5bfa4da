package io.focusgen.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;

/** A plan that is kept serves many streams at once, each with the bytes of a plan of its own. */
class SharedPlanTest {

    private static final Request REQUEST = Request.rows(9_000).hourly().month("2025-12").months(2).seed(11);

    private static final int READERS = 32;

    private static List<String> digests(BlockSource blocks) {
        List<String> digests = new ArrayList<>();
        for (long block = 0; block < blocks.blocks(); block++) {
            digests.add(Bytes.of(blocks, block).digest());
        }
        return digests;
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "NDJSON"})
    void itsStreamsDisturbNobody(Format format) throws Exception {
        List<String> expected = digests(PlannedExport.of(REQUEST.spec()).blocks(format));
        PlannedExport shared = PlannedExport.of(REQUEST.spec());
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        try {
            List<Future<List<String>>> readers = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                readers.add(threads.submit(() -> digests(shared.forStream().blocks(format))));
            }
            for (Future<List<String>> reader : readers) {
                assertThat(reader.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aStreamThatFindsAllFramesMadeHasTheSameBytes() {
        Request small = Request.rows(400).providers("aws", "azure", "gcp").currency("EUR").months(2).seed(12);
        List<String> expected = digests(PlannedExport.of(small.spec()).blocks(Format.CSV));
        PlannedExport shared = PlannedExport.of(small.spec());

        for (int stream = 0; stream < 3; stream++) {
            assertThat(digests(shared.forStream().blocks(Format.CSV))).isEqualTo(expected);
        }
    }

    private static long bytes(Request request) {
        return PlannedExport.of(request.spec()).heapBytes();
    }

    @Test
    void itsSizeGrowsWithItsBillsAndSlicesAndWithTheFramesThatStreamsShare() {
        long large = bytes(Request.rows(1_000_000).hourly());

        assertThat(bytes(Request.rows(100))).isBetween(256L << 10, 400L << 10);
        assertThat(bytes(Request.rows(10_000))).isBetween(700L << 10, 800L << 10);
        assertThat(bytes(Request.rows(20_001))).as("shares none").isBetween(256L << 10, 300L << 10);
        assertThat(large).isBetween(256L << 10, 400L << 10);
        assertThat(bytes(Request.rows(1_000_000).monthly())).isBetween(large + (64 << 10), 2L << 20);
        assertThat(bytes(Request.rows(100).months(9))).as("shares none").isLessThan(bytes(Request.rows(100).months(8)));
    }
}
