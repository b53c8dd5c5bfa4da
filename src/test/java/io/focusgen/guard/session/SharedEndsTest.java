package io.focusgen.guard.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.focusgen.guard.LoginObserver;
import io.focusgen.guard.key.Fingerprint;
import io.focusgen.guard.key.KeyConfig;
import io.focusgen.guard.key.KeyRing;
import io.focusgen.guard.key.KeyRings;
import io.focusgen.testing.TestKeys;
import io.vertx.core.Vertx;

/** Two replicas and what each knows of sessions that the other has ended. */
class SharedEndsTest {

    private record Config(Optional<String> secretKey, Optional<String> csrfSecretKey, Duration maxAge)
            implements
                SessionConfig {
    }

    private record Keys(Optional<String> list, Optional<Path> file, Duration reload) implements KeyConfig {
    }

    private static final Instant NOW = Instant.now();

    private final Vertx vertx = Vertx.vertx();
    private final KeyRing keys = KeyRings.of(vertx, new Keys(Optional.of(TestKeys.line("a", "a", "generate", "")),
            Optional.empty(), Duration.ofSeconds(5)));
    private final FakeEnds ends = new FakeEnds();
    private final AtomicInteger unchecked = new AtomicInteger();
    private final Sessions one = replica();
    private final Sessions other = replica();
    private final Session session = one.open(keys.find(Fingerprint.of(TestKeys.key("a")), NOW).orElseThrow(), NOW);

    private Sessions replica() {
        LoginObserver observer = new LoginObserver() {
            @Override
            public void failed(String address) {
                throw new AssertionError("nobody tells it of sessions");
            }

            @Override
            public void unchecked() {
                unchecked.incrementAndGet();
            }
        };
        return new Sessions(keys, new Config(Optional.of("s".repeat(32)), Optional.empty(), Duration.ofHours(8)), 2,
                ends, List.of(observer));
    }

    @AfterEach
    void tearDown() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private boolean good(Sessions at, Instant when) {
        Session read = at.read(one.cookie(session)).orElseThrow();
        return at.caller(read, when).await().indefinitely().isPresent();
    }

    private void end() {
        one.end(session, NOW.plusSeconds(60)).await().indefinitely();
    }

    @Test
    void aSessionThatOneHasEndedIsOverAtTheOtherAndStaysSoWithoutRedis() {
        ends.configured = true;
        assertThat(good(one, NOW)).isTrue();
        assertThat(good(other, NOW)).isTrue();

        end();

        assertThat(ends.ended).hasSize(1).containsEntry(session.id(),
                Duration.between(NOW.plusSeconds(60), session.expires()));
        assertThat(good(one, NOW)).isFalse();
        assertThat(good(other, NOW)).isFalse();
        ends.down = true;
        assertThat(good(one, NOW)).isFalse();
        assertThat(good(other, NOW)).as("it has heard of it").isFalse();
        assertThat(unchecked).hasValue(0);
    }

    @Test
    void whatIsEndedWhileRedisIsDownIsOverHereAtOnceAndEverywhereWhenItIsBack() {
        ends.configured = true;
        ends.down = true;

        end();

        assertThat(good(one, NOW)).isFalse();
        assertThat(good(other, NOW)).as("nobody is locked out").isTrue();
        assertThat(unchecked).as("and it is counted").hasValue(1);
        ends.down = false;
        await().atMost(Duration.ofSeconds(20)).until(() -> !good(other, NOW));
    }

    @Test
    void anEndInTheLastSecondIsKeptForASecond() {
        ends.configured = true;

        one.end(session, session.expires()).await().indefinitely();

        assertThat(ends.ended).containsEntry(session.id(), Duration.ofSeconds(1));
    }

    @Test
    void withoutRedisNobodyIsAskedOrTold() {
        ends.down = true;

        end();

        assertThat(good(one, NOW)).isFalse();
        assertThat(good(other, NOW)).isTrue();
        assertThat(good(other, session.expires())).isFalse();
        assertThat(unchecked).hasValue(0);
        assertThat(ends.ended).isEmpty();
    }
}
