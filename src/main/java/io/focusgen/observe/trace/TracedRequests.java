package io.focusgen.observe.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.focusgen.http.filter.FilterOrder;
import io.focusgen.http.offer.Endpoint;
import io.focusgen.http.problem.AccessLog;
import io.focusgen.http.problem.PathGuide;
import io.focusgen.http.problem.RequestId;
import io.focusgen.http.problem.SentCalls;
import io.focusgen.http.streaming.StreamSteps;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;

/**
 * A span for each request, with one below it for its plan, its first byte, its stream, and each call to Redis or another server
 * that it makes; and in the trace of a job one for each request that has ordered it, and each message about it. They say what is public of a request: its path as a template, never
 * its query, headers or address.
 */
@Singleton
public class TracedRequests implements StreamSteps, SentCalls {

    private static final String ATTRIBUTE = "focus.span";
    private static final String INTERNAL = "internal";
    private static final String JOBS = Endpoint.JOBS.template() + '/';

    private static final List<String> OPERATIONS = List.of("/q/", "/health", "/metrics");
    private static final Pattern METHOD = Pattern.compile("[A-Z]{3,7}");
    private static final int FAULT = 500;

    private final Spans spans;
    private final PathGuide guide;

    /** A call that is not answered yet. */
    private record Call(Spans.Place place, String what, long from) {
    }

    TracedRequests(Spans spans, PathGuide guide) {
        this.spans = spans;
        this.guide = guide;
    }

    void register(@Observes Filters filters) {
        if (spans.on()) {
            FilterOrder.TRACE.register(filters, this::follow);
        }
    }

    private void follow(RoutingContext exchange) {
        String path = String.valueOf(exchange.request().path());
        if (exchange.get(ATTRIBUTE) != null || OPERATIONS.stream().anyMatch(path::startsWith)) {
            exchange.next();
            return;
        }
        Spans.Place place = spans.begin(exchange.request().getHeader("traceparent"));
        long from = System.nanoTime();
        exchange.put(ATTRIBUTE, place);
        RequestId.traced(exchange, place.trace());
        Context context = Vertx.currentContext();
        if (context instanceof ContextInternal inner && inner.isDuplicate()) {
            inner.localContextData().put(ATTRIBUTE, place);
        }
        exchange.addEndHandler(ended -> end(exchange, place, from, path,
                AccessLog.whole(exchange, ended.succeeded())));
        exchange.next();
    }

    private void end(RoutingContext exchange, Spans.Place place, long from, String path, boolean whole) {
        String given = exchange.request().method().name();
        String method = METHOD.matcher(given).matches() ? given : "OTHER";
        String template = guide.template(path);
        int status = exchange.response().getStatusCode();
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("http.request.method", method);
        attributes.put("http.route", template);
        attributes.put("http.response.status_code", (long) status);
        attributes.put("http.response.body.size", AccessLog.bytes(exchange));
        attributes.put("focus.request_id", RequestId.of(exchange));
        String failure = status >= FAULT ? Integer.toString(status) : whole ? null : "broken-off";
        long now = System.nanoTime();
        Optional<String> job = order(exchange);
        if (job.isPresent()) {
            Spans.Place order = spans.of(job.get());
            order.below().linkedTo(place).end("order", INTERNAL, from, now,
                    Map.of("focus.request_id", RequestId.of(exchange)), null);
            attributes.put("focus.job", job.get());
            place.linkedTo(order).end(method + " " + template, "server", from, now, attributes, failure);
        } else {
            place.end(method + " " + template, "server", from, now, attributes, failure);
        }
    }

    /** The job that a request has asked for and got. */
    private static Optional<String> order(RoutingContext exchange) {
        String location = exchange.response().headers().get("Location");
        return location != null && location.startsWith(JOBS) && exchange.request().method().equals(HttpMethod.POST)
                ? Optional.of(location.substring(JOBS.length()))
                : Optional.empty();
    }

    @Override
    public void done(RoutingContext exchange, Step step, long from, long to, @Nullable String failure) {
        Spans.Place place = exchange.get(ATTRIBUTE);
        if (place != null) {
            place.below().end(step.name().toLowerCase(Locale.ROOT).replace('_', ' '), INTERNAL, from, to, Map.of(),
                    failure);
        }
    }

    @Override
    public @Nullable Object sent(Context context, @Nullable String job, String what,
            BiConsumer<String, String> headers) {
        if (!spans.on()) {
            return null;
        }
        if (job != null) {
            Spans.Place place = spans.of(job).below();
            place.tell(headers);
            return new Call(place, "webhook", System.nanoTime());
        }
        return context instanceof ContextInternal inner && inner.isDuplicate()
                && inner.localContextData().get(ATTRIBUTE) instanceof Spans.Place place
                        ? new Call(place.below(), what, System.nanoTime())
                        : null;
    }

    @Override
    public void answered(Object call, @Nullable Throwable failure) {
        if (call instanceof Call known) {
            known.place.end(known.what, "client", known.from, System.nanoTime(), Map.of(),
                    failure == null ? null : failure.getClass().getSimpleName());
        }
    }
}
