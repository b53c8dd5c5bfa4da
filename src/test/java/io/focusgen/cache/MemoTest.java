package io.focusgen.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MemoTest {

    private static final BooleanSupplier STAYS = () -> false;
    private static final long MEGABYTE = 1 << 20;

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger made = new AtomicInteger();

    /** Half of the memory is that of plans. */
    private Memo<byte[]> memo(long bytes) {
        return new Caches(new CacheSettings(2 * bytes, Duration.ofSeconds(60)), nanos::get).memo(Region.PLANS,
                value -> value.length);
    }

    private byte[] get(Memo<byte[]> memo, String key, int bytes) {
        return memo.get(key, STAYS, abandoned -> {
            made.incrementAndGet();
            return CompletableFuture.completedFuture(new byte[bytes]);
        }).toCompletableFuture().join();
    }

    @Test
    void whatIsKeptIsNotMadeAgain() {
        Memo<byte[]> memo = memo(MEGABYTE);

        byte[] first = get(memo, "a", 10);

        assertThat(get(memo, "a", 10)).isSameAs(first);
        assertThat(memo.known("a")).containsSame(first);
        assertThat(memo.known("b")).isEmpty();
        assertThat(made).hasValue(1);
        RegionStats stats = memo.stats();
        assertThat(stats.misses()).isEqualTo(1);
        assertThat(stats.hits()).isEqualTo(2);
        assertThat(stats.entries()).isEqualTo(1);
        assertThat(stats.bytes()).isBetween(10L, 1000L);
        assertThat(stats.hitRatio()).hasValueCloseTo(2.0 / 3, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void itIsMadeAnewAfterItsTimeAndWhenItWasForgotten() {
        Memo<byte[]> memo = memo(MEGABYTE);
        get(memo, "a", 10);
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        get(memo, "a", 10);
        assertThat(made).hasValue(1);

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        get(memo, "a", 10);
        assertThat(made).hasValue(2);
        assertThat(memo.stats().evictions()).isEqualTo(1);

        assertThat(memo.empty()).isEqualTo(1);
        get(memo, "a", 10);
        assertThat(made).hasValue(3);
    }

    @Test
    void memoryIsBoundedAndWhatIsTooLargeDrivesNothingOut() {
        Memo<byte[]> memo = memo(MEGABYTE);
        for (int i = 0; i < 1_000; i++) {
            get(memo, "key " + i, 100_000);
            assertThat(memo.stats().bytes()).isLessThanOrEqualTo(MEGABYTE);
        }
        long entries = memo.stats().entries();
        assertThat(entries).isBetween(5L, 10L);
        assertThat(memo.stats().evictions()).isEqualTo(1_000 - entries);

        get(memo, "large", (int) MEGABYTE / 4);

        assertThat(memo.known("large")).isEmpty();
        assertThat(memo.stats().entries()).isEqualTo(entries);
    }

    @Test
    void nothingIsKeptWhereTheCacheIsOff() {
        Memo<byte[]> memo = memo(0);

        get(memo, "a", 10);
        get(memo, "a", 10);

        assertThat(made).hasValue(2);
        assertThat(memo.stats().entries()).isZero();
    }

    @Test
    void whoAsksMeanwhileWaitsForTheSame() throws Exception {
        Memo<byte[]> memo = memo(MEGABYTE);
        CompletableFuture<byte[]> making = new CompletableFuture<>();
        List<CompletableFuture<byte[]>> waiting = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            waiting.add(memo.get("a", STAYS, abandoned -> {
                made.incrementAndGet();
                return making;
            }).toCompletableFuture());
        }
        assertThat(waiting).noneMatch(CompletableFuture::isDone);

        byte[] value = {1};
        making.complete(value);

        assertThat(made).hasValue(1);
        for (CompletableFuture<byte[]> each : waiting) {
            assertThat(each.get()).isSameAs(value);
        }
        assertThat(memo.stats().joined()).isEqualTo(9);
    }

    @Test
    void aFailureReachesAllAndIsNotKept() {
        Memo<byte[]> memo = memo(MEGABYTE);
        CompletableFuture<byte[]> making = new CompletableFuture<>();
        CompletableFuture<byte[]> first = memo.get("a", STAYS, abandoned -> making).toCompletableFuture();
        CompletableFuture<byte[]> second = memo.get("a", STAYS, abandoned -> making).toCompletableFuture();

        making.completeExceptionally(new IllegalStateException("no"));

        assertThatThrownBy(first::join).isInstanceOf(CompletionException.class).hasRootCauseMessage("no");
        assertThatThrownBy(second::join).hasRootCauseMessage("no");
        assertThat(get(memo, "a", 3)).hasSize(3);
    }

    @Test
    void aFailureToBeginIsOneToo() {
        Memo<byte[]> memo = memo(MEGABYTE);

        CompletableFuture<byte[]> asked = memo.get("a", STAYS, abandoned -> {
            throw new IllegalStateException("not even begun");
        }).toCompletableFuture();

        assertThatThrownBy(asked::join).hasRootCauseMessage("not even begun");
        assertThat(get(memo, "a", 3)).hasSize(3);
    }

    @Test
    void workIsGivenUpOnlyWhenAllWhoWaitHaveGone() {
        Memo<byte[]> memo = memo(MEGABYTE);
        AtomicBoolean firstGone = new AtomicBoolean();
        AtomicBoolean secondGone = new AtomicBoolean();
        List<BooleanSupplier> abandoned = new ArrayList<>();
        CompletableFuture<byte[]> making = new CompletableFuture<>();
        CompletableFuture<byte[]> unused = memo.get("a", firstGone::get, given -> {
            abandoned.add(given);
            return making;
        }).toCompletableFuture();
        CompletableFuture<byte[]> second = memo.get("a", secondGone::get, given -> making).toCompletableFuture();

        firstGone.set(true);
        assertThat(abandoned.get(0).getAsBoolean()).isFalse();
        secondGone.set(true);
        assertThat(abandoned.get(0).getAsBoolean()).isTrue();

        // Who comes now does not get the failure of what is being given up.
        assertThat(get(memo, "a", 7)).hasSize(7);
        making.completeExceptionally(new java.util.concurrent.CancellationException());
        assertThat(second).isCompletedExceptionally();
        assertThat(memo.known("a")).hasValueSatisfying(kept -> assertThat(kept).hasSize(7));
    }

    @Test
    void underManyThreadsEveryoneGetsTheValueOfTheKey() throws Exception {
        Memo<byte[]> memo = memo(40_000);
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            CountDownLatch together = new CountDownLatch(1);
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 32; thread++) {
                int own = thread;
                all.add(threads.submit(() -> {
                    together.await();
                    for (int i = 0; i < 2_000; i++) {
                        int key = (i * 7 + own) % 97;
                        assertThat(get(memo, "key " + key, 1_000 + key)).hasSize(1_000 + key);
                        if (i % 500 == own) {
                            memo.empty();
                        }
                    }
                    return null;
                }));
            }
            together.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        RegionStats stats = memo.stats();
        assertThat(stats.hits() + stats.joined() + stats.misses()).isEqualTo(64_000);
        assertThat(stats.misses()).isEqualTo(made.get());
        assertThat(stats.bytes()).isLessThanOrEqualTo(40_000);
    }
}
