package io.focusgen.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;

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
     * @param arguments the port on the loopback address for http, then the one for https and its PKCS 12 file
     */
    public static void main(String... arguments) {
        int port = Integer.parseInt(arguments[0]);
        int tlsPort = Integer.parseInt(arguments[1]);
        PfxOptions key = new PfxOptions().setPath(arguments[2]).setPassword(SelfSigned.PASSWORD);
        Map<String, Stored> objects = new ConcurrentHashMap<>();
        Vertx.vertx().deployVerticle(new AbstractVerticle() {
            @Override
            public void start() {
                listen(vertx, options(), port, objects);
                listen(vertx, options().setSsl(true).setKeyCertOptions(key), tlsPort, objects);
            }
        }).onFailure(S3StandIn::fail);
    }

    /** The client asks for leave before it sends a part. */
    private static HttpServerOptions options() {
        return new HttpServerOptions().setHandle100ContinueAutomatically(true);
    }

    private static void listen(Vertx vertx, HttpServerOptions options, int port, Map<String, Stored> objects) {
        Future<?> unused = vertx.createHttpServer(options).requestHandler(request -> answer(request, objects))
                .listen(port, "127.0.0.1")
                .onFailure(S3StandIn::fail);
    }

    private static void answer(HttpServerRequest request, Map<String, Stored> objects) {
        AtomicLong length = new AtomicLong();
        String query = request.query() == null ? "" : request.query();
        request.handler(content -> length.addAndGet(content.length())).endHandler(end -> {
            String key = request.path();
            boolean ofPart = query.contains("partNumber");
            switch (request.method().name()) {
                case "PUT" -> {
                    Stored stored = ofPart
                            ? objects.get(key)
                            : new Stored(request.getHeader(MARK), new AtomicLong());
                    stored.bytes.addAndGet(length.get());
                    objects.put(key, stored);
                    request.response().putHeader("ETag", "\"" + length + "\"");
                    end(request, "");
                }
                case "HEAD" -> {
                    Stored stored = objects.get(key);
                    if (stored == null) {
                        request.response().setStatusCode(404);
                    } else {
                        request.response().putHeader(MARK, stored.mark).putHeader("Content-Length",
                                stored.bytes.toString());
                    }
                    Future<Void> unused = request.response().end();
                }
                case "POST" -> end(request, begin(request, query, objects));
                // There is nothing to list: what is begun is ended, and nobody reads.
                case "GET" -> end(request, query.contains("uploads")
                        ? "<ListMultipartUploadsResult></ListMultipartUploadsResult>"
                        : "<ListBucketResult></ListBucketResult>");
                default -> {
                    Future<Void> unused = request.response().setStatusCode(400).end();
                }
            }
        });
    }

    private static String begin(HttpServerRequest request, String query, Map<String, Stored> objects) {
        if (!query.startsWith("uploads")) {
            return "<CompleteMultipartUploadResult><ETag>1</ETag></CompleteMultipartUploadResult>";
        }
        objects.put(request.path(), new Stored(request.getHeader(MARK), new AtomicLong()));
        return "<InitiateMultipartUploadResult><UploadId>1</UploadId></InitiateMultipartUploadResult>";
    }

    private static void end(HttpServerRequest request, String body) {
        Future<Void> unused = request.response().end(body);
    }

    private static void fail(Throwable why) {
        why.printStackTrace();
        System.exit(1);
    }
}
