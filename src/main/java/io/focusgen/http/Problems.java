package io.focusgen.http;

import java.util.List;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;
import io.vertx.ext.web.RoutingContext;

/** Turns every failure into a {@link Problem}: the one place where failures get a status. */
@Singleton
public class Problems {

    /** What every resource here takes. */
    static final String METHODS = "GET, HEAD, OPTIONS";

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    @ServerExceptionMapper
    Response refused(RefusedException refused, RoutingContext exchange) {
        return answer(Problem.of(refused.violations(), RequestId.of(exchange)));
    }

    @ServerExceptionMapper
    Response problem(ProblemException problem, RoutingContext exchange) {
        return answer(problem.problem(RequestId.of(exchange)));
    }

    /** Separate from the next, because only a mapper of its own is asked where no resource matches the path. */
    @ServerExceptionMapper
    Response notFound(NotFoundException notFound, RoutingContext exchange) {
        return answer(of(404, exchange));
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
        return answer(of(status, exchange));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable unexpected, RoutingContext exchange) {
        log(unexpected, exchange);
        return answer(of(500, exchange));
    }

    /** Answers what never reached a resource. */
    void answer(RoutingContext exchange, int status, @Nullable Throwable failure) {
        Problem problem = of(status, exchange);
        if (problem.status() >= 500) {
            log(failure, exchange);
        }
        if (exchange.response().headWritten()) {
            exchange.response().reset();
            return;
        }
        exchange.response().setStatusCode(problem.status()).putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store");
        exchange.response().end(text(problem));
    }

    /** The log names the request by its X-Request-Id; the query may be long and is not needed to find it. */
    private static void log(@Nullable Throwable failure, RoutingContext exchange) {
        LOG.errorf(failure, "%s %s failed", exchange.request().method(), path(exchange));
    }

    /** The problem behind a status that says too little by itself. */
    private static Problem of(int status, RoutingContext exchange) {
        String id = RequestId.of(exchange);
        String path = path(exchange);
        ProblemType type = ProblemType.ofStatus(status);
        return switch (type) {
            case UNKNOWN_PATH -> Problem.of(type, "There is nothing at " + path + ".", id);
            case METHOD_NOT_ALLOWED -> methodNotAllowed(exchange, path, id);
            case INVALID_PARAMETERS, MALFORMED_REQUEST, UNKNOWN_DATA_SET, UNKNOWN_FORMAT, CONTENT_TOO_LARGE,
                    URI_TOO_LONG,
                    UNSUPPORTED_MEDIA_TYPE, INTERNAL_ERROR ->
                Problem.of(type, type.meaning(), id);
        };
    }

    /** As sent: the normalised one throws where it is not well encoded. */
    private static String path(RoutingContext exchange) {
        return Violation.echo(String.valueOf(exchange.request().path()));
    }

    /** A file that does not exist takes no method at all, so say that instead. */
    private static Problem methodNotAllowed(RoutingContext exchange, String path, String id) {
        String whole = String.valueOf(exchange.request().path());
        if (whole.startsWith(ExportFile.FOLDER)) {
            try {
                ExportFile.named(whole.substring(ExportFile.FOLDER.length()));
            } catch (ProblemException unknown) {
                return unknown.problem(id);
            }
        }
        return new Problem(ProblemType.METHOD_NOT_ALLOWED.path(), ProblemType.METHOD_NOT_ALLOWED.title(), 405,
                path + " takes " + METHODS + ".", id, List.of(METHODS.split(", ")), null, null);
    }

    private Response answer(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.status()).header("Content-Type", Problem.MEDIA_TYPE)
                .header("Cache-Control", "no-store").entity(text(problem));
        if (problem.status() == ProblemType.METHOD_NOT_ALLOWED.status()) {
            response.header("Allow", METHODS);
        }
        return response.build();
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem is plain text and numbers", impossible);
        }
    }
}
