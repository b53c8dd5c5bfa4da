package io.focusgen.http.job;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/** Who asks. */
final class Caller {

    private Caller() {
    }

    /** The address of the client, as long as there is nothing better to know it by. */
    static String of(RoutingContext exchange) {
        SocketAddress address = exchange.request().remoteAddress();
        String host = address == null ? null : address.hostAddress();
        return host == null ? "local" : host;
    }
}
