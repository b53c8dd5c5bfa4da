package io.focusgen.http.filter;

import io.vertx.ext.web.RoutingContext;

/** What a request remembers of a Redis that did not answer it: it waits for it no second time. */
public final class WithoutRedis {

    private static final String MARK = "focus.redis.silent";

    private WithoutRedis() {
    }

    /** Redis has not answered this request. May be called on any thread, before the request goes on. */
    public static void remember(RoutingContext exchange) {
        exchange.put(MARK, true);
    }

    /** Whether Redis has not answered this request. */
    public static boolean is(RoutingContext exchange) {
        return exchange.get(MARK) != null;
    }
}
