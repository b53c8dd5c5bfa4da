package io.focusgen.http;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.focusgen.http.offer.TruthFile;
import io.focusgen.http.request.Body;
import io.focusgen.http.request.Given;
import io.focusgen.http.request.Query;
import io.focusgen.http.streaming.Admission;
import io.focusgen.http.streaming.BodyFormat;
import io.focusgen.http.streaming.StreamedBody;
import io.focusgen.spec.CanonicalRequest;
import io.focusgen.spec.ResolvedSpec;
import io.focusgen.spec.SpecReader;
import io.focusgen.stream.AnswerSheetBlocks;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.FormatOptions;
import io.focusgen.stream.PlannedExport;
import io.focusgen.stream.Streams;
import io.focusgen.table.TableFormat;
import io.focusgen.truth.AnswerSheet;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** What a data set hides from those who only see its rows, streamed as it is read. HEAD plans, and makes no sheet. */
@Path("/api/v1/truth")
public class TruthResource {

    private final Streams streams;
    private final Admission admission;
    private final Body body;

    TruthResource(Streams streams, Admission admission, Body body) {
        this.streams = streams;
        this.admission = admission;
        this.body = body;
    }

    /** The sheet of a query string. */
    @GET
    @Path("{name}")
    public Uni<Response> get(@PathParam("name") String name, RoutingContext exchange) {
        return answer(TruthFile.named(name), Query.parse(exchange.request().query()), exchange);
    }

    /** The sheet of a query string and a body. */
    @POST
    @Path("{name}")
    public Uni<Response> post(@PathParam("name") String name, RoutingContext exchange) {
        TruthFile file = TruthFile.named(name);
        Given query = Query.parse(exchange.request().query());
        return body.read(exchange).flatMap(given -> answer(file, query.and(given), exchange));
    }

    private Uni<Response> answer(TruthFile file, Given given, RoutingContext exchange) {
        TableFormat format = file.format();
        ResolvedSpec resolved = given.read(values -> FormatOptions.read(format, values,
                () -> SpecReader.resolve(values, Answers.defaults())));
        Map<ExportHeader, String> headers = ExportHeaders.withoutPlan(file.path(),
                CanonicalRequest.of(resolved.spec()), resolved);
        String held = exchange.request().getHeader("If-None-Match");
        if (EntityTags.named(held, headers.getOrDefault(ExportHeader.ETAG, ""))) {
            return Uni.createFrom().item(Answers.held(exchange, headers));
        }
        Supplier<BlockSource> plan = () -> PlannedExport.of(resolved.spec().whole()).sheet(file.sheet(), format);
        if (Answers.heldWhatever(held, resolved)) {
            return admission.planOnly(plan).map(planned -> Answers.held(exchange, headers));
        }
        headers.put(ExportHeader.CONTENT_TYPE, format.mediaType(resolved.spec()));
        headers.put(ExportHeader.CONTENT_DISPOSITION,
                ExportHeaders.attachment(resolved.spec(), file.sheet().label(), format));
        if (exchange.request().method().equals(HttpMethod.HEAD)) {
            return admission.planOnly(plan).map(planned -> Answers.ok(headers, null));
        }
        AtomicBoolean gone = new AtomicBoolean();
        exchange.addEndHandler(ended -> gone.set(true));
        return admission
                .planStream(exchange, BodyFormat.of(format),
                        () -> AnswerSheet.of(resolved.spec(), file.sheet(), format, gone::get))
                .map(sheet -> Answers.ok(headers, new StreamedBody(streams.of(new AnswerSheetBlocks(sheet)),
                        BodyFormat.of(format))))
                .onFailure(CancellationException.class).recoverWithItem(Response.noContent()::build);
    }
}
