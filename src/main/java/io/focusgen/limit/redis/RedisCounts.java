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

    private final Supplier<Redis> redis;

    RedisCounts(Supplier<Redis> redis) {
        this.redis = redis;
    }

    /** As {@link io.focusgen.limit.SharedLimiter#take}, however long it takes. */
    Uni<Decision> take(String caller, List<Window> windows, long cost) {
        return run(Script.TAKE, caller, windows, cost).map(answer -> decision(answer, windows));
    }

    /** As {@link io.focusgen.limit.SharedLimiter#giveBack}, however long it takes. */
    Uni<Void> giveBack(String caller, List<Window> windows, long cost) {
        return run(Script.GIVE_BACK, caller, windows, cost).replaceWithVoid();
    }

    private static Decision decision(@Nullable Response answer, List<Window> windows) {
        if (answer == null) {
            throw new IllegalStateException("a script answered nothing");
        }
        List<Level> levels = new ArrayList<>(windows.size());
        for (int i = 0; i < windows.size(); i++) {
            levels.add(new Level(windows.get(i), answer.get(2 + 2 * i).toLong(), answer.get(3 + 2 * i).toLong()));
        }
        return new Decision(answer.get(0).toLong() == 1, levels, answer.get(1).toLong(), Mode.SHARED);
    }

    private Uni<@Nullable Response> run(Script script, String caller, List<Window> windows, long cost) {
        List<String> arguments = new ArrayList<>(1 + 4 * windows.size());
        arguments.add(Long.toString(cost));
        for (Window window : windows) {
            arguments.add(window.name());
            arguments.add(window.exact() ? "1" : "0");
            arguments.add(Long.toString(window.limit()));
            arguments.add(Long.toString(window.micros()));
        }
        String keys = "{focus:limit:" + caller + "}:";
        return script.lua().evaluate(redis.get(), List.of(keys + "log", keys + "sums"), arguments);
    }
}
