package io.focusgen.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.focusgen.encode.ByteOutput;

/** Who wants to know it hears when the threads that encode have nothing to do any more. */
class IdleThreadsTest extends StreamsUnderTest {

    @Test
    void theListenerIsToldWhenNoBlockWaits() {
        AtomicInteger told = new AtomicInteger();
        CountDownLatch gate = new CountDownLatch(1);
        streams.whenIdle(told::incrementAndGet);

        subscribe(new TestBlocks(IN_FLIGHT, block -> 1) {
            @Override
            public void encode(long block, ByteOutput out) {
                try {
                    gate.await();
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
                super.encode(block, out);
            }
        }, Long.MAX_VALUE);
        await().until(() -> streams.load().queued() == IN_FLIGHT - 2);
        assertThat(told).as("there is still something to do").hasValue(0);
        gate.countDown();

        await().until(() -> told.get() > 0 && streams.load().active() == 0);
        assertThat(streams.load().queued()).isZero();
    }
}
