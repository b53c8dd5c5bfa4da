package io.focusgen.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.DefaultEventLoopGroup;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.Future;
import io.quarkus.runtime.StartupEvent;

class MicrometerEventLoopsTest {

    @Test
    void aLoopThatIsBlockedIsSeen() {
        EventLoopGroup loops = new DefaultEventLoopGroup(2);
        try {
            MeterRegistry registry = new SimpleMeterRegistry();
            new MicrometerEventLoops().start(new StartupEvent(), registry, loops);
            Timer delay = registry.get("focus.event.loop.delay").timer();
            Future<?> blocked = loops.next().submit(() -> block(Duration.ofMillis(1500)));

            await().atMost(Duration.ofSeconds(20)).until(() -> delay.count() >= 2 && blocked.isDone());
            assertThat(blocked.isSuccess()).isTrue();
            assertThat(delay.max(TimeUnit.MILLISECONDS)).isGreaterThan(400);
        } finally {
            loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }

    private static void block(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
