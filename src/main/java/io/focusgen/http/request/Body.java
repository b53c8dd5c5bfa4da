package io.focusgen.http.request;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.http.problem.Problems;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/** Reads bodies as they arrive, on the event loop: no thread waits for a slow or broken client. */
@Singleton
public class Body {

    /** Of the heap, where nothing else is configured. */
    private static final int HEAP_SHARE = 16;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Problems problems;
    private final int mostBytes;
    private final long millis;
    private final long mostHeld;
    /** Bytes of all bodies that are not complete yet. */
    private final AtomicLong held = new AtomicLong();

    Body(Problems problems, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most,
            RequestConfig config) {
        this.problems = problems;
        mostBytes = Math.toIntExact(most.asLongValue());
        millis = Math.max(1, config.bodyTimeout().toMillis());
        mostHeld = config.bodyMemory().map(MemorySize::asLongValue)
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }

    /**
     * What the body of this request gives. Must be called before anything else has happened to the request.
     *
     * @return fails with a {@link ProblemException} where the body cannot be read
     */
    public Uni<Given> read(RoutingContext exchange) {
        boolean json = announced(exchange.request().headers()) && MediaTypes.sayJson(exchange.request().headers());
        return Uni.createFrom().<Buffer>emitter(emitter -> new Reading(exchange, emitter).start())
                .map(body -> {
                    if (body.length() == 0) {
                        return new Given(Map.of(), List.of());
                    }
                    if (!json) {
                        throw MediaTypes.missing();
                    }
                    return JsonBody.parse(text(body.getBytes()));
                });
    }

    /** Where none is, its type says nothing: tools name one all the same. */
    private static boolean announced(MultiMap headers) {
        String length = headers.get("Content-Length");
        return headers.contains("Transfer-Encoding") || length != null && !length.strip().equals("0");
    }

    /** One body on its way. Everything happens on the event loop of its connection. */
    private final class Reading {

        private final RoutingContext exchange;
        private final UniEmitter<? super Buffer> emitter;
        private final Buffer arrived = Buffer.buffer();
        private long timer;
        private boolean over;

        Reading(RoutingContext exchange, UniEmitter<? super Buffer> emitter) {
            this.exchange = exchange;
            this.emitter = emitter;
        }

        void start() {
            HttpServerRequest request = exchange.request();
            if (request.isEnded()) {
                emitter.complete(arrived);
                return;
            }
            timer = exchange.vertx().setTimer(millis, late -> fail(ProblemType.REQUEST_TIMEOUT,
                    "The body was not complete after " + millis + " ms."));
            request.exceptionHandler(this::broken);
            request.endHandler(ended -> end(() -> emitter.complete(arrived)));
            request.handler(this::take);
            request.resume();
            if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
                exchange.response().writeContinue();
            }
        }

        private void take(Buffer part) {
            if (over) {
                return;
            }
            if (arrived.length() + part.length() > mostBytes) {
                fail(ProblemType.CONTENT_TOO_LARGE, "A body may have " + mostBytes + " bytes.");
                return;
            }
            arrived.appendBuffer(part);
            if (held.addAndGet(part.length()) > mostHeld) {
                end(() -> emitter.fail(new ProblemException(new Failure.Overloaded(RETRY_AFTER, true))));
            }
        }

        /**
         * The connection is closed as soon as this returns, so whatever there is to say is written now, past everyone, and
         * that is the end of the exchange.
         */
        private void broken(Throwable thrown) {
            if (thrown instanceof HttpClosedException) {
                fail(ProblemType.MALFORMED_REQUEST, "The body was cut off.");
                return;
            }
            end(() -> {
                problems.answer(exchange, new Failure.Unreadable(ProblemType.MALFORMED_REQUEST,
                        "The body is not framed as HTTP says.", null, false));
                ((ConnectionBase) exchange.request().connection()).channel().flush();
            });
        }

        private void fail(ProblemType type, String detail) {
            end(() -> emitter.fail(new ProblemException(new Failure.Unreadable(type, detail, null, true))));
        }

        private void end(Runnable outcome) {
            if (!over) {
                over = true;
                held.addAndGet(-arrived.length());
                exchange.vertx().cancelTimer(timer);
                outcome.run();
            }
        }
    }

    /** Strict, because a letter replaced by a question mark would be another value than the one given. */
    static String text(byte[] bytes) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (!result.isError()) {
            return text.toString();
        }
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        int column = text.length() - text.toString().lastIndexOf('\n');
        Failure.Position position = new Failure.Position(line, column);
        throw new ProblemException(new Failure.Unreadable(ProblemType.MALFORMED_BODY,
                "The body cannot be read at " + position + ". It is not UTF-8 there.", position, false));
    }
}
