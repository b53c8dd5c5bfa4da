package io.focusgen.http.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarlyRefusalTest {

    @Test
    void allThatComeBetweenTwoTicksWaitForTheSameMoment() {
        long tick = 1_000 * EarlyRefusal.TICK_NANOS;
        for (long since : new long[]{0, 1, EarlyRefusal.TICK_NANOS / 2, EarlyRefusal.TICK_NANOS - 1}) {
            long now = tick + since;
            assertThat(now + EarlyRefusal.untilTick(now)).isEqualTo(tick + EarlyRefusal.TICK_NANOS);
        }
    }

    @Test
    void theTimeMayBeNegative() {
        for (long now : new long[]{Long.MIN_VALUE, -1, -EarlyRefusal.TICK_NANOS}) {
            assertThat(EarlyRefusal.untilTick(now)).isBetween(1L, EarlyRefusal.TICK_NANOS);
        }
    }
}
