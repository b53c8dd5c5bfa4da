package io.focusgen.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.testing.Request;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.buffer.Buffer;

/** Bytes, order, items and demand. */
@Timeout(60)
class BlockStreamTest extends StreamsUnderTest {

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

    /** What a writer that stops here has to know to go on. */
    @Test
    void anItemTellsWhichBlockBeginsBehindIt() {
        TestBlocks blocks = new TestBlocks(60, block -> block % 4 == 0 ? 0 : block % 4 == 1 ? ROWS : (int) block);

        AssertSubscriber<Buffer> reader = subscribe(blocks, Long.MAX_VALUE);

        reader.awaitCompletion();
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        int told = 0;
        for (Buffer item : reader.getItems()) {
            before.writeBytes(item.getBytes());
            long next = Streams.blockBehind(item);
            if (next >= 0) {
                assertThat(before.toByteArray()).isEqualTo(blocks.bytes((int) next));
                told++;
            }
        }
        assertThat(told).isGreaterThan(10).isLessThan(reader.getItems().size());
        assertThat(Streams.blockBehind(Buffer.buffer("of somebody else"))).isNegative();
    }

    @Test
    void aRangeOfBlocksIsAStretchOfTheBytes() {
        TestBlocks blocks = new TestBlocks(20, block -> (int) block);

        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int first = 0; first < 20; first += 4) {
            AssertSubscriber<Buffer> reader = subscribe(new BlockRange(blocks, first, first + 4), Long.MAX_VALUE);
            reader.awaitCompletion();
            all.writeBytes(bytes(reader));
        }

        assertThat(all.toByteArray()).isEqualTo(blocks.bytes(20));
        assertThatThrownBy(() -> new BlockRange(blocks, 3, 21)).hasMessageContaining("of 20 blocks");
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

    /** The rows of the second block take as long as the test wants. */
    @Test
    void aBlockThatGoesOnAtOnceDoesNotWaitForTheNextOne() {
        CountDownLatch seen = new CountDownLatch(1);
        TestBlocks blocks = new TestBlocks(2, block -> 1) {
            @Override
            public boolean goesOnAtOnce(long block) {
                return block == 0;
            }

            @Override
            protected void beforeRow(long block, int row) {
                if (block == 1) {
                    awaitQuietly(seen);
                }
            }
        };
        AssertSubscriber<Buffer> reader = subscribe(new BlockRange(blocks, 0, 2), 10);

        await().until(() -> reader.getItems().size() == 1);
        assertThat(bytes(reader)).isEqualTo(blocks.bytes(1));
        assertThat(Streams.blockBehind(reader.getItems().get(0))).isEqualTo(1);

        seen.countDown();
        reader.awaitCompletion();
        assertThat(bytes(reader)).isEqualTo(blocks.bytes(2));
    }

    @Test
    void aParquetFileBeginsBeforeItsFirstGroupIsWhole() {
        BlockSource file = PlannedExport.of(Request.rows(3_000).month("2026-01").seed(3).spec())
                .blocks(Format.PARQUET);
        AssertSubscriber<Buffer> reader = subscribe(file, 1);

        await().until(() -> reader.getItems().size() == 1);

        assertThat(bytes(reader)).asString(StandardCharsets.US_ASCII).isEqualTo("PAR1");
        assertThat(LongStream.range(0, file.blocks()).map(file::rowsOf).sum()).isEqualTo(3_000);
    }
}
