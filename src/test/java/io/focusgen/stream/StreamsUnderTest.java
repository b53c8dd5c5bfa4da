package io.focusgen.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;

import io.focusgen.encode.ByteOutput;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.buffer.Buffer;

/** Streams with small chunks, two threads and four blocks in flight, and what reads them. */
abstract class StreamsUnderTest {

    static final int CHUNK = 32 << 10;
    static final int IN_FLIGHT = 4;
    /** Three and a half chunks. */
    static final int ROWS = 3 * CHUNK / TestBlocks.ROW_BYTES + CHUNK / 2 / TestBlocks.ROW_BYTES;

    Streams streams = streams(2);

    @AfterEach
    void close() {
        streams.close();
    }

    void use(int threads) {
        streams.close();
        streams = streams(threads);
    }

    private static Streams streams(int threads) {
        return new Streams(new StreamSettings(CHUNK, IN_FLIGHT, threads, Duration.ofSeconds(60)));
    }

    AssertSubscriber<Buffer> subscribe(BlockSource source, long demand) {
        return streams.of(source).subscribe().withSubscriber(AssertSubscriber.create(demand));
    }

    static byte[] bytes(AssertSubscriber<Buffer> reader) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        reader.getItems().forEach(item -> all.writeBytes(item.getBytes()));
        return all.toByteArray();
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(50, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    interface Encoder {
        void encode(long block, ByteOutput out);
    }

    static BlockSource source(long blocks, Encoder encoder) {
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

    static class Reader implements MultiSubscriber<Buffer> {

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
