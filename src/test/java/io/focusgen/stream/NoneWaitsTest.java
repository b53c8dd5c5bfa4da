package io.focusgen.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.focusgen.encode.ByteOutput;

/** Who wants to know it hears when no block waits any more for a thread that encodes. */
class NoneWaitsTest extends StreamsUnderTest {

    @Test
    void theListenerIsToldWhenNoBlockWaits() {
        AtomicInteger told = new AtomicInteger();
        Semaphore gate = new Semaphore(0);
        use(1);
        streams.whenNoneWaits(told::incrementAndGet);
        subscribe(new TestBlocks(3, block -> 1) {
            @Override
            public void encode(long block, ByteOutput out) {
                gate.acquireUninterruptibly();
                super.encode(block, out);
            }
        }, Long.MAX_VALUE);
        await().until(() -> streams.load().queued() == 2);
        int before = told.get();

        gate.release();
        await().until(() -> streams.load().queued() == 1);
        assertThat(told).as("one waits still").hasValue(before);
        gate.release();
        await().until(() -> told.get() == before + 1);
        assertThat(streams.load().queued()).isZero();
        gate.release();
    }
}
