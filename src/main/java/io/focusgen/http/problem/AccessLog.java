package io.focusgen.http.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.jspecify.annotations.Nullable;

import io.focusgen.guard.Caller;
import io.focusgen.http.filter.FilterOrder;
import io.focusgen.spec.Violation;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * One line per request, when it is over: method, target (at most 100 characters of it), status, bytes, milliseconds, and
 * whether the connection broke. As JSON the same, and more, stands in fields of its own: {@code caller method path status
 * outcome spec rows job bytes firstByteMs durationMs}. Operations that machines ask every few seconds stand at DEBUG.
 */
@ApplicationScoped
public class AccessLog {

    /** The name to configure, as in {@code quarkus.log.category."io.focusgen.access".level}. */
    static final String CATEGORY = "io.focusgen.access";

    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final List<String> OPERATIONS = List.of("/q/", "/health", "/metrics");

    private static final String STARTED = "focus.started";
    private static final String FIRST_BYTE = "focus.first-byte";
    private static final String OUTCOME = "focus.outcome";
    private static final String JOB = "focus.job";
    private static final String SENT = "focus.sent";

    /** What was sent of a body of so many bytes. */
    private record Sent(LongSupplier bytes, long all) {
    }

    private final PathGuide guide;
    private final CallerNames names = new CallerNames();

    AccessLog(PathGuide guide) {
        this.guide = guide;
    }

    void register(@Observes Filters filters) {
        FilterOrder.ACCESS_LOG.register(filters, this::follow);
    }

    /** When the head of this request was read, as {@link System#nanoTime()} has it. */
    public static long started(RoutingContext exchange) {
        Long started = exchange.get(STARTED);
        return started == null ? System.nanoTime() : started;
    }

    /** Says more about the end of this request than whether the connection broke, such as {@code failed}. */
    public static void outcome(RoutingContext exchange, String outcome) {
        exchange.put(OUTCOME, outcome);
    }

    /** Says which job this request asked for. @param id of a new one, or of the earlier one that answers it */
    public static void job(RoutingContext exchange, String id) {
        exchange.put(JOB, id);
    }

    /**
     * Says how much of a body was sent, where the server counts as sent what it has only begun to send.
     *
     * @param sent bytes so far
     * @param all bytes of the whole body
     */
    public static void counts(RoutingContext exchange, LongSupplier sent, long all) {
        exchange.put(SENT, new Sent(sent, all));
    }

    /** Bytes of the body that were sent until now. */
    public static long bytes(RoutingContext exchange) {
        Sent sent = exchange.get(SENT);
        return sent == null || !exchange.response().headWritten()
                ? exchange.response().bytesWritten()
                : sent.bytes.getAsLong();
    }

    /** Whether the client got all. @param ended what the server says at the end */
    public static boolean whole(RoutingContext exchange, boolean ended) {
        Sent sent = exchange.get(SENT);
        return ended && (sent == null || sent.bytes.getAsLong() >= sent.all);
    }

    private void follow(RoutingContext exchange) {
        if (exchange.get(STARTED) != null) {
            // Sent on to another path.
            exchange.next();
            return;
        }
        exchange.put(STARTED, System.nanoTime());
        exchange.addHeadersEndHandler(head -> exchange.put(FIRST_BYTE, System.nanoTime()));
        exchange.addEndHandler(ended -> over(exchange, whole(exchange, ended.succeeded())));
        exchange.next();
    }

    private void over(RoutingContext exchange, boolean whole) {
        HttpServerRequest request = exchange.request();
        long started = started(exchange);
        String told = exchange.get(OUTCOME);
        String outcome = told != null ? told : whole ? "answered" : "broken-off";
        Map<String, String> fields = fields(request, outcome, System.nanoTime() - started);
        RequestId.tell(exchange, fields);
        put(fields, "job", exchange.get(JOB));
        fields.put("bytes", Long.toString(bytes(exchange)));
        fields.put("caller", names.of(Caller.of(exchange)));
        fields.put("path", guide.template(String.valueOf(request.path())));
        Long first = exchange.get(FIRST_BYTE);
        if (first != null) {
            fields.put("firstByteMs", millis(first - started));
        }
        log(request, fields, whole ? "" : ", broken off");
    }

    /** A request that was answered before any router saw it. */
    static void unreadable(HttpServerRequest request, String requestId) {
        Map<String, String> fields = fields(request, "unreadable", 0);
        RequestId.tell(requestId, fields);
        log(request, fields, ", unreadable");
    }

    private static Map<String, String> fields(HttpServerRequest request, String outcome, long nanos) {
        HttpServerResponse response = request.response();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("method", Violation.echo(request.method().name()));
        fields.put("status", response.headWritten() ? Integer.toString(response.getStatusCode()) : "unanswered");
        fields.put("outcome", outcome);
        put(fields, "spec", response.headers().get("ETag"));
        put(fields, "rows", response.headers().get("Focus-Rows"));
        fields.put("bytes", Long.toString(response.bytesWritten()));
        fields.put("durationMs", millis(nanos));
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value.replace("\"", ""));
        }
    }

    private static String millis(long nanos) {
        return Long.toString(TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    /** With its fields in a map of its own: to put them into that of the thread, one by one, and out again costs as much as the line. */
    private static void log(HttpServerRequest request, Map<String, String> fields, String end) {
        String uri = String.valueOf(request.uri());
        Level level = OPERATIONS.stream().anyMatch(uri::startsWith) ? Level.DEBUG : Level.INFO;
        if (!LOG.isLoggable(level)) {
            return;
        }
        String text = fields.get("method") + ' ' + Violation.echo(uri) + ' ' + fields.get("status") + ", "
                + fields.get("bytes") + " bytes in " + fields.get("durationMs") + " ms" + end;
        ExtLogRecord line = new ExtLogRecord(level, text, ExtLogRecord.FormatStyle.NO_FORMAT,
                AccessLog.class.getName());
        line.setMdc(fields);
        LOG.logRaw(line);
    }
}
