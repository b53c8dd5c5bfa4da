package io.focusgen.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    /** Amounts at any moments, compared with a log of all of them. */
    @ParameterizedTest
    @ValueSource(longs = {1001, 1_000_000, Integer.MAX_VALUE, Window.MOST})
    void aLargerLimitHoldsInEveryStretchAndIsFreeAgainAtMostAPartLater(long limit) {
        Random chance = new Random(limit);
        Window window = Window.ofAmounts("rows", limit, MINUTE);
        long length = window.micros();
        long part = window.partMicros();
        assertThat(part).isEqualTo(1_000_000);
        List<long[]> admitted = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < 4000; i++) {
            now += (long) (chance.nextDouble() * length / (i % 100 < 50 ? 20 : 200));
            if (chance.nextInt(400) == 0) {
                now += 3 * length;
            }
            long cost = 1 + (long) (chance.nextDouble() * limit / (i % 100 < 50 ? 8 : 80));
            long inWindow = since(admitted, now - length);
            long inWindowAndPart = since(admitted, now - length - part);

            Decision decision = limiter.take("me", List.of(window), cost);

            long used = decision.levels().get(0).used() - (decision.admitted() ? cost : 0);
            assertThat(used).isBetween(inWindow, inWindowAndPart);
            assertThat(decision.admitted()).isEqualTo(used + cost <= limit);
            if (decision.admitted()) {
                admitted.add(new long[]{now, cost});
                assertThat(inWindow + cost).isLessThanOrEqualTo(limit);
            } else {
                refused++;
                assertThat(decision.waitMicros()).isBetween(1L, length + part);
                assertThat(decision.levels().get(0).resetMicros()).isEqualTo(decision.waitMicros());
                assertThat(since(admitted, now + decision.waitMicros() - length) + cost).as("when it says")
                        .isLessThanOrEqualTo(limit);
            }
        }
        assertThat(refused).isPositive();
        assertThat(admitted).hasSizeGreaterThan(1000);
    }

    private static long since(List<long[]> admitted, long moment) {
        long sum = 0;
        for (int i = admitted.size() - 1; i >= 0 && admitted.get(i)[0] > moment; i--) {
            sum += admitted.get(i)[1];
        }
        return sum;
    }

    /** Who always asks gets hardly less than from a log of all requests, and never more. */
    @ParameterizedTest
    @ValueSource(ints = {1001, 5000, 20_000})
    void ofALargerLimitAtLeastNinetySevenInAHundredAreAdmittedThatALogWouldHaveAdmitted(int limit) {
        Random chance = new Random(limit);
        Window window = Window.ofRequests("minute", limit, MINUTE);
        assertThat(window.exact()).isFalse();
        long[] log = new long[limit];
        int logged = 0;
        int admitted = 0;
        for (int i = 0; i < 40 * limit; i++) {
            now += 1 + (long) (chance.nextDouble() * window.micros() / limit);
            if (logged < limit || now - log[logged % limit] >= window.micros()) {
                log[logged % limit] = now;
                logged++;
            }
            admitted += take(window).admitted() ? 1 : 0;
        }
        assertThat(admitted).isBetween((int) (0.97 * logged), logged);
    }

    @Test
    void whatIsUsedAtOnceIsFreeAgainAWindowLater() {
        List<Window> rows = List.of(Window.ofAmounts("rows", 1000, Duration.ofDays(1)));
        assertThat(limiter.take("me", rows, 600).admitted()).isTrue();
        Decision refused = limiter.take("me", rows, 401);
        assertThat(refused.waitSeconds()).isEqualTo(86_400);
        assertThat(refused.levels().get(0).resetMicros()).isEqualTo(refused.waitMicros());
        now += refused.waitMicros() - 1;
        assertThat(limiter.take("me", rows, 401).admitted()).isFalse();
        now += 1;
        assertThat(limiter.take("me", rows, 1000).admitted()).isTrue();
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
        assertThat(third.over()).extracting(level -> level.window().name()).containsExactly("minute");
        assertThat(third.levels()).extracting(Level::used).containsExactly(2L, 2L, 2L);

        now += 60_000_000;
        assertThat(limiter.take("me", windows, 1).levels()).extracting(Level::used).containsExactly(1L, 3L, 3L);
        Decision fifth = limiter.take("me", windows, 1);
        assertThat(fifth.over()).extracting(level -> level.window().name()).containsExactly("hour");
        assertThat(fifth.waitSeconds()).isEqualTo(3540);
        assertThat(Decision.tightest(List.of(fifth)).window().name()).isEqualTo("hour");
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
        Decision taken = limiter.take("me", rows, 900);
        assertThat(taken.admitted()).isTrue();
        assertThat(limiter.take("me", rows, 101).admitted()).isFalse();
        limiter.giveBack("me", rows, 900, taken.moment());
        Decision all = limiter.take("me", rows, 1000);
        assertThat(all.admitted()).isTrue();
        assertThat(limiter.take("me", rows, 1).admitted()).isFalse();
        now += Duration.ofDays(1).toNanos() / 1000;
        assertThat(limiter.take("me", rows, 1000).admitted()).isTrue();
        limiter.giveBack("me", rows, 1000, all.moment());
        assertThat(limiter.take("me", rows, 1).admitted()).as("what counts no more is not given back").isFalse();
        limiter.giveBack("unknown", rows, 1000, now);
        assertThat(limiter.callers()).isEqualTo(1);
    }

    @Test
    void aRequestThatIsGivenBackLeavesNoTrace() {
        Random chance = new Random(5);
        List<Window> windows = standard(1000, 1500, 5000);
        LocalLimiter other = new LocalLimiter(PLENTY, () -> now);
        List<Decision> unused = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            now += chance.nextInt(100_000);
            Decision here = limiter.take("me", windows, 1);
            if (chance.nextBoolean()) {
                assertThat(other.take("me", windows, 1).admitted()).isEqualTo(here.admitted());
            } else if (here.admitted()) {
                unused.add(here);
            }
            unused.forEach(each -> limiter.giveBack("me", windows, 1, each.moment()));
            unused.clear();
            Decision left = limiter.look("me", windows, 1);
            assertThat(left.levels()).extracting(Level::used)
                    .isEqualTo(other.look("me", windows, 1).levels().stream().map(Level::used).toList());
        }
    }

    @Test
    void whoLooksTakesNothing() {
        List<Window> windows = standard(2, 1001, 5000);
        assertThat(limiter.look("me", windows, 1).admitted()).isTrue();
        assertThat(limiter.callers()).isZero();
        limiter.take("me", windows, 1);
        limiter.take("me", windows, 1);
        now += 10_000_000;
        for (int i = 0; i < 5; i++) {
            Decision looked = limiter.look("me", windows, 1);
            assertThat(looked.admitted()).isFalse();
            assertThat(looked.waitSeconds()).isEqualTo(50);
            assertThat(looked.levels()).extracting(Level::used).containsExactly(2L, 2L, 2L);
            assertThat(limiter.take("me", windows, 1)).isEqualTo(looked);
        }
    }

    /** Every third request is refused for another reason, once it was admitted: for its rows. */
    @Test
    void whatTwoHundredThreadsGiveBackIsForOthersAndExactlyTheLimitIsUsed() throws InterruptedException {
        for (int limit : new int[]{100, 1100}) {
            LocalLimiter running = new LocalLimiter(PLENTY, () -> System.nanoTime() / 1000);
            List<Window> windows = standard(limit, 100_000, 1_000_000);
            AtomicInteger used = new AtomicInteger();
            AtomicInteger given = new AtomicInteger();
            CountDownLatch go = new CountDownLatch(1);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Thread thread = new Thread(() -> {
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    for (int k = 0; k < 12; k++) {
                        Decision decision = running.take("me", windows, 1);
                        if (decision.admitted() && k % 3 == 0) {
                            given.incrementAndGet();
                            running.giveBack("me", windows, 1, decision.moment());
                        } else if (decision.admitted()) {
                            used.incrementAndGet();
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
            assertThat(given).hasPositiveValue();
            assertThat(used.get()).isLessThanOrEqualTo(limit);
            while (running.take("me", windows, 1).admitted()) {
                used.incrementAndGet();
            }
            assertThat(used).hasValue(limit);
        }
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
