package io.focusgen.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.spec.Distribution;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;
import io.vertx.core.buffer.Buffer;

/** Neither threads nor the order in which blocks are made change a byte. */
class SameBytesTest {

    private static final Request REQUEST = Request.rows(25_000).hourly().profile(Profile.STARTUP)
            .distribution(Distribution.BALANCED).month("2025-12").months(2).seed(-7);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void threadsDoNotChangeThem(int threads) {
        byte[] expected = Bytes.of(REQUEST).toArray();
        StreamSettings settings = new StreamSettings(64 << 10, threads + 3, threads, Duration.ofSeconds(60));
        try (Streams streams = new Streams(settings)) {
            assertThat(collect(streams, PlannedExport.of(REQUEST.spec()).blocks(Format.CSV), expected.length))
                    .as("%d threads", threads).isEqualTo(expected);
        }
    }

    private static byte[] collect(Streams streams, BlockSource source, int expected) {
        byte[] all = new byte[expected];
        int length = 0;
        for (Buffer item : streams.of(source).subscribe().asIterable()) {
            byte[] bytes = item.getBytes();
            if (length + bytes.length > all.length) {
                all = Arrays.copyOf(all, (length + bytes.length) * 2);
            }
            System.arraycopy(bytes, 0, all, length, bytes.length);
            length += bytes.length;
            Streams.recycle(item);
        }
        return Arrays.copyOf(all, length);
    }

    @Test
    void aBlockIsTheSameWhateverWasMadeBefore() {
        BlockSource inOrder = PlannedExport.of(REQUEST.spec()).blocks(Format.CSV);
        String[] digests = new String[(int) inOrder.blocks()];
        Arrays.setAll(digests, block -> Bytes.of(inOrder, block).digest());

        BlockSource shuffled = PlannedExport.of(REQUEST.spec()).blocks(Format.CSV);
        List<Long> order = new java.util.ArrayList<>(LongStream.range(0, shuffled.blocks()).boxed().toList());
        Collections.shuffle(order, new Random(1));
        for (long block : order) {
            assertThat(Bytes.of(shuffled, block).digest()).as("block %d", block).isEqualTo(digests[(int) block]);
            assertThat(Bytes.of(shuffled, block).digest()).as("block %d again", block)
                    .isEqualTo(digests[(int) block]);
        }
    }

    @Test
    void anotherSeedProfileDistributionOrMonthIsAnotherBill() {
        Request request = Request.rows(500).seed(1);
        assertThat(List.of(request, request.seed(2), request.seed(-1), request.profile(Profile.ENTERPRISE),
                request.distribution(Distribution.BALANCED), request.month("2026-02")))
                .extracting(other -> Bytes.of(other).digest()).doesNotHaveDuplicates();
    }
}
