package io.focusgen.http.guard;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.focusgen.guard.Caller;
import io.focusgen.guard.Scope;
import io.focusgen.guard.session.Session;
import io.focusgen.http.filter.FilterOrder;
import io.focusgen.http.offer.Endpoint;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets in whoever may come in, and remembers who it is: {@link Caller#of} finds it from here on. What is open to everybody is
 * not asked about.
 */
@ApplicationScoped
public class Identification {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Gate gate;
    private final Problems problems;

    Identification(Gate gate, Problems problems) {
        this.gate = gate;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        FilterOrder.IDENTIFICATION.register(filters, this::identify);
    }

    private void identify(RoutingContext exchange) {
        Optional<Endpoint> endpoint = Endpoint.at(exchange.normalizedPath());
        HttpMethod method = exchange.request().method();
        if (endpoint.isEmpty() || endpoint.get().open() || method.equals(HttpMethod.OPTIONS)
        // Whoever opens a session says so in a body, too: the resource reads it.
                || endpoint.get() == Endpoint.SESSION && method.equals(HttpMethod.POST)) {
            exchange.next();
            return;
        }
        try {
            Context home = Vertx.currentContext();
            gate.caller(exchange).subscribe().with(found -> on(home, () -> admit(exchange, endpoint.get(), found)),
                    failure -> on(home, () -> refuse(exchange, failure)));
        } catch (ProblemException refused) {
            problems.answer(exchange, refused.failure());
        }
    }

    /** What follows belongs to the thread of the connection, on which most callers are found at once. */
    private static void on(Context home, Runnable next) {
        if (Vertx.currentContext() == home) {
            next.run();
        } else {
            home.runOnContext(now -> next.run());
        }
    }

    private void refuse(RoutingContext exchange, Throwable failure) {
        if (failure instanceof ProblemException known) {
            problems.answer(exchange, known.failure());
        } else {
            exchange.fail(failure);
        }
    }

    private void admit(RoutingContext exchange, Endpoint endpoint, Caller caller) {
        Session session = Gate.session(exchange);
        Optional<Scope> needed = endpoint.scope();
        if (session != null && !SAFE.contains(exchange.request().method().name()) && !gate.isMeant(exchange, session)) {
            problems.answer(exchange, Refusals.notMeant().failure());
        } else if (needed.isPresent() && !caller.scopes().contains(needed.get())) {
            problems.answer(exchange, Refusals.lacks(needed.get(), caller.scopes()).failure());
        } else {
            caller.remember(exchange);
            exchange.next();
        }
    }
}
