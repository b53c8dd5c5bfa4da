package io.focusgen.limit.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.limit.Decision;
import io.focusgen.limit.Level;
import io.focusgen.limit.LocalLimiter;
import io.focusgen.limit.Window;
import io.focusgen.testing.RedisServer;

/** The scripts decide as this process does: both are asked the same, by a clock that the test turns. */
class RedisScriptTest {

    private static final String CLOCK = "local clock = redis.call('TIME')";
    private static final long EPOCH = 1_774_000_000_000_000L;
    private static final List<String> KEYS = List.of("{focus:limit:me}:log", "{focus:limit:me}:amounts");

    private static RedisServer redis;

    private long now = EPOCH;
    private final LocalLimiter local = new LocalLimiter(64 << 20, () -> now);

    @BeforeAll
    static void start() {
        redis = new RedisServer();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    /** Runs a script whose clock is the test's. */
    private List<Long> run(Script script, List<Window> windows, Long... numbers) {
        assertThat(script.lua().text()).contains(CLOCK);
        List<String> words = new ArrayList<>(List.of("EVAL",
                script.lua().text().replace(CLOCK, "local micros = table.remove(ARGV)\n"
                        + "local clock = {string.sub(micros, 1, -7), string.sub(micros, -6)}"),
                "2"));
        words.addAll(KEYS);
        List.of(numbers).forEach(number -> words.add(Long.toString(number)));
        for (Window window : windows) {
            words.addAll(List.of(window.name(), window.exact() ? "1" : "0", Long.toString(window.limit()),
                    Long.toString(window.micros()), Long.toString(window.partMicros())));
        }
        words.add(Long.toString(now));
        return redis.command(words.toArray(String[]::new)).stream().filter(line -> line.startsWith(":"))
                .map(line -> Long.parseLong(line.substring(1))).toList();
    }

    private static List<Long> asScript(Decision decision) {
        List<Long> numbers = new ArrayList<>(List.of(decision.admitted() ? 1L : 0L, decision.waitMicros(),
                decision.moment()));
        for (Level level : decision.levels()) {
            numbers.add(level.used());
            numbers.add(level.resetMicros());
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 999, 1000, 1001, 1_000_000, Integer.MAX_VALUE})
    void requestsAreDecidedTheSame(long limit) {
        redis.flush();
        Random chance = new Random(limit);
        List<Window> windows = List.of(Window.ofRequests("minute", limit, Duration.ofMinutes(1)),
                Window.ofRequests("hour", Math.min(Integer.MAX_VALUE, 3 * limit), Duration.ofHours(1)),
                Window.ofRequests("day", 1500, Duration.ofDays(1)));
        long spread = 40_000_000 / Math.min(limit, 1200);
        int refused = 0;
        for (int i = 0; i < 2500; i++) {
            now += 1 + (long) (chance.nextDouble() * spread);
            if (i == 2000 || limit < 1000 && chance.nextInt(1000) == 0) {
                now += (long) (chance.nextDouble() * Duration.ofHours(30).toNanos() / 1000);
            }
            Decision expected = local.take("me", windows, 1);
            assertThat(run(Script.TAKE, windows, 1L)).isEqualTo(asScript(expected));
            refused += expected.admitted() ? 0 : 1;
            if (expected.admitted() && chance.nextInt(100) == 0) {
                now += 1000;
                local.giveBack("me", windows, 1, expected.moment());
                run(Script.GIVE_BACK, windows, 1L, expected.moment());
            }
            if (chance.nextInt(5) == 0) {
                assertThat(run(Script.LOOK, windows, 1L)).isEqualTo(asScript(local.look("me", windows, 1)));
            }
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 1000, 1001, 1_000_000, Integer.MAX_VALUE, Window.MOST})
    void rowsAreDecidedAndGivenBackTheSame(long limit) {
        redis.flush();
        Random chance = new Random(limit);
        List<Window> windows = List.of(Window.ofAmounts("rows", limit, Duration.ofDays(1)));
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            now += (long) (chance.nextDouble() * 6_000_000_000L);
            if (chance.nextInt(200) == 0) {
                now += 200_000_000_000L;
            }
            long cost = 1 + (long) (chance.nextDouble() * limit / 6);
            Decision expected = local.take("me", windows, cost);
            assertThat(run(Script.TAKE, windows, cost)).isEqualTo(asScript(expected));
            refused += expected.admitted() ? 0 : 1;
            if (expected.admitted() && chance.nextInt(5) == 0) {
                now += 1000;
                local.giveBack("me", windows, cost, expected.moment());
                run(Script.GIVE_BACK, windows, cost, expected.moment());
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void whatIsKeptEnds() {
        redis.flush();
        List<Window> windows = List.of(Window.ofRequests("minute", 10, Duration.ofMinutes(1)),
                Window.ofRequests("hour", 5000, Duration.ofHours(1)));
        run(Script.TAKE, windows, 1L);
        assertThat(redis.command("DBSIZE")).containsExactly(":2");
        assertThat(lifetime(KEYS.get(0))).isBetween(55_000L, 61_000L);
        assertThat(lifetime(KEYS.get(1))).isBetween(3_650_000L, 3_661_000L);
    }

    private static long lifetime(String key) {
        return Long.parseLong(redis.command("PTTL", key).get(0).substring(1));
    }

    @Test
    void aRefusalWritesNothing() {
        redis.flush();
        List<Window> windows = List.of(Window.ofRequests("minute", 1, Duration.ofMinutes(1)),
                Window.ofRequests("hour", 5000, Duration.ofHours(1)));
        run(Script.TAKE, windows, 1L);
        String before = redis.command("DEBUG", "DIGEST").get(0);
        for (int i = 0; i < 5; i++) {
            now += 1000;
            assertThat(run(Script.TAKE, windows, 1L).get(0)).isZero();
        }
        assertThat(redis.command("DEBUG", "DIGEST").get(0)).isEqualTo(before);
    }

    /**
     * Two lines of one name, a change of the limits, replicas of which some have the new ones already: whoever asks is held to its own
     * limits, and what was admitted under the others counts.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 40, 700})
    void requestsUnderOtherLimitsAreNeitherForgottenNorCountedTwice(int turn) {
        redis.flush();
        Random chance = new Random(turn);
        List<List<Window>> kinds = List.of(windows(1000, 1000, 1000), windows(1000, 1100, 1200),
                windows(30, 900, 1001), windows(2000, 2000, 2000));
        List<Long> admitted = new ArrayList<>();
        int[] refused = new int[kinds.size()];
        for (int i = 0; i < 6000; i++) {
            now += 1 + (long) (chance.nextDouble() * (i % 3000 < 1500 ? 200_000 : 40_000_000));
            int kind = i / turn % kinds.size();
            List<Window> windows = kinds.get(kind);
            Decision expected = local.take("me", windows, 1);
            assertThat(run(Script.TAKE, windows, 1L)).as("request %d", i).isEqualTo(asScript(expected));
            for (Level level : expected.levels()) {
                long before = expected.admitted() ? 1 : 0;
                long length = level.window().micros();
                long latest = since(admitted, now - length);
                assertThat(level.used() - before).as("%d: %s", i, level)
                        .isBetween(latest, since(admitted, now - length - 2 * level.window().partMicros()));
                assertThat(expected.admitted() && latest >= level.window().limit()).isFalse();
            }
            if (expected.admitted()) {
                admitted.add(now);
            } else {
                refused[kind]++;
            }
            if (expected.admitted() && chance.nextInt(50) == 0) {
                now += 1000;
                local.giveBack("me", windows, 1, expected.moment());
                run(Script.GIVE_BACK, windows, 1L, expected.moment());
                admitted.remove(admitted.size() - 1);
            }
        }
        assertThat(refused).doesNotContain(0);
    }

    private static List<Window> windows(int minute, int hour, int day) {
        return List.of(Window.ofRequests("minute", minute, Duration.ofMinutes(1)),
                Window.ofRequests("hour", hour, Duration.ofHours(1)),
                Window.ofRequests("day", day, Duration.ofDays(1)));
    }

    private static long since(List<Long> admitted, long moment) {
        return admitted.stream().filter(time -> time > moment).count();
    }

    @Test
    void aClockThatGoesBackLetsNobodyInTwice() {
        redis.flush();
        List<Window> windows = List.of(Window.ofRequests("minute", 2, Duration.ofMinutes(1)),
                Window.ofRequests("hour", 1001, Duration.ofHours(1)));
        assertThat(run(Script.TAKE, windows, 1L).get(0)).isEqualTo(1);
        now -= 30_000_000;
        assertThat(run(Script.TAKE, windows, 1L).get(0)).isEqualTo(1);
        List<Long> refused = run(Script.TAKE, windows, 1L);
        assertThat(refused.get(0)).isZero();
        now += refused.get(1);
        assertThat(run(Script.TAKE, windows, 1L).get(0)).isEqualTo(1);
    }
}
