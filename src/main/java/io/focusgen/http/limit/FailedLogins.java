package io.focusgen.http.limit;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.focusgen.guard.Caller;
import io.focusgen.guard.ClientAddress;
import io.focusgen.guard.LoginObserver;
import io.focusgen.http.filter.FilterOrder;
import io.focusgen.http.offer.Endpoint;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.limit.Limits;
import io.focusgen.limit.Suspicion;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets nobody try keys for long: an address from which too many were refused waits before the next one is looked at. Who asks
 * from there without a key, or for what is open to everybody, does not wait.
 */
@ApplicationScoped
public class FailedLogins implements LoginObserver {

    /** An address that tries keys is another offender than one that asks too often. */
    private static final String OFFENDER = "login:";

    private static final List<String> CREDENTIALS = List.of("Authorization", "X-API-Key");

    private static final String SESSION_COOKIE = "focus-session";

    private final Limits limits;
    private final Suspicion suspicion;
    private final Refusal refusal;

    FailedLogins(Limits limits, Suspicion suspicion, Refusal refusal) {
        this.limits = limits;
        this.suspicion = suspicion;
        this.refusal = refusal;
    }

    @Override
    public void failed(String address) {
        if (limits.settings().on()) {
            suspicion.record(OFFENDER + address);
        }
    }

    void register(@Observes Filters filters) {
        FilterOrder.FAILED_LOGINS.register(filters, this::look);
    }

    private void look(RoutingContext exchange) {
        if (!limits.settings().on() || !showsCredentials(exchange)) {
            exchange.next();
            return;
        }
        Duration wait = suspicion.waits(OFFENDER + Caller.at(ClientAddress.of(exchange)).id());
        if (wait.isZero()) {
            exchange.next();
        } else {
            refusal.answer(exchange, ProblemType.ABNORMAL_USAGE_DETECTED,
                    "Too many keys from your address were refused", wait, List.of());
        }
    }

    private static boolean showsCredentials(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        return Endpoint.at(exchange.normalizedPath()).filter(endpoint -> !endpoint.open())
                .filter(endpoint -> CREDENTIALS.stream().anyMatch(request.headers()::contains)
                        || request.getCookie(SESSION_COOKIE) != null
                        || endpoint == Endpoint.SESSION && request.method().name().equals("POST"))
                .isPresent();
    }
}
