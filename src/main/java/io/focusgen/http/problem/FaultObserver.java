package io.focusgen.http.problem;

import io.vertx.ext.web.RoutingContext;

/** Hears of failures that are ours, not those of requests. Called on event loops: must not block. */
public interface FaultObserver {

    /** A request could not be answered as it should have been. */
    void fault(RoutingContext exchange, Throwable failure);
}
