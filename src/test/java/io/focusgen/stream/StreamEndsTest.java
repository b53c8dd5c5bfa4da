package io.focusgen.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.buffer.Buffer;

/** Cancel, failure and stop. */
@Timeout(60)
class StreamEndsTest extends StreamsUnderTest {

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
    void whatTakesLongBeforeItsFirstByteLearnsThatNobodyWaits() {
        AtomicInteger running = new AtomicInteger();
        BlockSource blocks = source(1_000, (block, out) -> {
            running.incrementAndGet();
            try {
                while (out.isWanted()) {
                    LockSupport.parkNanos(1);
                }
                throw new CancellationException();
            } finally {
                running.decrementAndGet();
            }
        });
        AssertSubscriber<Buffer> reader = subscribe(blocks, Long.MAX_VALUE);
        await().until(() -> running.get() == 2);

        reader.cancel();

        await().atMost(Duration.ofSeconds(5)).until(() -> running.get() == 0);
        ChunkPool chunks = streams.chunks();
        await().until(() -> chunks.idle() == chunks.allocated());
        assertThat(reader.getFailure()).isNull();
    }

    @Test
    void whatGivesUpWhileSomebodyWaitsHasFailed() {
        AssertSubscriber<Buffer> reader = subscribe(source(3, (block, out) -> {
            throw new CancellationException();
        }), Long.MAX_VALUE);

        reader.awaitFailure().assertFailedWith(CancellationException.class);
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
}
