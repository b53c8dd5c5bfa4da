package io.focusgen.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/**
 * Answers like S3 but keeps only the length of what it is sent, so that little of the machine goes to it. Knows one upload
 * per object, no errors and no signatures.
 */
public final class S3StandIn {

    private static final String MARK = "x-amz-meta-focus-upload";

    private S3StandIn() {
    }

    /** What is known of an object. */
    private record Stored(String mark, AtomicLong bytes) {
    }

    /**
     * Serves until it is ended.
     *
     * @param arguments the port on the loopback address
     */
    public static void main(String... arguments) {
        int port = Integer.parseInt(arguments[0]);
        Map<String, Stored> objects = new ConcurrentHashMap<>();
        Vertx.vertx().deployVerticle(new AbstractVerticle() {
            @Override
            public void start() {
                // The client asks for leave before it sends a part.
                vertx.createHttpServer(new HttpServerOptions().setHandle100ContinueAutomatically(true))
                        .requestHandler(request -> answer(request, objects)).listen(port, "127.0.0.1")
                        .onFailure(S3StandIn::fail);
            }
        }).onFailure(S3StandIn::fail);
    }

    private static void answer(HttpServerRequest request, Map<String, Stored> objects) {
        AtomicLong length = new AtomicLong();
        String query = request.query() == null ? "" : request.query();
        request.handler(content -> length.addAndGet(content.length())).endHandler(end -> {
            String key = request.path();
            if (request.method() == HttpMethod.PUT) {
                objects.get(key).bytes.addAndGet(length.get());
                request.response().putHeader("ETag", "\"" + length + "\"");
                end(request, "");
            } else if (query.startsWith("uploads")) {
                objects.put(key, new Stored(request.getHeader(MARK), new AtomicLong()));
                end(request, "<InitiateMultipartUploadResult><UploadId>1</UploadId></InitiateMultipartUploadResult>");
            } else if (request.method() == HttpMethod.HEAD) {
                Stored stored = objects.get(key);
                request.response().putHeader(MARK, stored.mark).putHeader("Content-Length", stored.bytes.toString());
                Future<Void> unused = request.response().end();
            } else {
                end(request, "<CompleteMultipartUploadResult><ETag>1</ETag></CompleteMultipartUploadResult>");
            }
        });
    }

    private static void end(HttpServerRequest request, String body) {
        Future<Void> unused = request.response().end(body);
    }

    private static void fail(Throwable why) {
        why.printStackTrace();
        System.exit(1);
    }
}
