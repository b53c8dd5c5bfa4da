package io.focusgen.observe;

import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkus.netty.MainEventLoopGroup;
import io.quarkus.runtime.StartupEvent;

/**
 * {@code focus_event_loop_delay_seconds}: how late a task is that every event loop should run each second. What blocks a loop
 * for a second delays all its connections as long.
 */
@ApplicationScoped
public class MicrometerEventLoops {

    private static final long BETWEEN_NANOS = TimeUnit.SECONDS.toNanos(1);

    void start(@Observes StartupEvent started, MeterRegistry registry, @MainEventLoopGroup EventLoopGroup loops) {
        Timer delay = Timer.builder("focus.event.loop.delay")
                .description("How late each event loop runs what it should run every second").register(registry);
        loops.forEach(loop -> next(loop, delay));
    }

    /** Each waits for the one before: behind a loop that was blocked they do not come all at once. */
    private static void next(EventExecutor loop, Timer delay) {
        if (loop.isShuttingDown()) {
            return;
        }
        long due = System.nanoTime() + BETWEEN_NANOS;
        // Nothing waits for it: it ends by planning the next one, or with the loop.
        ScheduledFuture<?> unused = loop.schedule(() -> {
            delay.record(Math.max(0, System.nanoTime() - due), TimeUnit.NANOSECONDS);
            next(loop, delay);
        }, BETWEEN_NANOS, TimeUnit.NANOSECONDS);
    }
}
