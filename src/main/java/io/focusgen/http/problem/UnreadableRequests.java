package io.focusgen.http.problem;

import java.util.Map;
import java.util.function.BiConsumer;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.focusgen.http.problem.Failure.Plain;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.Context;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.spi.VertxTracerFactory;
import io.vertx.core.spi.observability.HttpRequest;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.core.tracing.TracingPolicy;

/**
 * Explains requests that cannot be decoded (a Content-Length beyond 64 bits, a header without a colon, headers or a line
 * beyond their bounds, another version of the protocol): Vert.x answers these with a bare status before any router sees them. The handler that does so
 * belongs to the connection, where only a tracer meets the request before it is called; there is no other way in.
 */
@Singleton
public class UnreadableRequests implements VertxOptionsCustomizer {

    /** A header of every message to a receiver, and what stands before the id of the job in it. */
    private static final String WEBHOOK = "webhook-id";
    private static final String MESSAGE = "msg_";

    /** Looked up per request: Vert.x is made before everything else. */
    private final Instance<Problems> problems;
    private final Instance<SentCalls> calls;

    UnreadableRequests(Instance<Problems> problems, Instance<SentCalls> calls) {
        this.problems = problems;
        this.calls = calls;
    }

    /** The other way to give Vert.x a tracer is its builder, which Quarkus keeps to itself. */
    @Override
    @SuppressWarnings("deprecation")
    public void accept(VertxOptions options) {
        TracingOptions present = options.getTracingOptions();
        if (present != null) {
            throw new IllegalStateException("Vert.x has a tracer already: let it call the one of UnreadableRequests");
        }
        VertxTracerFactory factory = tracing -> new Watch();
        options.setTracingOptions(new TracingOptions().setFactory(factory));
    }

    private void explain(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        String id = RequestId.of(request);
        request.response().endHandler(ended -> AccessLog.unreadable(request, id));
        request.response().putHeader("Connection", "close");
        problems.get().write(request, failure(cause), id);
    }

    private static Failure failure(Throwable cause) {
        return cause instanceof UnknownVersionException version
                ? new Failure.Unreadable(ProblemType.MALFORMED_REQUEST, String.valueOf(version.getMessage()), null,
                        true)
                : new Plain(type(cause));
    }

    private static ProblemType type(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return ProblemType.URI_TOO_LONG;
        }
        return cause instanceof TooLongHttpHeaderException
                ? ProblemType.HEADERS_TOO_LARGE
                : ProblemType.MALFORMED_REQUEST;
    }

    private static @Nullable String job(@Nullable String message) {
        return message != null && message.startsWith(MESSAGE) ? message.substring(MESSAGE.length()) : null;
    }

    /** Looks at each request before it is handled, and tells of the calls to other servers. */
    private final class Watch implements VertxTracer<Object, Object> {

        @Override
        public <R> @Nullable Object receiveRequest(Context context, SpanKind kind, TracingPolicy policy, R request,
                String operation, Iterable<Map.Entry<String, String>> headers, TagExtractor<R> tagExtractor) {
            if (request instanceof HttpServerRequest received && received.decoderResult().isFailure()
                    && received.connection() instanceof HttpServerConnection connection) {
                connection.invalidRequestHandler(UnreadableRequests.this::explain);
            }
            return null;
        }

        @Override
        public <R> @Nullable Object sendRequest(Context context, SpanKind kind, TracingPolicy policy, R request,
                String operation, BiConsumer<String, String> headers, TagExtractor<R> tagExtractor) {
            if (request instanceof HttpRequest http) {
                return calls.get().sent(context, job(http.headers().get(WEBHOOK)), "http", headers);
            }
            return calls.get().sent(context, null, "redis", headers);
        }

        @Override
        public <R> void receiveResponse(Context context, R response, @Nullable Object call, @Nullable Throwable failure,
                TagExtractor<R> tagExtractor) {
            if (call != null) {
                calls.get().answered(call, failure);
            }
        }
    }
}
