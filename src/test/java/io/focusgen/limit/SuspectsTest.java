package io.focusgen.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class SuspectsTest {

    private long now = -7_000_000_000L;
    private final List<Long> told = new ArrayList<>();
    private final Suspects suspects = new Suspects(1 << 20, () -> now, (caller, wait) -> told.add(wait.toSeconds()));

    private void offend(int times) {
        for (int i = 0; i < times; i++) {
            suspects.record("me");
        }
    }

    private void pass(long seconds) {
        now += seconds * 1_000_000;
    }

    private long waits() {
        return suspects.waits("me").toSeconds();
    }

    @Test
    void thirtyOffencesInAMinuteAreFree() {
        for (int minute = 0; minute < 5; minute++) {
            offend(Suspects.FREE);
            pass(60);
        }
        assertThat(waits()).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void oneMoreWaitsTenSecondsAndThenNoMore() {
        offend(Suspects.FREE + 1);
        assertThat(waits()).isEqualTo(10);
        assertThat(suspects.waits("you")).isZero();
        pass(9);
        assertThat(waits()).isEqualTo(1);
        pass(1);
        assertThat(waits()).isZero();
        assertThat(told).containsExactly(10L);
    }

    @Test
    void whoGoesOnWhileWaitingWaitsTwiceAsLongOnceEachPeriodUpToAnHour() {
        for (int second = 0; second < 20_000; second++) {
            offend(100);
            pass(1);
        }
        assertThat(told.get(0)).isEqualTo(10);
        assertThat(told.get(1)).as("the rest of 10 s, and 20 s").isBetween(29L, 30L);
        assertThat(told.get(2)).as("the rest of 20 s, and 40 s").isBetween(59L, 60L);
        assertThat(told).allSatisfy(wait -> assertThat(wait).isLessThanOrEqualTo(7200));
        assertThat(told).hasSizeBetween(9, 16);
        assertThat(waits()).isLessThanOrEqualTo(7200);
        pass(7200);
        assertThat(waits()).isZero();
    }

    @Test
    void whoOffendsAgainSoonAfterWaitsTwiceAsLongAndLaterBeginsAnew() {
        offend(Suspects.FREE + 1);
        pass(15);
        offend(Suspects.FREE + 1);
        assertThat(waits()).isEqualTo(20);
        pass(20 + 600);
        offend(Suspects.FREE + 1);
        assertThat(waits()).isEqualTo(10);
    }

    @Test
    void manySuspectsFillNoMoreThanTheirBytes() {
        for (int i = 0; i < 1_000_000; i++) {
            suspects.record("10." + i);
        }
        offend(Suspects.FREE + 1);
        assertThat(suspects.waits("me")).isEqualTo(Duration.ofSeconds(10));
        assertThat(suspects.callers()).isLessThanOrEqualTo((1 << 20) / 300);
    }
}
