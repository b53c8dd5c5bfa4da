package io.focusgen.job.webhook;

import java.net.InetAddress;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * Sends messages to receivers. No circuit breaker: receivers have nothing to do with each other, and each has its own time to
 * be tried again. No retry, for the same reason.
 */
@ApplicationScoped
public class WebhookCalls {

    static final int TIMEOUT_SECONDS = 15;

    static final int AT_ONCE = 16;
    private static final int CONNECT_MILLIS = 5000;

    /** Of an answer nothing but its status is of interest; more than this is not read to its end. */
    private static final long MOST_ANSWER = 64 << 10;

    private final HttpClient client;
    private final Duration timeout;

    /** Trusts whom this Java trusts. */
    @Inject
    public WebhookCalls(Vertx vertx) {
        this(vertx, new HttpClientOptions(), Duration.ofSeconds(TIMEOUT_SECONDS));
    }

    /** Connections are made for a single message: the next one has its name looked up again. */
    WebhookCalls(Vertx vertx, HttpClientOptions options, Duration timeout) {
        this.timeout = timeout;
        client = vertx.createHttpClient(options.setKeepAlive(false).setMaxPoolSize(AT_ONCE)
                .setConnectTimeout(CONNECT_MILLIS).setIdleTimeout(TIMEOUT_SECONDS));
    }

    /**
     * Posts JSON to a receiver and follows no redirect.
     *
     * @param url whose host is what TLS asks for and the header {@code Host} names
     * @param address to connect to; the host is not looked up again
     * @return the status of the answer
     */
    @Timeout(value = TIMEOUT_SECONDS, unit = ChronoUnit.SECONDS)
    @Bulkhead(value = AT_ONCE, waitingTaskQueue = AT_ONCE)
    public Uni<Integer> post(WebhookUrl url, InetAddress address, Map<String, String> headers, String body) {
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST).setSsl(url.tls()).setHost(url.host())
                .setPort(url.port()).setURI(url.target()).setFollowRedirects(false)
                .setServer(SocketAddress.inetSocketAddress(url.port(), literal(address)))
                .setTimeout(timeout.toMillis());
        headers.forEach(options::putHeader);
        return Uni.createFrom().completionStage(() -> client.request(options)
                .compose(request -> request.send(body).compose(answer -> status(request, answer))).toCompletionStage());
    }

    /** Without the name that it was found by, so that nobody is asked about that again. */
    private static String literal(InetAddress address) {
        return address.getHostAddress();
    }

    private static Future<Integer> status(HttpClientRequest request, HttpClientResponse answer) {
        long[] read = {0};
        answer.handler(part -> {
            read[0] += part.length();
            if (read[0] > MOST_ANSWER) {
                request.reset();
            }
        });
        // What comes behind the head cannot change what the receiver has said.
        answer.exceptionHandler(ignored -> request.reset());
        return Future.succeededFuture(answer.statusCode());
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
