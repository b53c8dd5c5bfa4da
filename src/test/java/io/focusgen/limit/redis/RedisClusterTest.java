package io.focusgen.limit.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import io.focusgen.testing.RedisCluster;
import io.focusgen.testing.RedisServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;

/** Callers are spread over the nodes of a cluster, and each is counted on one. */
@QuarkusTest
@QuarkusTestResource(value = RedisClusterTest.Cluster.class, restrictToAnnotatedClass = true)
@Tag("long")
class RedisClusterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CALLERS = 60;
    private static final int LIMIT = 5;
    private static final Optional<Allowance> MAY = Optional.of(new Allowance(LIMIT, 2000, 3000, 1000, 8));

    /** Three masters, as the environment would name them. */
    public static final class Cluster implements QuarkusTestResourceLifecycleManager {

        private final RedisCluster cluster = new RedisCluster();

        @Override
        public Map<String, String> start() {
            return Map.of("REDIS_URL", cluster.urls(), "REDIS_TYPE", "cluster", "focus.replicas", "2");
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(cluster, new TestInjector.MatchesType(RedisCluster.class));
        }

        @Override
        public void stop() {
            cluster.close();
        }
    }

    RedisCluster cluster;

    @Inject
    Limits limits;

    private Decision take(String caller, Counted what, long cost) {
        return limits.take(caller, MAY, what, cost).await().atMost(PATIENCE);
    }

    @Test
    void everyCallerHasItsLimitAndIsCountedOnOneNode() {
        await().atMost(PATIENCE).until(() -> take("first", Counted.STREAMS, 1).mode() == Mode.SHARED);
        for (int i = 0; i < CALLERS; i++) {
            String caller = "caller " + i;
            // Each node has to be told the script once.
            await().atMost(PATIENCE).until(() -> limits.look(caller, MAY, Counted.STREAMS).await().atMost(PATIENCE)
                    .mode() == Mode.SHARED);
            List<Decision> decisions = new ArrayList<>();
            for (int k = 0; k < LIMIT + 2; k++) {
                decisions.add(take(caller, Counted.STREAMS, 1));
            }
            assertThat(decisions).extracting(Decision::mode).containsOnly(Mode.SHARED);
            assertThat(decisions.stream().filter(Decision::admitted)).hasSize(LIMIT);
            limits.giveBack(caller, MAY, Counted.STREAMS, decisions.get(2)).await().atMost(PATIENCE);
            assertThat(take(caller, Counted.STREAMS, 1).admitted()).isTrue();
            assertThat(take(caller, Counted.STREAMS, 1).admitted()).isFalse();
            Decision rows = take(caller, Counted.ROWS, 1000);
            assertThat(rows.mode()).isEqualTo(Mode.SHARED);
            assertThat(take(caller, Counted.ROWS, 1).admitted()).isFalse();
        }
        for (RedisServer node : cluster.nodes()) {
            assertThat(Integer.parseInt(node.command("DBSIZE").get(0).substring(1))).isGreaterThan(CALLERS / 3);
        }
    }
}
