package io.focusgen.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * The most that Vert.x can send: the same 64 KiB again and again, as fast as the client takes them. Its path is the number
 * of bytes.
 */
public final class ConstantServer {

    private static final Buffer CONSTANT = Buffer.buffer(new byte[64 << 10]);

    private ConstantServer() {
    }

    /**
     * Serves until it is ended.
     *
     * @param arguments the port on the loopback address
     */
    public static void main(String... arguments) {
        int port = Integer.parseInt(arguments[0]);
        Vertx.vertx().deployVerticle(new AbstractVerticle() {
            @Override
            public void start() {
                vertx.createHttpServer()
                        .requestHandler(
                                request -> new Body(request.response(), Long.parseLong(request.path().substring(1)))
                                        .start())
                        .listen(port, "127.0.0.1").onFailure(ConstantServer::fail);
            }
        }).onFailure(ConstantServer::fail);
    }

    private static void fail(Throwable why) {
        why.printStackTrace();
        System.exit(1);
    }

    private static final class Body {

        private final HttpServerResponse response;
        private long left;

        Body(HttpServerResponse response, long bytes) {
            this.response = response;
            left = bytes;
        }

        void start() {
            response.setChunked(true).drainHandler(drained -> send());
            send();
        }

        private void send() {
            while (left > 0 && !response.writeQueueFull()) {
                left -= CONSTANT.length();
                // Lengths are whole buffers, so that each is the same.
                Future<Void> unused = response.write(CONSTANT);
            }
            if (left <= 0 && !response.ended()) {
                Future<Void> unused = response.end();
            }
        }
    }
}
