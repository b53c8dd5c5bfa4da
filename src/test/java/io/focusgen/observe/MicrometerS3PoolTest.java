package io.focusgen.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

class MicrometerS3PoolTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong now = new AtomicLong();

    private double gauge(String state) {
        return registry.get("focus.s3.connections").tag("state", state).gauge().value();
    }

    @Test
    void whatTheLastCallFoundIsKnownForAMinute() {
        MicrometerS3Pool pool = new MicrometerS3Pool(registry, now::get);
        assertThat(gauge("leased")).as("before the first call").isNaN();

        pool.pool(64, 1, 2, 3);
        pool.pool(64, 7, 5, 4);
        now.addAndGet(Duration.ofSeconds(60).toNanos());
        assertThat(gauge("leased")).isEqualTo(7);
        assertThat(gauge("available")).isEqualTo(5);
        assertThat(gauge("pending")).isEqualTo(4);
        assertThat(registry.get("focus.s3.connections.max").gauge().value()).isEqualTo(64);

        now.incrementAndGet();
        assertThat(gauge("leased")).isNaN();
        assertThat(registry.get("focus.s3.connections.max").gauge().value()).isNaN();
    }
}
