package io.focusgen.archfixture.stream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** Buffers are its business, responses are not. */
@SuppressWarnings("FutureReturnValueIgnored")
public final class KnowsServer {

    void write(HttpServerResponse response) {
        response.write(Buffer.buffer("late"));
    }
}
