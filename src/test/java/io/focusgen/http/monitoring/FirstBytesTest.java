package io.focusgen.http.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class FirstBytesTest {

    private final AtomicLong time = new AtomicLong(42);
    private final FirstBytes bytes = new FirstBytes(time::get);

    @Test
    void partsAreRightToAFifth() {
        assertThat(bytes.millis(0.5)).isEmpty();
        for (int millis = 1; millis <= 1000; millis++) {
            bytes.add(Duration.ofMillis(millis).toNanos());
        }
        assertThat(bytes.millis(0.5).orElseThrow()).isBetween(500.0, 600.0);
        assertThat(bytes.millis(0.99).orElseThrow()).isBetween(990.0, 1200.0);
        bytes.add(Duration.ofDays(3).toNanos());
        assertThat(bytes.millis(1).orElseThrow()).isGreaterThan(900_000);
        assertThat(new FirstBytes(time::get).count()).isZero();
    }

    @Test
    void whatIsOldIsForgotten() {
        bytes.add(1_000_000);
        time.addAndGet(Duration.ofMinutes(5).toNanos());
        bytes.turn();
        bytes.add(1_000_000);
        assertThat(bytes.count()).isEqualTo(2);
        time.addAndGet(Duration.ofMinutes(5).toNanos());
        bytes.turn();
        assertThat(bytes.count()).isEqualTo(1);
        time.addAndGet(Duration.ofMinutes(11).toNanos());
        bytes.turn();
        assertThat(bytes.count()).isZero();
        assertThat(bytes.millis(0.5)).isEmpty();
    }

    @Test
    void ratesAreOfTheTimeBetween() {
        assertThat(FiguresResource.rates(new Activity.Sample(0, 100, 1_000, 2),
                new Activity.Sample(Duration.ofSeconds(10).toNanos(), 1_100, 51_000, 7)))
                .containsEntry("rowsPerSecond", 100L).containsEntry("bytesPerSecond", 5_000L)
                .containsEntry("streamsPerSecond", 0.5);
    }
}
