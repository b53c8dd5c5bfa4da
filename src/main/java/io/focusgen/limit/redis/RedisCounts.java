package io.focusgen.limit.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.focusgen.limit.Decision;
import io.focusgen.limit.Level;
import io.focusgen.limit.Mode;
import io.focusgen.limit.Window;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Response;

/** What callers have used up, in Redis: one call of a script for each decision. Thread-safe. */
final class RedisCounts {

    /** Behind what is said of all windows together. */
    private static final int FIRST_LEVEL = 3;

    private final Supplier<Redis> redis;

    RedisCounts(Supplier<Redis> redis) {
        this.redis = redis;
    }

    /** As {@link io.focusgen.limit.SharedLimiter#take}, however long it takes. */
    Uni<Decision> take(String caller, List<Window> windows, long cost) {
        return run(Script.TAKE, caller, List.of(cost), windows).map(answer -> decision(answer, windows, cost));
    }

    /** As {@link io.focusgen.limit.SharedLimiter#look}, however long it takes. */
    Uni<Decision> look(String caller, List<Window> windows, long cost) {
        return run(Script.LOOK, caller, List.of(cost), windows).map(answer -> decision(answer, windows, cost));
    }

    /** As {@link io.focusgen.limit.SharedLimiter#giveBack}, however long it takes. */
    Uni<Void> giveBack(String caller, List<Window> windows, long cost, long moment) {
        return run(Script.GIVE_BACK, caller, List.of(cost, moment), windows).replaceWithVoid();
    }

    private static Decision decision(@Nullable Response answer, List<Window> windows, long cost) {
        if (answer == null) {
            throw new IllegalStateException("a script answered nothing");
        }
        List<Level> levels = new ArrayList<>(windows.size());
        for (int i = 0; i < windows.size(); i++) {
            levels.add(new Level(windows.get(i), answer.get(FIRST_LEVEL + 2 * i).toLong(),
                    answer.get(FIRST_LEVEL + 1 + 2 * i).toLong()));
        }
        return new Decision(answer.get(0).toLong() == 1, levels, cost, answer.get(1).toLong(),
                answer.get(2).toLong(), Mode.SHARED);
    }

    private Uni<@Nullable Response> run(Script script, String caller, List<Long> numbers, List<Window> windows) {
        List<String> arguments = new ArrayList<>();
        numbers.forEach(number -> arguments.add(Long.toString(number)));
        for (Window window : windows) {
            arguments.add(window.name());
            arguments.add(window.exact() ? "1" : "0");
            arguments.add(Long.toString(window.limit()));
            arguments.add(Long.toString(window.micros()));
            arguments.add(Long.toString(window.partMicros()));
        }
        String keys = "{focus:limit:" + caller + "}:";
        return script.lua().evaluate(redis.get(), List.of(keys + "log", keys + "amounts"), arguments);
    }
}
