package io.focusgen.http;

import java.util.Map;
import java.util.function.Supplier;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.focusgen.bundle.Bundle;
import io.focusgen.bundle.BundleReader;
import io.focusgen.bundle.BundleRequest;
import io.focusgen.bundle.ZipBlocks;
import io.focusgen.http.limit.RowLimits;
import io.focusgen.http.request.Body;
import io.focusgen.http.request.Given;
import io.focusgen.http.request.Query;
import io.focusgen.http.streaming.Admission;
import io.focusgen.http.streaming.BodyFormat;
import io.focusgen.http.streaming.StreamedBody;
import io.focusgen.spec.ServicePaths;
import io.focusgen.stream.Streams;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** All files of a request as one zip file, streamed as it is read. HEAD plans, and generates nothing. */
@Path(ServicePaths.BUNDLE)
public class BundleResource {

    private final Streams streams;
    private final Admission admission;
    private final Body body;
    private final RowLimits rowLimits;

    /** A bundle to be streamed. @param rows of all its files, where they are counted */
    private record Planned(ZipBlocks zip, long rows) {
    }

    BundleResource(Streams streams, Admission admission, Body body, RowLimits rowLimits) {
        this.streams = streams;
        this.admission = admission;
        this.body = body;
        this.rowLimits = rowLimits;
    }

    /** The bundle of a query string. */
    @GET
    public Uni<Response> get(RoutingContext exchange) {
        return answer(Query.parse(exchange.request().query()), exchange);
    }

    /** The bundle of a query string and a body. */
    @POST
    public Uni<Response> post(RoutingContext exchange) {
        Given query = Query.parse(exchange.request().query());
        return body.read(exchange).flatMap(given -> answer(query.and(given), exchange));
    }

    private Uni<Response> answer(Given given, RoutingContext exchange) {
        BundleRequest request = given.read(values -> BundleReader.read(values, Answers.defaults()));
        Map<ExportHeader, String> headers = ExportHeaders.withoutPlan(ServicePaths.BUNDLE, request.canonical(),
                request.dataset());
        String held = exchange.request().getHeader("If-None-Match");
        if (EntityTags.named(held, headers.getOrDefault(ExportHeader.ETAG, ""))) {
            return Uni.createFrom().item(Answers.held(exchange, headers));
        }
        Bundle bundle = Bundle.of(request);
        Supplier<ZipBlocks> plan = () -> ZipBlocks.of(bundle);
        if (Answers.heldWhatever(held, request.dataset())) {
            return admission.planOnly(plan).map(zip -> Answers.held(exchange, headers));
        }
        headers.put(ExportHeader.CONTENT_TYPE, Bundle.MEDIA_TYPE);
        headers.put(ExportHeader.CONTENT_DISPOSITION, ExportHeaders.attachment(bundle.fileName()));
        if (exchange.request().method().equals(HttpMethod.HEAD)) {
            return admission.planOnly(plan).map(zip -> Answers.ok(headers, null));
        }
        boolean counts = rowLimits.counts(exchange);
        return admission.planStream(exchange, BodyFormat.ZIP, () -> new Planned(plan.get(), counts ? bundle.rows() : 1))
                .flatMap(planned -> rowLimits.charge(exchange, planned.rows, planned.zip))
                .map(zip -> Answers.ok(headers, new StreamedBody(streams.of(zip), BodyFormat.ZIP)));
    }
}
