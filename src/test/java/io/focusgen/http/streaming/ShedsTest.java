package io.focusgen.http.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class ShedsTest {

    private final AtomicLong nanos = new AtomicLong(TimeUnit.SECONDS.toNanos(1_000));
    private final Sheds sheds = new Sheds(nanos::get);

    private void shed(int times) {
        for (int i = 0; i < times; i++) {
            sheds.one();
        }
    }

    private void later(int windows) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(windows * Sheds.WINDOW_MILLIS));
    }

    @Test
    void aFewAreNotMany() {
        for (int window = 0; window < 10; window++) {
            shed(Sheds.MANY - 1);
            assertThat(sheds.many()).isFalse();
            later(1);
        }
    }

    @Test
    void manyAreManyForAWindowLonger() {
        shed(Sheds.MANY);
        assertThat(sheds.many()).isTrue();
        later(1);
        assertThat(sheds.many()).isTrue();
        later(1);
        assertThat(sheds.many()).isFalse();
    }

    @Test
    void afterAPauseNothingIsRemembered() {
        shed(Sheds.MANY);
        later(60);
        assertThat(sheds.many()).isFalse();
    }
}
