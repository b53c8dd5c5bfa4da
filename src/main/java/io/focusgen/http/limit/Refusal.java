package io.focusgen.http.limit;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Singleton;

import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.http.problem.Problems;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** The answer to who asks for more than it may. */
@Singleton
class Refusal {

    private final Problems problems;

    Refusal(Problems problems) {
        this.problems = problems;
    }

    /**
     * Refuses.
     *
     * @param why the beginning of a sentence
     * @param wait until the same may be asked for again; rounded up to seconds, and at least one, because 0 would mean that
     *     there was no reason to refuse
     * @param violated names of the limits
     */
    void answer(RoutingContext exchange, ProblemType type, String why, Duration wait, List<String> violated) {
        Duration seconds = wholeSeconds(wait);
        problems.answer(exchange, new Failure.OverLimit(type, why + "; ask again in " + seconds.toSeconds() + " s.",
                seconds, violated, hasBody(exchange.request())));
    }

    /** Rounded up, and at least one. */
    static Duration wholeSeconds(Duration wait) {
        return Duration.ofSeconds(Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds()));
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** What follows on the connection would be read as another request otherwise. */
    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.headers().contains("Transfer-Encoding") || length != null && !length.strip().equals("0");
    }
}
