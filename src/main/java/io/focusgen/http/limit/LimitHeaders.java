package io.focusgen.http.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.limit.Decision;
import io.focusgen.limit.Level;
import io.focusgen.limit.Mode;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Says how much is left, as structured fields (RFC 9651) of the draft of the IETF, and in the older names that clients know. */
final class LimitHeaders {

    /** Decisions told so far: rows are decided on after the request itself. */
    private static final String TOLD = "focus.limit.told";

    /** The places told of. */
    private static final String PLACES = "focus.limit.places";

    private LimitHeaders() {
    }

    /** How many answers at once there may be, and how many more. @param again when to ask again, where there is none left */
    private record AtOnceLevel(AtOnce kind, int most, int left, @Nullable Duration again) {
    }

    /** Adds the levels of a decision to what the answer says. */
    static void tell(RoutingContext exchange, Decision decision) {
        told(exchange).add(decision);
        write(exchange);
    }

    /** Says what is left once a decision that was told is given back. */
    static void giveBack(RoutingContext exchange, Decision taken) {
        told(exchange).replaceAll(decision -> decision.equals(taken) ? decision.givenBack() : decision);
        write(exchange);
    }

    /** Adds how many answers at once there may be to what the answer says, with the next decision. */
    static void add(RoutingContext exchange, AtOnce kind, int most, int left) {
        exchange.put(PLACES, new AtOnceLevel(kind, most, left, null));
    }

    /** The same where there are as many as there may be. */
    static void addRefused(RoutingContext exchange, AtOnce kind, int most, Duration again) {
        exchange.put(PLACES, new AtOnceLevel(kind, most, 0, again));
    }

    private static List<Decision> told(RoutingContext exchange) {
        List<Decision> told = exchange.get(TOLD);
        if (told == null) {
            told = new ArrayList<>();
            exchange.put(TOLD, told);
        }
        return told;
    }

    private static void write(RoutingContext exchange) {
        List<Decision> told = told(exchange);
        List<Level> levels = told.stream().flatMap(decision -> decision.levels().stream()).toList();
        HttpServerResponse response = exchange.response();
        if (levels.isEmpty() || response.headWritten()) {
            return;
        }
        List<String> policies = new ArrayList<>(levels.stream().map(LimitHeaders::policy).toList());
        List<String> states = new ArrayList<>(levels.stream().map(LimitHeaders::state).toList());
        AtOnceLevel places = exchange.get(PLACES);
        if (places != null) {
            policies.add('"' + places.kind.label() + "\";q=" + places.most + ";qu=\"concurrent-requests\"");
            states.add('"' + places.kind.label() + "\";r=" + places.left);
        }
        response.putHeader(LimitHeader.POLICY.label(), String.join(", ", policies));
        response.putHeader(LimitHeader.STATE.label(), String.join(", ", states));
        Mode last = told.stream().filter(decision -> !decision.levels().isEmpty()).reduce((first, second) -> second)
                .map(Decision::mode).orElseThrow();
        response.putHeader(LimitHeader.MODE.label(), last.label());
        if (places != null && places.again != null) {
            writeOlder(response, places.most, 0, places.again.toSeconds());
        } else {
            Level tightest = Decision.tightest(told);
            writeOlder(response, tightest.window().limit(), tightest.remaining(),
                    Decision.seconds(tightest.resetMicros()));
        }
    }

    private static void writeOlder(HttpServerResponse response, long limit, long left, long seconds) {
        response.putHeader(LimitHeader.LIMIT.label(), Long.toString(limit));
        response.putHeader(LimitHeader.REMAINING.label(), Long.toString(left));
        response.putHeader(LimitHeader.RESET.label(), Long.toString(Instant.now().getEpochSecond() + seconds));
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
