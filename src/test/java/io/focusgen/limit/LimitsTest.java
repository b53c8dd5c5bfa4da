package io.focusgen.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import io.focusgen.http.LogWatch;
import io.smallrye.mutiny.Uni;

/** Who is said to decide while Redis answers now and then. */
class LimitsTest {

    private static final long CALM = Limits.CALM.toNanos() / 1000;
    private static final OptionalLong MANY = OptionalLong.of(1_000_000);

    private record Config(Optional<String> mode, String preset, OptionalLong perMinute, OptionalLong perHour,
            OptionalLong perDay, OptionalLong queriesPerMinute, OptionalLong rowsPerDay, OptionalLong streamsPerCaller)
            implements
                LimitConfig {
    }

    /** Counts by itself, or does not answer. */
    private final class Shared implements SharedLimiter {

        private final LocalLimiter counts = new LocalLimiter(1 << 20, () -> now);
        private boolean late;
        private boolean busy;

        @Override
        public boolean busy(Throwable failure) {
            return busy;
        }

        @Override
        public boolean configured() {
            return true;
        }

        @Override
        public Uni<Decision> take(String caller, List<Window> windows, long cost) {
            return late
                    ? Uni.createFrom().failure(new IllegalStateException("late"))
                    : Uni.createFrom().item(() -> counts.take(caller, windows, cost).in(Mode.SHARED));
        }

        @Override
        public Uni<Decision> look(String caller, List<Window> windows, long cost) {
            return late
                    ? Uni.createFrom().failure(new IllegalStateException("late"))
                    : Uni.createFrom().item(() -> counts.look(caller, windows, cost).in(Mode.SHARED));
        }

        @Override
        public Uni<Void> giveBack(String caller, List<Window> windows, long cost, long moment) {
            return Uni.createFrom().voidItem();
        }
    }

    private static final class Metrics implements LimitMetrics {

        private final Map<Mode, Integer> decided = new EnumMap<>(Mode.class);

        @Override
        public void decided(Counted what, boolean admitted, Mode mode) {
            decided.merge(mode, 1, Integer::sum);
        }

        @Override
        public void returned(Counted what) {
        }

        @Override
        public void suspended() {
        }
    }

    private long now = 1;
    private final Shared redis = new Shared();
    private final Metrics metrics = new Metrics();
    private final Limits limits = new Limits(
            LimitSettings.of(new Config(Optional.of("on"), "on", MANY, MANY, MANY, MANY, MANY, MANY)), 2,
            new LocalLimiter(1 << 20, () -> now), redis, List.of(metrics), () -> now);

    private Decision take(boolean late) {
        redis.late = late;
        return limits.take("me", Optional.empty(), Counted.STREAMS, 1).await().indefinitely();
    }

    @Test
    void aRedisThatIsNowInTimeAndNowLateIsOneFaultAndEachDecisionSaysWhoMadeIt() {
        try (LogWatch log = new LogWatch()) {
            assertThat(take(false).mode()).isEqualTo(Mode.SHARED);
            assertThat(limits.mode()).isEqualTo(Mode.SHARED);
            for (int i = 0; i < 3000; i++) {
                boolean late = i % 10 < 3;
                now += 1000;
                assertThat(take(late).mode()).isEqualTo(late ? Mode.DEGRADED : Mode.SHARED);
                assertThat(limits.mode()).as("call %d", i).isEqualTo(Mode.DEGRADED);
            }
            assertThat(log.complaints).filteredOn(line -> line.startsWith(Limits.class.getName())).hasSize(1);
        }
        assertThat(metrics.decided).isEqualTo(Map.of(Mode.SHARED, 2101, Mode.DEGRADED, 900));
    }

    @Test
    void redisDecidesAgainOnceItHasAnsweredAWhileAfterTheLastFailure() {
        take(true);
        now += CALM / 2;
        take(true);
        now += CALM - 1;
        assertThat(take(false).mode()).isEqualTo(Mode.SHARED);
        assertThat(limits.mode()).isEqualTo(Mode.DEGRADED);
        now += 1;
        assertThat(limits.mode()).as("nothing was asked since").isEqualTo(Mode.DEGRADED);
        limits.lookAgain();
        assertThat(limits.mode()).isEqualTo(Mode.SHARED);
    }

    @Test
    void thatThisProcessWantsTooMuchAtOnceSaysNothingOfRedis() {
        redis.busy = true;

        assertThat(take(true).mode()).isEqualTo(Mode.DEGRADED);
        assertThat(limits.mode()).isEqualTo(Mode.SHARED);
    }

    @Test
    void whatOnlyAnotherQuestionOfTheRequestWaitedForSaysNothingOfLimits() {
        assertThat(limits.takeHere("me", Optional.empty(), Counted.STREAMS, 1).mode()).isEqualTo(Mode.DEGRADED);
        assertThat(limits.lookHere("me", Optional.empty(), Counted.STREAMS).mode()).isEqualTo(Mode.DEGRADED);

        assertThat(limits.mode()).isEqualTo(Mode.SHARED);
        assertThat(metrics.decided).isEqualTo(Map.of(Mode.DEGRADED, 1));
    }
}
