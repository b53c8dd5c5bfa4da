package io.focusgen.limit.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.focusgen.limit.Allowance;
import io.focusgen.limit.Counted;
import io.focusgen.limit.Decision;
import io.focusgen.limit.Limits;
import io.focusgen.limit.Mode;
import io.focusgen.testing.RedisSentinel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;

/** When the master dies each process counts for itself until the sentinel has made a replica the master. */
@QuarkusTest
@QuarkusTestResource(value = RedisSentinelTest.Watched.class, restrictToAnnotatedClass = true)
@Tag("long")
class RedisSentinelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LIMIT = 20;
    private static final int REPLICAS = 2;
    private static final Optional<Allowance> MAY = Optional.of(new Allowance(LIMIT, 1000, 5000, 1000, 8));

    /** Two servers and a sentinel, as the environment would name it. */
    public static final class Watched implements QuarkusTestResourceLifecycleManager {

        private final RedisSentinel sentinel = new RedisSentinel();

        @Override
        public Map<String, String> start() {
            return Map.of("REDIS_URL", sentinel.url(), "REDIS_TYPE", "sentinel", "REDIS_MASTER_NAME",
                    RedisSentinel.MASTER, "focus.replicas", Integer.toString(REPLICAS));
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(sentinel, new TestInjector.MatchesType(RedisSentinel.class));
        }

        @Override
        public void stop() {
            sentinel.close();
        }
    }

    RedisSentinel sentinel;

    @Inject
    Limits limits;

    private Decision take(String caller) {
        return limits.take(caller, MAY, Counted.STREAMS, 1).await().atMost(PATIENCE);
    }

    @Test
    void theReplicaGoesOnCountingWhereTheMasterWas() {
        await().atMost(PATIENCE).until(() -> take("first").mode() == Mode.SHARED);
        for (int i = 0; i < LIMIT; i++) {
            Decision decision = take("me");
            assertThat(decision.mode()).isEqualTo(Mode.SHARED);
            assertThat(decision.admitted()).isTrue();
        }
        await().atMost(PATIENCE).until(() -> sentinel.master().command("DBSIZE")
                .equals(sentinel.replica().command("DBSIZE")));

        sentinel.master().kill();
        long start = System.nanoTime();
        int admitted = 0;
        for (int i = 0; i < LIMIT; i++) {
            Decision decision = take("me");
            assertThat(decision.mode()).isEqualTo(Mode.DEGRADED);
            admitted += decision.admitted() ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(LIMIT / REPLICAS);
        await().atMost(PATIENCE).until(() -> take("somebody").mode() == Mode.SHARED);
        System.out.printf("failover: Redis decides again after %d ms%n", (System.nanoTime() - start) / 1_000_000);

        Decision after = take("me");
        assertThat(after.mode()).isEqualTo(Mode.SHARED);
        assertThat(after.admitted()).as("what was used is known to the replica").isFalse();
        assertThat(sentinel.replica().command("ROLE")).contains("master");
    }
}
