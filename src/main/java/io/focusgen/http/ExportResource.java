package io.focusgen.http;

import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.focusgen.http.limit.RowLimits;
import io.focusgen.http.offer.ExportFile;
import io.focusgen.http.request.Body;
import io.focusgen.http.request.Given;
import io.focusgen.http.request.Query;
import io.focusgen.http.streaming.Admission;
import io.focusgen.http.streaming.BodyFormat;
import io.focusgen.http.streaming.Planning;
import io.focusgen.http.streaming.StreamedBody;
import io.focusgen.spec.CanonicalRequest;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.spec.ResolvedSpec;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Export;
import io.focusgen.stream.FormatOptions;
import io.focusgen.stream.Streams;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Data sets as files. HEAD is answered like GET but for the rows: it plans, and generates nothing. POST with the same
 * parameters in its body is answered like GET, byte for byte.
 */
@Path("/api/v1")
public class ExportResource {

    private final Plans plans;
    private final Streams streams;
    private final Admission admission;
    private final Body body;
    private final RowLimits rowLimits;

    ExportResource(Plans plans, Streams streams, Admission admission, Body body, RowLimits rowLimits) {
        this.plans = plans;
        this.streams = streams;
        this.admission = admission;
        this.body = body;
        this.rowLimits = rowLimits;
    }

    /**
     * Streams the data set of a query string. Reading that takes microseconds and stays on the event loop; planning does not.
     *
     * @param name data set and format, e.g. {@code cost-and-usage.csv}
     */
    @GET
    @Path("{name}")
    public Uni<Response> get(@PathParam("name") String name, RoutingContext exchange) {
        ExportFile file = ExportFile.named(name);
        return answer(file, Query.parse(exchange.request().query()), exchange);
    }

    /** Streams the data set of a query string and a body. */
    @POST
    @Path("{name}")
    public Uni<Response> post(@PathParam("name") String name, RoutingContext exchange) {
        ExportFile file = ExportFile.named(name);
        Given query = Query.parse(exchange.request().query());
        return body.read(exchange).flatMap(given -> answer(file, query.and(given), exchange));
    }

    private Uni<Response> answer(ExportFile file, Given given, RoutingContext exchange) {
        ResolvedSpec resolved = given.read(values -> FormatOptions.resolve(file.format(), values, Answers.defaults()));
        CanonicalRequest canonical = CanonicalRequest.of(resolved.spec());
        Map<ExportHeader, String> headers = ExportHeaders.withoutPlan(file.path(), canonical, resolved);
        String tag = headers.getOrDefault(ExportHeader.ETAG, "");
        String held = exchange.request().getHeader("If-None-Match");
        if (EntityTags.named(held, tag)) {
            return Uni.createFrom().item(Answers.held(exchange, headers));
        }
        String key = canonical.fingerprint(GeneratorVersion.CURRENT);
        Planning<Export> plan = plans.of(resolved, key);
        if (Answers.heldWhatever(held, resolved)) {
            return plans.known(key).map(export -> Uni.createFrom().item(export))
                    .orElseGet(() -> admission.planOnly(plan)).map(export -> {
                        // Whether its rows fit into a file of this format at all.
                        BlockSource unused = export.blocks(file.format());
                        return Answers.held(exchange, headers);
                    });
        }
        Uni<Export> planned = exchange.request().method().equals(HttpMethod.HEAD)
                ? admission.planOnly(plan)
                : admission.planStream(exchange, BodyFormat.of(file.format()), plan)
                        .flatMap(export -> rowLimits.charge(exchange, export.rows(), export));
        return planned.map(export -> {
            headers.putAll(ExportHeaders.withPlan(file, resolved.spec(), export));
            return Answers.ok(headers, rows(export, file, exchange));
        });
    }

    private StreamedBody rows(Export export, ExportFile file, RoutingContext exchange) {
        BlockSource blocks = export.forStream().blocks(file.format());
        return new StreamedBody(streams.of(blocks).onFailure().invoke(() -> ExportCounts.failed(exchange)),
                BodyFormat.of(file.format()), export.rows());
    }
}
