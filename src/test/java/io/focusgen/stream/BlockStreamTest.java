package io.focusgen.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.encode.ByteOutput;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.buffer.Buffer;

@Timeout(60)
class BlockStreamTest {

    private static final int CHUNK = 32 << 10;
    private static final int IN_FLIGHT = 4;
    /** Three and a half chunks. */
    private static final int ROWS = 3 * CHUNK / TestBlocks.ROW_BYTES + CHUNK / 2 / TestBlocks.ROW_BYTES;

    private Streams streams = streams(2);

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void demandOneByOneGivesOneItemEach() {
        TestBlocks blocks = new TestBlocks(5, block -> ROWS);
        AssertSubscriber<Buffer> reader = subscribe(blocks, 0);

        int items = 0;
        while (!reader.hasCompleted()) {
            assertThat(reader.getItems()).hasSize(items);
            reader.request(1);
            items++;
            int expected = items;
            await().until(() -> reader.getItems().size() == expected);
            if (items == 20) {
                await().until(() -> reader.hasCompleted());
            }
        }

        assertThat(items).isEqualTo(20);
        assertThat(bytes(reader)).isEqualTo(blocks.bytes(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void orderHoldsWhateverTheThreadsAndTheCostOfABlock(int threads) {
        use(threads);
        TestBlocks blocks = new TestBlocks(200, block -> (int) (block * 7919 % 900)) {
            @Override
            protected void beforeRow(long block, int row) {
                if (row == 0) {
                    LockSupport.parkNanos(block * 104_729 % 2_000_000);
                }
            }
        };

        AssertSubscriber<Buffer> reader = subscribe(blocks, Long.MAX_VALUE);

        reader.awaitCompletion();
        assertThat(bytes(reader)).isEqualTo(blocks.bytes(200));
    }

    @Test
    void anItemIsAtMostAChunkAndTinyBlocksShareOne() {
        TestBlocks blocks = new TestBlocks(2_000, block -> block % 3 == 0 ? 0 : (int) (block % 5));

        AssertSubscriber<Buffer> reader = subscribe(blocks, Long.MAX_VALUE);

        reader.awaitCompletion();
        assertThat(bytes(reader)).isEqualTo(blocks.bytes(2_000));
        List<Buffer> items = reader.getItems();
        assertThat(items).allMatch(item -> item.length() <= CHUNK);
        assertThat(items.subList(0, items.size() - 1)).hasSizeGreaterThan(5)
                .allMatch(item -> item.length() >= CHUNK / 4);
    }

    @Test
    void aRowBeyondAChunkIsAnItemOfItsOwn() {
        int huge = 3 * CHUNK;
        AssertSubscriber<Buffer> reader = AssertSubscriber.create(Long.MAX_VALUE);
        streams.of(source(1, (block, out) -> {
            out.ensure(1);
            out.length(out.length() + 1);
            out.ensure(huge);
            out.length(out.length() + huge);
        })).subscribe(reader);

        reader.awaitCompletion();
        assertThat(reader.getItems()).extracting(Buffer::length).containsExactly(1, huge);
    }

    @Test
    void noBlocksCompleteWithoutDemand() {
        subscribe(new TestBlocks(0, block -> 1), 0).awaitCompletion().assertHasNotReceivedAnyItem();
    }

    @Test
    void blocksWithoutBytesComplete() {
        subscribe(new TestBlocks(50, block -> 0), 1).awaitCompletion().assertHasNotReceivedAnyItem();
    }

    @Test
    void nothingIsEncodedBeforeTheFirstDemand() {
        TestBlocks blocks = new TestBlocks(5, block -> ROWS);

        subscribe(blocks, 0);
        subscribe(new TestBlocks(1, block -> 1), 1).awaitCompletion();

        assertThat(blocks.begun).hasValue(0);
    }

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
    void cancellingStopsTheWorkWithinATenthOfASecond() {
        TestBlocks blocks = new TestBlocks(1_000_000, block -> 1_000_000) {
            @Override
            protected void beforeRow(long block, int row) {
                if (row % 50 == 49) {
                    LockSupport.parkNanos(1);
                }
            }
        };
        AssertSubscriber<Buffer> reader = subscribe(blocks, Long.MAX_VALUE);
        await().until(() -> blocks.rows.get() > 1_000);
        assertThat(blocks.running).hasValue(2);

        reader.cancel();

        await().pollInterval(Duration.ofMillis(2)).atMost(Duration.ofMillis(100))
                .until(() -> blocks.running.get() == 0);
        assertThat(blocks.begun).hasValue(2);
    }

    @Test
    void cancellingInTheMiddleGivesTheArraysBack() {
        TestBlocks blocks = new TestBlocks(1_000, block -> ROWS);
        AssertSubscriber<Buffer> reader = subscribe(blocks, 10);
        reader.awaitItems(10);

        reader.cancel();
        reader.getItems().forEach(Streams::recycle);

        ChunkPool chunks = streams.chunks();
        await().until(() -> chunks.idle() == chunks.allocated());
        assertThat(reader.hasCompleted()).isFalse();
        assertThat(reader.getFailure()).isNull();
    }

    @Test
    void cancellingFromWithinAnItemEndsTheStream() {
        TestBlocks blocks = new TestBlocks(1_000, block -> ROWS);
        AtomicInteger items = new AtomicInteger();
        Reader reader = new Reader() {
            @Override
            public void onItem(Buffer item) {
                items.incrementAndGet();
                subscription.cancel();
            }
        };
        streams.of(blocks).subscribe().withSubscriber(reader);
        reader.subscription.request(Long.MAX_VALUE);

        await().until(() -> items.get() == 1 && blocks.running.get() == 0);

        assertThat(items).hasValue(1);
    }

    @Test
    void aFailingBlockLetsTheEarlierBytesThroughAndStopsTheOthers() {
        CountDownLatch failed = new CountDownLatch(1);
        TestBlocks blocks = new TestBlocks(1_000, block -> ROWS) {
            @Override
            protected void beforeRow(long block, int row) {
                if (block == 7 && row == ROWS - 1) {
                    failed.countDown();
                    throw new IllegalStateException("block 7 is broken");
                }
                if (block == 6 && row == 0) {
                    awaitQuietly(failed);
                }
            }
        };

        AssertSubscriber<Buffer> reader = subscribe(blocks, Long.MAX_VALUE);

        reader.awaitFailure().assertFailedWith(IllegalStateException.class, "block 7 is broken");
        assertThat(bytes(reader)).isEqualTo(blocks.bytes(7));
        assertThat(blocks.begun.get()).isLessThanOrEqualTo(7 + IN_FLIGHT);
        reader.getItems().forEach(Streams::recycle);
        await().until(() -> streams.chunks().idle() == streams.chunks().allocated());
    }

    @Test
    void ofTwoFailuresTheEarlierBlockCounts() {
        CountDownLatch later = new CountDownLatch(1);
        TestBlocks blocks = new TestBlocks(10, block -> 1) {
            @Override
            protected void beforeRow(long block, int row) {
                if (block == 2) {
                    later.countDown();
                    throw new IllegalStateException("block 2 is broken");
                }
                if (block == 1) {
                    awaitQuietly(later);
                    throw new IllegalStateException("block 1 is broken");
                }
            }
        };

        AssertSubscriber<Buffer> reader = subscribe(blocks, Long.MAX_VALUE);

        reader.awaitFailure().assertFailedWith(IllegalStateException.class, "block 1 is broken");
        assertThat(bytes(reader)).isEqualTo(blocks.bytes(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void askingForNothingIsAFailure(long items) {
        TestBlocks blocks = new TestBlocks(1_000, block -> ROWS);
        AtomicInteger failures = new AtomicInteger();
        Reader reader = new Reader() {
            @Override
            public void onFailure(Throwable failure) {
                assertThat(failure).isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("at least 1 item");
                failures.incrementAndGet();
            }
        };
        streams.of(blocks).subscribe().withSubscriber(reader);

        reader.subscription.request(items);
        reader.subscription.request(items);

        assertThat(failures).hasValue(1);
    }

    @Test
    void askingFromWithinEachItemNeitherRecursesNorOverlaps() {
        TestBlocks blocks = new TestBlocks(100_000, block -> 10);
        AtomicBoolean inside = new AtomicBoolean();
        AtomicBoolean overlapped = new AtomicBoolean();
        AtomicLong read = new AtomicLong();
        AtomicInteger deepest = new AtomicInteger();
        CountDownLatch completed = new CountDownLatch(1);
        streams.of(blocks).subscribe().withSubscriber(new Reader() {
            @Override
            public void onSubscribe(Flow.Subscription given) {
                super.onSubscribe(given);
                given.request(1);
            }

            @Override
            public void onItem(Buffer item) {
                overlapped.compareAndSet(false, !inside.compareAndSet(false, true));
                read.addAndGet(item.length());
                Streams.recycle(item);
                subscription.request(1);
                if (read.get() % 997 == 0) {
                    deepest.accumulateAndGet(new Throwable().getStackTrace().length, Math::max);
                }
                inside.set(false);
            }

            @Override
            public void onCompletion() {
                completed.countDown();
            }
        });

        awaitQuietly(completed);
        assertThat(read).hasValue(100_000L * 10 * TestBlocks.ROW_BYTES);
        assertThat(overlapped).isFalse();
        assertThat(deepest.get()).isLessThan(100);
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

    @Test
    void aReaderThatThrowsIsToldAndGetsNothingMore() {
        AtomicInteger items = new AtomicInteger();
        AtomicInteger failures = new AtomicInteger();
        Reader reader = new Reader() {
            @Override
            public void onItem(Buffer item) {
                items.incrementAndGet();
                throw new IllegalStateException("I cannot read this");
            }

            @Override
            public void onFailure(Throwable failure) {
                failures.incrementAndGet();
            }
        };
        new BlockStream(new TestBlocks(100, block -> ROWS), IN_FLIGHT, streams.workers(), streams.chunks())
                .subscribe(reader);

        reader.subscription.request(Long.MAX_VALUE);

        await().until(() -> failures.get() == 1);
        assertThat(items).hasValue(1);
    }

    @Test
    void closingFailsWhatIsRunningAndWhatComes() {
        TestBlocks blocks = new TestBlocks(Long.MAX_VALUE, block -> ROWS);
        AssertSubscriber<Buffer> running = AssertSubscriber.create(Long.MAX_VALUE);
        streams.of(blocks).invoke(Streams::recycle).filter(item -> false).subscribe(running);
        await().until(() -> blocks.begun.get() > 10);

        streams.close();

        running.awaitFailure().assertFailedWith(IllegalStateException.class, "the service is stopping");
        subscribe(blocks, 1).awaitFailure().assertFailedWith(IllegalStateException.class, "the service is stopping");
    }

    private void use(int threads) {
        streams.close();
        streams = streams(threads);
    }

    private static Streams streams(int threads) {
        return new Streams(new StreamSettings(CHUNK, IN_FLIGHT, threads, Duration.ofSeconds(60)));
    }

    private AssertSubscriber<Buffer> subscribe(BlockSource source, long demand) {
        return streams.of(source).subscribe().withSubscriber(AssertSubscriber.create(demand));
    }

    private static byte[] bytes(AssertSubscriber<Buffer> reader) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        reader.getItems().forEach(item -> all.writeBytes(item.getBytes()));
        return all.toByteArray();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(50, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private interface Encoder {
        void encode(long block, ByteOutput out);
    }

    private static BlockSource source(long blocks, Encoder encoder) {
        return new BlockSource() {
            @Override
            public long blocks() {
                return blocks;
            }

            @Override
            public void encode(long block, ByteOutput out) {
                encoder.encode(block, out);
            }
        };
    }

    private static class Reader implements MultiSubscriber<Buffer> {

        Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onItem(Buffer item) {
        }

        @Override
        public void onFailure(Throwable failure) {
        }

        @Override
        public void onCompletion() {
        }
    }
}
