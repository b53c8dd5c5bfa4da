package io.focusgen.http.limit;

import java.util.Optional;

import io.focusgen.guard.Caller;
import io.focusgen.http.offer.Endpoint;
import io.vertx.ext.web.RoutingContext;

/** What a caller may have so many of at once, of each kind by itself. Each process counts its own. */
enum AtOnce {
    /** Answers with rows, and files of jobs. */
    STREAMS("streams", "answers with rows or files of jobs under way", ""),
    /** Answers with the events of a job: they take hardly any work, but as long as the job does. */
    LISTENERS("listeners", "events of jobs under way", "listeners:");

    private static final int OK = 200;
    private static final int PART = 206;

    private final String label;
    private final String what;
    private final String before;

    AtOnce(String label, String what, String before) {
        this.label = label;
        this.what = what;
        this.before = before;
    }

    /** As in headers: {@code streams}. */
    String label() {
        return label;
    }

    /** As in a sentence, in the plural. */
    String what() {
        return what;
    }

    /** Under what its places are counted. */
    String of(Caller caller) {
        return before + caller.id();
    }

    /** What this request is one of while it is answered; nothing for what is answered at once. */
    static Optional<AtOnce> of(RoutingContext exchange) {
        if (exchange.request().method().name().equals("HEAD")) {
            return Optional.empty();
        }
        return endpoint(exchange).flatMap(endpoint -> switch (endpoint) {
            case EXPORT, PRICE_LIST, PRICE_LIST_AS_CSV, TRUTH, BUNDLE, JOB_FILE -> Optional.of(STREAMS);
            case JOB_EVENTS -> Optional.of(LISTENERS);
            default -> Optional.empty();
        });
    }

    /** Whether the answer whose head is about to be sent goes on for long, without the slot of a stream. */
    static boolean goesOn(RoutingContext exchange) {
        int status = exchange.response().getStatusCode();
        return (status == OK || status == PART) && endpoint(exchange)
                .filter(endpoint -> endpoint == Endpoint.JOB_FILE || endpoint == Endpoint.JOB_EVENTS).isPresent();
    }

    private static Optional<Endpoint> endpoint(RoutingContext exchange) {
        return Endpoint.at(exchange.normalizedPath());
    }
}
