package io.focusgen.http.guard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jspecify.annotations.Nullable;

import io.focusgen.http.browser.Origins;
import io.focusgen.http.filter.FilterOrder;
import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.http.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses what a page of somebody else makes a browser ask for: everything that changes something, and everything that makes
 * work without anybody seeing an answer, as an image does. Links and downloads stay possible, and whatever does not come from
 * a browser. Believes Sec-Fetch-Site, which no page can set; browsers too old for it send Origin with what matters.
 */
@ApplicationScoped
public class CrossSite {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** A page of ours, or nobody's: typed, bookmarked, dropped. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private static final String API = "/api/";

    private static final String FOREIGN_READER = "A page of another origin embeds this address or reads it by a script, and"
            + " none but those of the origins in CORS_ORIGINS would be shown the answer. A link to it works.";

    private final Gate gate;
    private final Origins origins;
    private final Problems problems;

    CrossSite(Gate gate, Origins origins, Problems problems) {
        this.gate = gate;
        this.origins = origins;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        FilterOrder.CROSS_SITE.register(filters, this::refuse);
    }

    private void refuse(RoutingContext exchange) {
        Optional<String> refusal = ofName(exchange).or(() -> SAFE.contains(exchange.request().method().name())
                ? ofReading(exchange)
                : ofChanging(exchange.request()));
        if (refusal.isPresent()) {
            problems.answer(exchange, new Failure.Told(ProblemType.CROSS_SITE_REQUEST, refusal.get(), null));
        } else {
            exchange.next();
        }
    }

    /**
     * Where whoever is on this machine may do everything, a page elsewhere must not get in by having a name of its own mean this
     * machine: to the browser that name is one origin with the page.
     */
    private Optional<String> ofName(RoutingContext exchange) {
        String host = exchange.request().getHeader("Host");
        return host == null || !gate.letsOwnerIn() || !exchange.normalizedPath().startsWith(API) || LocalName.is(host)
                ? Optional.empty()
                : Optional.of("This service is open to whoever is on its machine, and is asked by a name that is not"
                        + " this machine's own. Ask localhost, 127.0.0.1 or [::1]; to be known by other names it needs API"
                        + " keys, an identity provider or AUTH=none.");
    }

    private Optional<String> ofChanging(HttpServerRequest request) {
        MultiMap headers = request.headers();
        List<String> sites = headers.getAll("Sec-Fetch-Site");
        List<String> senders = headers.getAll("Origin");
        boolean ours = sites.isEmpty()
                ? senders.isEmpty() || ours(senders, request)
                : sites.size() == 1 && OURS.contains(sites.get(0));
        return ours || trusted(senders, headers)
                ? Optional.empty()
                : Optional.of(
                        "A page of another origin made this request, and what changes something is taken from pages of this"
                                + " service and of the origins in CORS_ORIGINS only.");
    }

    private Optional<String> ofReading(RoutingContext exchange) {
        MultiMap headers = exchange.request().headers();
        if (!exchange.normalizedPath().startsWith(API) || exchange.request().method().name().equals("OPTIONS")) {
            return Optional.empty();
        }
        String mode = headers.get("Sec-Fetch-Mode");
        List<String> senders = headers.getAll("Origin");
        if (mode == null) {
            return !gate.letsOwnerIn() || senders.isEmpty() || ours(senders, exchange.request()) || readable(senders)
                    ? Optional.empty()
                    : Optional.of(FOREIGN_READER);
        }
        List<String> sites = headers.getAll("Sec-Fetch-Site");
        boolean ours = sites.size() == 1 && OURS.contains(sites.get(0));
        String place = headers.get("Sec-Fetch-Dest");
        boolean link = mode.equals("navigate") && (place == null || place.equals("document") || place.equals("empty"));
        return ours || sites.isEmpty() || link || mode.equals("cors") && readable(senders)
                ? Optional.empty()
                : Optional.of(FOREIGN_READER);
    }

    private static boolean ours(List<String> senders, HttpServerRequest request) {
        return senders.size() == 1 && sameHost(senders.get(0), request.getHeader("Host"));
    }

    private boolean readable(List<String> senders) {
        return origins.any() || senders.size() == 1 && origins.listed(senders.get(0));
    }

    /** Where every origin may read, one may change what its own key lets it: keys are never sent by themselves. */
    private boolean trusted(List<String> senders, MultiMap headers) {
        return senders.size() == 1 && origins.listed(senders.get(0))
                || origins.any() && gate.identifies()
                        && (headers.contains("Authorization") || headers.contains("X-API-Key"))
                        && !headers.contains("Cookie");
    }

    /** The scheme is left out: behind a proxy it is another one than the browser knows. */
    private static boolean sameHost(String origin, @Nullable String host) {
        int scheme = origin.indexOf("://");
        return host != null && scheme > 0 && plain(origin.substring(scheme + 3), origin.substring(0, scheme))
                .equals(plain(host, origin.substring(0, scheme)));
    }

    /** In lower case, without the port that is usual for the scheme. */
    private static String plain(String authority, String scheme) {
        String lower = authority.toLowerCase(Locale.ROOT);
        String usual = scheme.equals("https") ? ":443" : ":80";
        return lower.endsWith(usual) ? lower.substring(0, lower.length() - usual.length()) : lower;
    }
}
