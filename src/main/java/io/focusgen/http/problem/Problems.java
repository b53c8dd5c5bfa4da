package io.focusgen.http.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.http.browser.SecurityHeaders;
import io.focusgen.http.problem.Failure.Plain;
import io.focusgen.http.problem.Failure.Refused;
import io.focusgen.http.problem.Failure.Unknown;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Turns every failure into a {@link Problem}: the one place where failures get a status. */
@Singleton
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private static final long LINGER_MILLIS = 2_000;

    private final ObjectMapper json;
    private final PathGuide guide;
    private final SecurityHeaders security;
    private final Instance<FaultObserver> faults;

    Problems(ObjectMapper json, PathGuide guide, SecurityHeaders security, @Any Instance<FaultObserver> faults) {
        this.json = json;
        this.guide = guide;
        this.security = security;
        this.faults = faults;
    }

    @ServerExceptionMapper
    Response refused(RefusedException refused, RoutingContext exchange) {
        return answer(new Refused(refused.violations()), exchange);
    }

    @ServerExceptionMapper
    Response problem(ProblemException problem, RoutingContext exchange) {
        return answer(problem.failure(), exchange);
    }

    /** Separate from the next, because only a mapper of its own is asked where no resource matches the path. */
    @ServerExceptionMapper
    Response notFound(NotFoundException notFound, RoutingContext exchange) {
        return answer(of(404, exchange), exchange);
    }

    @ServerExceptionMapper
    Response chosenByLibrary(WebApplicationException chosen, RoutingContext exchange) {
        int status = chosen.getResponse().getStatus();
        if (status < 400) {
            return chosen.getResponse();
        }
        if (status >= 500) {
            log(chosen, exchange);
        }
        return answer(of(status, exchange), exchange);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable unexpected, RoutingContext exchange) {
        log(unexpected, exchange);
        return answer(of(500, exchange), exchange);
    }

    /** Answers what never reached a resource and has only a status to show for it. */
    public void answer(RoutingContext exchange, int status, @Nullable Throwable failure) {
        Failure known = failure instanceof ProblemException problem ? problem.failure() : of(status, exchange);
        if (known.type().status() >= 500) {
            log(failure, exchange);
        }
        answer(exchange, known);
    }

    /** Answers what never reached a resource. */
    public void answer(RoutingContext exchange, Failure failure) {
        if (exchange.response().headWritten()) {
            exchange.response().reset();
            return;
        }
        closeAfter(exchange, failure);
        write(exchange.request(), failure, RequestId.of(exchange));
    }

    /** Answers a request that is none to any router. */
    void write(HttpServerRequest request, Failure failure, String requestId) {
        HttpServerResponse response = request.response();
        RequestId.mark(response, requestId);
        security.mark(request);
        response.setStatusCode(failure.type().status()).putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store");
        failure.headers().forEach(response::putHeader);
        response.end(text(failure, requestId));
    }

    /** The log names the request by its X-Request-Id; the query may be long and is not needed to find it. */
    private void log(@Nullable Throwable failure, RoutingContext exchange) {
        if (failure != null && !(failure instanceof ProblemException)) {
            faults.forEach(each -> each.fault(exchange, failure));
        }
        RequestId.around(exchange, () -> LOG.errorf(failure, "%s %s failed", exchange.request().method(),
                path(exchange)));
    }

    /** The failure behind a status that says too little by itself. */
    private Failure of(int status, RoutingContext exchange) {
        ProblemType type = ProblemType.ofStatus(status);
        return type == ProblemType.UNKNOWN_PATH ? unknownPath(exchange) : new Plain(type);
    }

    /** There is nothing where this request asks. */
    public Failure unknownPath(RoutingContext exchange) {
        String path = path(exchange);
        return new Unknown(ProblemType.UNKNOWN_PATH, "There is nothing at " + path + ".", guide.paths(),
                guide.nearest(path).orElse(null));
    }

    /** As sent: the normalised one throws where it is not well encoded. */
    private static String path(RoutingContext exchange) {
        return Violation.echo(String.valueOf(exchange.request().path()));
    }

    private Response answer(Failure failure, RoutingContext exchange) {
        closeAfter(exchange, failure);
        Response.ResponseBuilder response = Response.status(failure.type().status())
                .header("Content-Type", Problem.MEDIA_TYPE).header("Cache-Control", "no-store")
                .entity(text(failure, RequestId.of(exchange)));
        failure.headers().forEach(response::header);
        return response.build();
    }

    private static void closeAfter(RoutingContext exchange, Failure failure) {
        if (failure.closes()) {
            exchange.response().putHeader("Connection", "close");
            exchange.addEndHandler(ended -> linger(exchange.request(), exchange.vertx()));
        }
    }

    /** A client that is still sending reads the answer only if it is not cut off meanwhile. */
    private static void linger(HttpServerRequest request, Vertx vertx) {
        HttpConnection connection = request.connection();
        if (request.isEnded()) {
            connection.close();
            return;
        }
        vertx.setTimer(LINGER_MILLIS, late -> connection.close());
        request.exceptionHandler(broken -> connection.close());
        request.endHandler(all -> connection.close());
        request.handler(unwanted -> {
            // Read, so that the client can finish sending, and forgotten.
        });
        request.resume();
    }

    private String text(Failure failure, String requestId) {
        try {
            return json.writeValueAsString(Problem.of(failure, requestId));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem is plain text and numbers", impossible);
        }
    }
}
