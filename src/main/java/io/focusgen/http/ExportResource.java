package io.focusgen.http;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.focusgen.http.RequestMetrics.Outcome;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.ResolvedSpec;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.ExportOpener;
import io.focusgen.stream.FormatOptions;
import io.focusgen.stream.Streams;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;

/** Data sets as files. HEAD is answered like GET but for the rows: it plans, and generates nothing. */
@Path("/api/v1")
public class ExportResource {

    private static final SecureRandom CHANCE = new SecureRandom();

    /** Marks an exchange whose rows failed on the way, where the status says 200 already. */
    private static final String FAILED = "focus.failed";

    private final ExportOpener opener;
    private final Streams streams;
    private final RequestMetrics metrics;

    ExportResource(ExportOpener opener, Streams streams, RequestMetrics metrics) {
        this.opener = opener;
        this.streams = streams;
        this.metrics = metrics;
    }

    /**
     * Streams a data set. Reading the request takes microseconds and stays on the event loop; planning does not.
     *
     * @param name data set and format, e.g. {@code cost-and-usage.csv}
     */
    @GET
    @Path("{name}")
    public Uni<Response> get(@PathParam("name") String name, RoutingContext exchange) {
        ExportFile file = ExportFile.named(name);
        countWhenOver(exchange, file);
        Defaults defaults = new Defaults(YearMonth.now(ZoneOffset.UTC).minusMonths(1), CHANCE::nextLong);
        ResolvedSpec resolved = FormatOptions.resolve(file.format(), Query.parse(exchange.request().query()),
                defaults);
        Map<String, String> headers = ExportHeaders.withoutPlan(file, resolved);
        String held = exchange.request().getHeader("If-None-Match");
        if (EntityTags.named(held, headers.getOrDefault("ETag", ""))) {
            return Uni.createFrom().item(answer(Response.Status.NOT_MODIFIED, headers, null));
        }
        return Uni.createFrom().item(() -> opener.open(resolved.spec()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(export -> {
                    if (EntityTags.any(held)) {
                        return answer(Response.Status.NOT_MODIFIED, headers, null);
                    }
                    headers.putAll(ExportHeaders.withPlan(file, resolved.spec(), export));
                    return answer(Response.Status.OK, headers, body(export.blocks(file.format()), exchange));
                });
    }

    private StreamedBody body(BlockSource blocks, RoutingContext exchange) {
        return new StreamedBody(streams.of(blocks).onFailure().invoke(failure -> exchange.put(FAILED, true)));
    }

    private static Response answer(Response.Status status, Map<String, String> headers, @Nullable Object body) {
        Response.ResponseBuilder response = Response.status(status).entity(body);
        headers.forEach(response::header);
        return response.build();
    }

    private void countWhenOver(RoutingContext exchange, ExportFile file) {
        long start = System.nanoTime();
        exchange.addEndHandler(
                ended -> metrics.finished(file.dataset(), file.format(), outcome(exchange, ended.succeeded()),
                        Duration.ofNanos(System.nanoTime() - start)));
    }

    private static Outcome outcome(RoutingContext exchange, boolean whole) {
        int status = exchange.response().getStatusCode();
        if (status >= 500 || exchange.get(FAILED) != null) {
            return Outcome.FAILED;
        }
        if (!whole) {
            return Outcome.CANCELLED;
        }
        return status == 304 ? Outcome.NOT_MODIFIED : status >= 400 ? Outcome.REFUSED : Outcome.OK;
    }
}
