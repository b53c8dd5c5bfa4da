package io.focusgen.guard.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.focusgen.guard.Caller;
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
    private final AtomicInteger waited = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
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
                ends, List.of(observer), nanos::get);
    }

    @AfterEach
    void tearDown() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private boolean good(Sessions at, Instant when) {
        Session read = at.read(one.cookie(session)).orElseThrow();
        return at.caller(read, when, waited::incrementAndGet).await().indefinitely().isPresent();
    }

    private void end() {
        one.end(session, NOW.plusSeconds(60), true).await().indefinitely();
    }

    /** What Redis has said is old then. */
    private void aSecondLater() {
        nanos.addAndGet(EndQuestions.NO_IS_GOOD_FOR.toNanos() + 1);
    }

    @Test
    void aSessionThatOneHasEndedIsOverAtTheOtherAndStaysSoWithoutRedis() {
        ends.configured = true;
        assertThat(good(one, NOW)).isTrue();
        assertThat(good(other, NOW)).isTrue();

        end();
        aSecondLater();

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
        assertThat(waited).as("its limits are not asked about").hasValue(1);
        ends.down = false;
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            aSecondLater();
            return !good(other, NOW);
        });
    }

    @Test
    void anEndInTheLastSecondIsKeptForASecond() {
        ends.configured = true;

        one.end(session, session.expires(), true).await().indefinitely();

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

    @Test
    void whoAsksAtTheSameTimeSharesAQuestionAndItsAnswerForASecond() {
        ends.configured = true;
        ends.late = Duration.ofMillis(30);
        Session read = other.read(one.cookie(session)).orElseThrow();
        List<CompletableFuture<Optional<Caller>>> all = IntStream.range(0, 1_000)
                .mapToObj(i -> other.caller(read, NOW, waited::incrementAndGet).subscribeAsCompletionStage()).toList();

        assertThat(all).allMatch(each -> each.join().isPresent());
        assertThat(good(other, NOW)).isTrue();
        assertThat(ends.questions).hasValue(1);
        assertThat(unchecked).hasValue(0);
        end();
        assertThat(good(other, NOW)).as("the answer is good for a second").isTrue();
        aSecondLater();

        List<CompletableFuture<Optional<Caller>>> burst = IntStream.range(0, 32)
                .mapToObj(i -> other.caller(read, NOW, waited::incrementAndGet).subscribeAsCompletionStage()).toList();
        assertThat(burst).allMatch(each -> each.join().isEmpty());
        assertThat(ends.questions).hasValue(2);
    }

    @Test
    void anAnswerThatComesTooLateIsTakenAndOneRequestComesInBeforeIt() {
        ends.configured = true;
        ends.ended.put(session.id(), Duration.ofHours(1));
        ends.late = Duration.ofMillis(300);

        assertThat(good(other, NOW)).as("it waits 75 ms").isTrue();
        assertThat(unchecked).hasValue(1);
        assertThat(waited).hasValue(1);

        await().atMost(Duration.ofSeconds(10)).until(() -> !good(other, NOW));
        assertThat(ends.questions).hasValue(1);
        ends.down = true;
        aSecondLater();
        assertThat(good(other, NOW)).as("it is known here").isFalse();
    }

    @Test
    void anEndThatRedisHasTakenLateIsNotToldAgain() {
        ends.configured = true;
        ends.late = Duration.ofMillis(300);

        long start = System.nanoTime();
        end();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ends.late);
        await().atMost(Duration.ofSeconds(10)).until(() -> ends.ended.containsKey(session.id()));
        // Longer than until it would be told the second time.
        await().during(Duration.ofMillis(1_500)).atMost(Duration.ofSeconds(10)).until(() -> ends.told.get() == 1);
    }

    @Test
    void aRedisThatHasLostItsKeysIsToldAgainByWhoeverKnows() {
        ends.configured = true;
        end();
        ends.ended.clear();
        assertThat(good(other, NOW)).isTrue();

        assertThat(one.tellAgain(NOW.plusSeconds(120)).await().indefinitely()).isEqualTo(1);

        assertThat(ends.ended).containsEntry(session.id(),
                Duration.between(NOW.plusSeconds(120), session.expires()));
        aSecondLater();
        assertThat(good(other, NOW)).isFalse();
        ends.ended.clear();
        assertThat(other.tellAgain(NOW).await().indefinitely()).as("it has heard of it").isEqualTo(1);
        assertThat(one.tellAgain(session.expires()).await().indefinitely()).as("it is over").isZero();
    }
}
