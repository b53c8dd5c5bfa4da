package io.focusgen.bench;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.focusgen.stream.BlockSource;
import io.focusgen.stream.StreamSettings;
import io.focusgen.stream.Streams;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.buffer.Buffer;

/** The stream with two encoding threads against the stream with one, read by somebody who wants everything at once. */
final class WorkersSection {

    private static final int CHUNK_BYTES = 128 << 10;

    private final Effort effort;
    private final Report report;

    WorkersSection(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    void run() throws Exception {
        Stretches data = new Stretches(NullSinkSection.TWENTY_THOUSAND_RESOURCES, effort.rows());
        Series one = new Series();
        Series two = new Series();
        Series rate = new Series();
        Series dearer = new Series();
        try (Streams single = streams(1); Streams twin = streams(2)) {
            for (int round = 0; round < effort.warmUps() + effort.pairs(); round++) {
                Cost alone = Cost.of(() -> read(single, data));
                Cost both = Cost.of(() -> read(twin, data));
                if (round >= effort.warmUps()) {
                    one.add(data.rows() / alone.wallSeconds());
                    two.add(data.rows() / both.wallSeconds());
                    rate.add(data.rows() / alone.cpuSeconds());
                    dearer.add(both.cpuSeconds() / alone.cpuSeconds());
                }
            }
        }
        report.add(Gate.atLeast("two workers against one, null sink", "x wall", 1.6, 1.9).onlyReported(),
                two.over(one), "one: " + Series.number(one.median()) + " rows/s, two: " + Series.number(two.median())
                        + " rows/s; one makes " + Series.number(rate.median())
                        + " rows/CPU s, two take " + Series.number(dearer.median()) + " times the CPU of one");
    }

    private static Streams streams(int threads) {
        return new Streams(new StreamSettings(CHUNK_BYTES, threads + 2, threads, Duration.ofMinutes(1)));
    }

    private static long read(Streams streams, BlockSource source) throws Exception {
        Everything reader = new Everything();
        streams.of(source).subscribe().withSubscriber(reader);
        return reader.await();
    }

    /** Asks for all there is and gives each array back at once. */
    private static final class Everything implements MultiSubscriber<Buffer> {

        private final CountDownLatch end = new CountDownLatch(1);
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private long bytes;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onItem(Buffer item) {
            bytes += item.length();
            Streams.recycle(item);
        }

        @Override
        public void onFailure(Throwable thrown) {
            failure.set(thrown);
            end.countDown();
        }

        @Override
        public void onCompletion() {
            end.countDown();
        }

        long await() throws Exception {
            end.await();
            Throwable thrown = failure.get();
            if (thrown != null) {
                throw new IllegalStateException("the stream failed", thrown);
            }
            return bytes;
        }
    }
}
