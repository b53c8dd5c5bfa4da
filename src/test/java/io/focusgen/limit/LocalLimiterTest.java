package io.focusgen.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalLimiterTest {

    private static final long PLENTY = 64 << 20;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private long now = -5_000_000_000L;
    private final LocalLimiter limiter = new LocalLimiter(PLENTY, () -> now);

    private Decision take(Window... windows) {
        return limiter.take("me", List.of(windows), 1);
    }

    private static List<Window> standard(int minute, int hour, int day) {
        return List.of(Window.ofRequests("minute", minute, MINUTE),
                Window.ofRequests("hour", hour, Duration.ofHours(1)),
                Window.ofRequests("day", day, Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 999, 1000})
    void aLimitOfFewRequestsIsWhatALogOfAllRequestsSays(int limit) {
        Random chance = new Random(limit);
        Window window = Window.ofRequests("minute", limit, MINUTE);
        assertThat(window.exact()).isTrue();
        List<Long> admitted = new ArrayList<>();
        int refused = 0;
        long spread = 4 * window.micros() / limit;
        for (int i = 0; i < 6 * limit + 200; i++) {
            now += chance.nextInt(3) == 0 ? 0 : 1 + (long) (chance.nextDouble() * chance.nextDouble() * spread / 3);
            long used = admitted.stream().filter(time -> time > now - window.micros()).count();

            Decision decision = take(window);

            assertThat(decision.admitted()).isEqualTo(used < limit);
            if (decision.admitted()) {
                admitted.add(now);
                assertThat(decision.waitMicros()).isZero();
            } else {
                refused++;
                long oldest = admitted.get(admitted.size() - limit);
                assertThat(decision.waitMicros()).isEqualTo(oldest + window.micros() - now);
            }
            Level level = decision.levels().get(0);
            assertThat(level.used()).isEqualTo(decision.admitted() ? used + 1 : used);
            assertThat(level.remaining()).isEqualTo(limit - level.used());
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1001, 1_000_000, Integer.MAX_VALUE, Window.MOST})
    void aLargerLimitIsWhatTwoSumsSayAndNeverTwiceTheLimitInAnyStretch(long limit) {
        Random chance = new Random(limit);
        Window window = Window.ofAmounts("rows", limit, MINUTE);
        long length = window.micros();
        long start = 0;
        long[] sums = new long[2];
        List<long[]> admitted = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < 4000; i++) {
            now += (long) (chance.nextDouble() * length / 20);
            if (chance.nextInt(400) == 0) {
                now += 3 * length;
            }
            long cost = 1 + (long) (chance.nextDouble() * limit / 8);
            if (i == 0) {
                start = now;
            }
            while (now - start >= length) {
                start += length;
                sums = new long[]{0, sums[0]};
            }
            BigInteger[] part = BigInteger.valueOf(sums[1]).multiply(BigInteger.valueOf(length - (now - start)))
                    .divideAndRemainder(BigInteger.valueOf(length));
            long used = sums[0] + part[0].longValueExact() + part[1].signum();

            Decision decision = limiter.take("me", List.of(window), cost);

            // Whether the two agree must not hang on the last digit of a floating point number.
            if (Math.abs(used + cost - limit) > 1) {
                assertThat(decision.admitted()).isEqualTo(used + cost <= limit);
            }
            if (decision.admitted()) {
                sums[0] += cost;
                admitted.add(new long[]{now, cost});
            } else {
                refused++;
            }
            assertThat(sums[0]).isLessThanOrEqualTo(limit);
            assertThat(admitted.stream().filter(one -> one[0] > now - length).mapToLong(one -> one[1]).sum())
                    .isLessThan(2 * limit);
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 999, 1000, 1001, 1_000_000, Integer.MAX_VALUE})
    void whoComesBackWhenToldIsAdmittedAndAMicrosecondBeforeIsNotWhereItIsExact(long limit) {
        for (int fill = 0; fill < 3; fill++) {
            LocalLimiter fresh = new LocalLimiter(PLENTY, () -> now);
            Window exact = Window.ofRequests("minute", limit, MINUTE);
            List<Window> windows = List.of(exact);
            if (exact.exact()) {
                for (int i = 0; i < limit; i++) {
                    assertThat(fresh.take("me", windows, 1).admitted()).isTrue();
                    now += fill * 7L;
                }
            } else {
                assertThat(fresh.take("me", windows, limit / 2).admitted()).isTrue();
                now += fill * exact.micros() / 2 + fill;
                assertThat(fresh.take("me", windows, limit / 4).admitted()).isTrue();
                while (fresh.take("me", windows, limit / 8).admitted()) {
                    now += 11;
                }
                while (fresh.take("me", windows, Math.max(1, limit / 1000)).admitted()) {
                    now += 11;
                }
                while (limit < 2000 && fresh.take("me", windows, 1).admitted()) {
                    now += 1;
                }
            }
            long cost = exact.exact() || limit < 2000 ? 1 : Math.max(1, limit / 1000);
            Decision refused = fresh.take("me", windows, cost);
            assertThat(refused.admitted()).isFalse();
            if (exact.exact()) {
                now += refused.waitMicros() - 1;
                assertThat(fresh.take("me", windows, cost).admitted()).isFalse();
                now += 1;
            } else {
                now += refused.waitMicros();
            }
            assertThat(fresh.take("me", windows, cost).admitted()).as("fill %d", fill).isTrue();
        }
    }

    @Test
    void allWindowsAreTakenFromOrNone() {
        List<Window> windows = standard(2, 3, 1001);
        assertThat(limiter.take("me", windows, 1).admitted()).isTrue();
        assertThat(limiter.take("me", windows, 1).admitted()).isTrue();
        Decision third = limiter.take("me", windows, 1);
        assertThat(third.admitted()).isFalse();
        assertThat(third.over(1)).extracting(level -> level.window().name()).containsExactly("minute");
        assertThat(third.levels()).extracting(Level::used).containsExactly(2L, 2L, 2L);

        now += 60_000_000;
        assertThat(limiter.take("me", windows, 1).levels()).extracting(Level::used).containsExactly(1L, 3L, 3L);
        Decision fifth = limiter.take("me", windows, 1);
        assertThat(fifth.over(1)).extracting(level -> level.window().name()).containsExactly("hour");
        assertThat(fifth.waitSeconds()).isEqualTo(3540);
        assertThat(fifth.tightest().window().name()).isEqualTo("hour");
    }

    @Test
    void callersDoNotShare() {
        Window one = Window.ofRequests("minute", 1, MINUTE);
        assertThat(take(one).admitted()).isTrue();
        assertThat(take(one).admitted()).isFalse();
        assertThat(limiter.take("you", List.of(one), 1).admitted()).isTrue();
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        List<Window> rows = List.of(Window.ofAmounts("rows", 1000, Duration.ofDays(1)));
        assertThat(limiter.take("me", rows, 900).admitted()).isTrue();
        assertThat(limiter.take("me", rows, 101).admitted()).isFalse();
        limiter.giveBack("me", rows, 900);
        assertThat(limiter.take("me", rows, 1000).admitted()).isTrue();
        assertThat(limiter.take("me", rows, 1).admitted()).isFalse();
        now += Duration.ofDays(1).toNanos() / 1000;
        limiter.giveBack("me", rows, 1000);
        assertThat(limiter.take("me", rows, 1000).admitted()).isTrue();
        limiter.giveBack("unknown", rows, 1000);
        assertThat(limiter.callers()).isEqualTo(1);
    }

    @Test
    void moreThanAWholeLimitNeverFits() {
        Decision decision = limiter.take("me", List.of(Window.ofAmounts("rows", 10, MINUTE)), 11);
        assertThat(decision.admitted()).isFalse();
        assertThat(decision.waitSeconds()).isEqualTo(60);
        assertThatThrownBy(() -> limiter.take("me", List.of(Window.ofRequests("minute", 10, MINUTE)), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofTwoHundredThreadsAtALimitOfAHundredExactlyAHundredAreAdmitted() throws InterruptedException {
        for (int limit : new int[]{100, 1100}) {
            LocalLimiter running = new LocalLimiter(PLENTY, () -> System.nanoTime() / 1000);
            List<Window> windows = standard(limit, 100_000, 1_000_000);
            AtomicInteger admitted = new AtomicInteger();
            CountDownLatch go = new CountDownLatch(1);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Thread thread = new Thread(() -> {
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    for (int k = 0; k < 10; k++) {
                        if (running.take("me", windows, 1).admitted()) {
                            admitted.incrementAndGet();
                        }
                    }
                });
                thread.start();
                threads.add(thread);
            }
            go.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(admitted).hasValue(limit);
        }
    }

    @Test
    void aMillionAddressesFillNoMoreThanTheirBytesAndTheOldestBeginAnew() {
        long bytes = 1 << 20;
        LocalLimiter small = new LocalLimiter(bytes, () -> now);
        List<Window> windows = standard(1, 100, 1000);
        for (int i = 0; i < 1_000_000; i++) {
            now++;
            assertThat(small.take("10." + i, windows, 1).admitted()).isTrue();
        }
        assertThat(small.callers()).isBetween(1500L, bytes / 320);
        assertThat(small.take("10.999999", windows, 1).admitted()).as("just seen").isFalse();
        assertThat(small.take("10.0", windows, 1).admitted()).as("forgotten").isTrue();
    }

    @Test
    void whoUsesMuchIsHeldForAsMuchAsItIs() {
        LocalLimiter small = new LocalLimiter(64 * 40_000, () -> now);
        List<Window> windows = standard(1000, 1000, 1000);
        for (int caller = 0; caller < 1000; caller++) {
            for (int i = 0; i < 1000; i++) {
                small.take("caller " + caller, windows, 1);
            }
        }
        // 8 KiB each and a little; each of the 64 parts keeps one at least.
        assertThat(small.callers()).isBetween(64L, 64L * 40_000 / 8192);
    }
}
