package io.focusgen.http.filter;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * The places of all filters, in the order in which a request meets them. There are four groups: what belongs to every answer,
 * so that it is there whoever answers; what can be refused by the look of the head alone, the greatest mistake first; who
 * asks; and last what that caller may still have. Each costs more than the one before, so that what is refused is refused
 * cheaply.
 */
public enum FilterOrder {
    /** Names the request: whatever fails from here on has a name. */
    REQUEST_ID(10_000),
    /** The span of the request, where traces are sent: its id belongs to the name. */
    TRACE(9_990),
    /** What every answer tells browsers, a refusal too. */
    SECURITY_HEADERS(9_950),
    /** Which pages of others may read the answer: a page must be able to read a refusal as well. */
    CORS(9_941),
    /** Who may keep the answer, decided when its head is written. */
    CACHING_RULES(9_940),
    /** Whether the connection goes on behind the answer. */
    ENDING(9_930),
    /** The line in the log; behind the name that stands in it, before all that may refuse. */
    ACCESS_LOG(9_900),
    /** Where the client is, which all that counts or knows callers asks for. */
    CLIENT_ADDRESS(9_800),

    /** Paths that cannot be decoded; before all that looks at paths. */
    READABLE_PATH(9_003),
    /** Requests for data sets are counted, whoever answers them: before all that refuses one whose path can be read. */
    EXPORT_COUNTS(9_002),
    /** What two servers may read differently: nothing else in such a request can be believed. */
    AMBIGUOUS_HEAD(9_000),
    /** Bodies announced as too large; before the server's own limit, which would answer without a word. */
    LARGE_BODY(8_999),
    /** Paths that there are not, then methods that a path does not take: operations would answer any of them. */
    PATH_AND_METHOD(8_000),
    /** What a page of somebody else has made a browser ask for; before a credential that the browser has added is looked at. */
    CROSS_SITE(7_001),
    /** Bodies of methods that have none; a wrong method is the greater mistake. */
    UNEXPECTED_BODY(7_000),

    /** Addresses that try keys; before a key is looked at. */
    FAILED_LOGINS(6_600),
    /** Who asks, and whether they may ask that. */
    IDENTIFICATION(6_500),

    /** The answer to OPTIONS, the same for every path; it is not counted, because browsers ask it unasked. */
    OPTIONS(6_000),
    /** How often a caller may ask; needs to know who it is. */
    REQUEST_LIMITS(5_500),
    /** While very much is refused for want of places, the rest: only what is counted against its caller is refused so. */
    EARLY_REFUSAL(5_000);

    private final int priority;

    FilterOrder(int priority) {
        this.priority = priority;
    }

    /** The higher, the earlier; with room between them. */
    public int priority() {
        return priority;
    }

    /** Puts a filter in this place: for the one class whose place it is. */
    public void register(Filters filters, Handler<RoutingContext> filter) {
        filters.register(filter, priority);
    }
}
