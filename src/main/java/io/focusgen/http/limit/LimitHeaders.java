package io.focusgen.http.limit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.focusgen.limit.Decision;
import io.focusgen.limit.Level;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Says how much is left, as structured fields (RFC 9651) of the draft of the IETF, and in the older names that clients know. */
final class LimitHeaders {

    /** Levels told so far: rows are decided on after the request itself. */
    private static final String TOLD = "focus.limit.levels";

    /** The name of the limit of answers at once. */
    static final String AT_ONCE = "streams";

    private LimitHeaders() {
    }

    /** Adds the levels of a decision to what the answer says. */
    static void tell(RoutingContext exchange, Decision decision) {
        if (decision.levels().isEmpty()) {
            return;
        }
        List<Level> levels = new ArrayList<>();
        List<Level> before = exchange.get(TOLD);
        if (before != null) {
            levels.addAll(before);
        }
        levels.addAll(decision.levels());
        exchange.put(TOLD, levels);
        Level tightest = new Decision(true, levels, 0, decision.mode()).tightest();
        HttpServerResponse response = exchange.response();
        response.putHeader(LimitHeader.POLICY.label(), levels.stream().map(LimitHeaders::policy)
                .collect(Collectors.joining(", ")));
        response.putHeader(LimitHeader.STATE.label(), levels.stream().map(LimitHeaders::state)
                .collect(Collectors.joining(", ")));
        response.putHeader(LimitHeader.MODE.label(), decision.mode().label());
        response.putHeader(LimitHeader.LIMIT.label(), Long.toString(tightest.window().limit()));
        response.putHeader(LimitHeader.REMAINING.label(), Long.toString(tightest.remaining()));
        response.putHeader(LimitHeader.RESET.label(), Long.toString(
                Instant.now().getEpochSecond() + Decision.seconds(tightest.resetMicros())));
    }

    /** The limit of answers at once, which is none of the windows. */
    static void tellAtOnce(RoutingContext exchange, int most) {
        HttpServerResponse response = exchange.response();
        response.putHeader(LimitHeader.POLICY.label(), '"' + AT_ONCE + "\";q=" + most + ";qu=\"concurrent-requests\"");
        response.putHeader(LimitHeader.STATE.label(), '"' + AT_ONCE + "\";r=0");
    }

    private static String policy(Level level) {
        // What is no request has no unit that the registry knows.
        String unit = level.window().name().equals("rows") ? ";x-unit=\"rows\"" : "";
        return '"' + level.window().name() + "\";q=" + level.window().limit() + ";w="
                + Math.max(1, level.window().length().toSeconds()) + unit;
    }

    private static String state(Level level) {
        return '"' + level.window().name() + "\";r=" + level.remaining() + ";t="
                + Decision.seconds(level.resetMicros());
    }
}
