package io.focusgen.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.buffer.Buffer;

/** Memory, recycling and the sharing of threads. */
@Timeout(60)
class StreamBoundsTest extends StreamsUnderTest {

    @Test
    void aSlowReaderNeverMakesMoreThanTheWindowAhead() {
        AtomicLong mostAhead = new AtomicLong();
        AtomicInteger readBlocks = new AtomicInteger();
        TestBlocks blocks = new TestBlocks(100, block -> ROWS) {
            @Override
            protected void beforeRow(long block, int row) {
                mostAhead.accumulateAndGet(block + 1 - readBlocks.get(), Math::max);
            }
        };
        AssertSubscriber<Buffer> reader = subscribe(blocks, 1);
        for (int item = 1; item < 400; item++) {
            int expected = item;
            await().pollInterval(Duration.ofMillis(1)).until(() -> reader.getItems().size() == expected);
            long begunAtMost = item / 4 + IN_FLIGHT;
            assertThat(blocks.begun.get()).isLessThanOrEqualTo(begunAtMost);
            readBlocks.set((item + 1) / 4);
            reader.request(1);
        }
        reader.awaitCompletion();
        assertThat(mostAhead.get()).isLessThanOrEqualTo(IN_FLIGHT);
        assertThat(bytes(reader)).isEqualTo(blocks.bytes(100));
    }

    @Test
    void theWindowFillsWithoutFurtherDemandAndNoThreadWaits() {
        TestBlocks blocks = new TestBlocks(100, block -> ROWS);

        subscribe(blocks, 1);

        await().until(() -> blocks.rows.get() == (long) IN_FLIGHT * ROWS);
        subscribe(new TestBlocks(20, block -> ROWS), Long.MAX_VALUE).awaitCompletion();
        assertThat(blocks.rows).hasValue((long) IN_FLIGHT * ROWS);
    }

    @Test
    void arraysAreRecycledWhereTheReaderGivesThemBack() {
        TestBlocks blocks = new TestBlocks(2_000, block -> ROWS);
        AtomicLong read = new AtomicLong();

        streams.of(blocks).invoke(Streams::recycle).onItem().invoke(item -> read.incrementAndGet())
                .collect().last().await().atMost(Duration.ofSeconds(50));

        assertThat(read).hasValue(8_000);
        // Each block in flight fills four, and a worker may hold one more.
        assertThat(streams.chunks().allocated()).isLessThanOrEqualTo(IN_FLIGHT * 4 + 2L);
    }

    @Test
    @Tag("long")
    void aReaderThatGivesNothingBackReadsMoreThanTheHeap() {
        long gib = 1L << 30;
        assertThat(Runtime.getRuntime().maxMemory()).as("this test needs a heap it can exceed").isLessThan(64 * gib);
        long wanted = Math.min(Runtime.getRuntime().maxMemory() + gib, 8 * gib);
        int blockBytes = 4 << 20;
        AtomicLong read = new AtomicLong();

        streams.of(source(wanted / blockBytes, (block, out) -> {
            for (int written = 0; written < blockBytes; written += CHUNK) {
                out.ensure(CHUNK);
                out.length(out.length() + CHUNK);
            }
        })).onItem().invoke(item -> read.addAndGet(item.length())).collect().last().await()
                .atMost(Duration.ofSeconds(50));

        assertThat(read).hasValue(wanted / blockBytes * blockBytes);
    }

    @Test
    void givingBackTwiceOrSomethingElseIsHarmless() {
        AssertSubscriber<Buffer> reader = subscribe(new TestBlocks(1, block -> ROWS), Long.MAX_VALUE).awaitCompletion();
        Buffer item = reader.getItems().get(0);

        Streams.recycle(item);
        Streams.recycle(item);
        Streams.recycle(Buffer.buffer("not ours"));

        assertThat(streams.chunks().idle()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aSmallStreamFinishesWhileAHugeOneRuns(int threads) {
        use(threads);
        TestBlocks huge = new TestBlocks(Long.MAX_VALUE, block -> 10_000);
        AtomicLong hugeItems = new AtomicLong();
        var running = streams.of(huge).subscribe().with(item -> {
            Streams.recycle(item);
            hugeItems.incrementAndGet();
        });
        await().until(() -> hugeItems.get() > 100);
        long before = huge.begun.get();

        subscribe(new TestBlocks(3, block -> ROWS), Long.MAX_VALUE).awaitCompletion();

        long turns = huge.begun.get() - before;
        running.cancel();
        // Three turns of the small one at most, and before each of them once the window of the huge one.
        assertThat(turns).isLessThanOrEqualTo(3L * (IN_FLIGHT + threads) + IN_FLIGHT);
    }
}
