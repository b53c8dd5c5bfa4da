package io.focusgen.http.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;

@Timeout(60)
class RestsTest {

    private final NioEventLoopGroup group = new NioEventLoopGroup(1);
    private final EventLoop loop = group.next();

    /** How often it is wanted yet, and how often somebody has asked. */
    private final AtomicInteger wanted = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger strangers = new AtomicInteger();

    private final Rests rests = new Rests(() -> {
        asked.incrementAndGet();
        strangers.addAndGet(loop.inEventLoop() ? 0 : 1);
        return wanted.getAndDecrement() > 0;
    });

    @AfterEach
    void stop() throws InterruptedException {
        assertThat(group.shutdownGracefully(0, 60, TimeUnit.SECONDS).await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(strangers).as("asked elsewhere").hasValue(0);
    }

    private void begin() {
        loop.submit(() -> rests.begin(loop)).awaitUninterruptibly();
    }

    private void awaitEnd() {
        await().until(() -> wanted.get() < 0);
        loop.submit(() -> {
        }).awaitUninterruptibly();
    }

    @Test
    void aLoopRestsAsLongAsThatIsWanted() {
        wanted.set(5);
        long start = System.nanoTime();
        begin();
        awaitEnd();
        assertThat(System.nanoTime() - start).isGreaterThan(5 * Rests.NANOS / 10 * 9);
        assertThat(asked).as("nobody asks any more").hasValue(6);
    }

    @Test
    void whoBeginsAgainMeanwhileChangesNothingAndAfterwardsBeginsAnew() {
        wanted.set(20);
        loop.submit(() -> {
            for (int i = 0; i < 5; i++) {
                rests.begin(loop);
            }
        }).awaitUninterruptibly();
        awaitEnd();
        assertThat(asked).hasValue(21);

        wanted.set(2);
        begin();
        awaitEnd();
        assertThat(asked).hasValue(24);
    }

    @Test
    void betweenTwoRestsAllIsDoneThatHasComeMeanwhile() {
        wanted.set(1_000_000);
        begin();
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            int before = asked.get();
            least = Math.min(least, loop.submit(asked::get).awaitUninterruptibly().getNow() - before);
        }
        assertThat(least).as("rests that a task has waited for").isLessThanOrEqualTo(1);
    }

    /** A thousand whole rests would take ten seconds. */
    @Test
    void aRestEndsWhenThereIsSomethingToDo() {
        wanted.set(1_000);
        long start = System.nanoTime();
        begin();
        await().pollInterval(Duration.ofMillis(1)).until(() -> {
            for (int i = 0; i < 1_000; i++) {
                rests.end();
            }
            return wanted.get() < 0;
        });
        assertThat(System.nanoTime() - start).isLessThan(500 * Rests.NANOS);
    }

    @Test
    void aLoopThatEndsRestsNoMore() throws InterruptedException {
        wanted.set(Integer.MAX_VALUE);
        begin();
        await().until(() -> asked.get() > 3);
        stop();
        assertThat(group.isTerminated()).isTrue();
    }
}
