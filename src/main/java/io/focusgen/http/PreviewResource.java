package io.focusgen.http;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.focusgen.http.request.Body;
import io.focusgen.http.request.Given;
import io.focusgen.http.request.Query;
import io.focusgen.http.streaming.Admission;
import io.focusgen.preview.Preview;
import io.focusgen.spec.PreviewReader;
import io.focusgen.spec.PreviewSpec;
import io.focusgen.stream.FormatOptions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * A data set at a glance: some rows, sums and figures, made on a thread for plans and given up when the client goes. HEAD is
 * answered like GET but for the document: it plans, and sums up nothing.
 */
@Path(Preview.PATH)
public class PreviewResource {

    private final Previews previews;
    private final Admission admission;
    private final Body body;

    PreviewResource(Previews previews, Admission admission, Body body) {
        this.previews = previews;
        this.admission = admission;
        this.body = body;
    }

    /** The preview of a query string. */
    @GET
    public Uni<Response> get(RoutingContext exchange) {
        return answer(Query.parse(exchange.request().query()), exchange);
    }

    /** The preview of a query string and a body. */
    @POST
    public Uni<Response> post(RoutingContext exchange) {
        Given query = Query.parse(exchange.request().query());
        return body.read(exchange).flatMap(given -> answer(query.and(given), exchange));
    }

    private Uni<Response> answer(Given given, RoutingContext exchange) {
        PreviewSpec spec = given.read(values -> FormatOptions.readForJson(values,
                () -> PreviewReader.read(values, Answers.defaults())));
        Map<ExportHeader, String> headers = ExportHeaders.withoutPlan(Preview.PATH, spec.canonical(), spec.dataset());
        String tag = headers.getOrDefault(ExportHeader.ETAG, "");
        String held = exchange.request().getHeader("If-None-Match");
        if (EntityTags.named(held, tag)) {
            return Uni.createFrom().item(Answers.held(exchange, headers));
        }
        if (Answers.heldWhatever(held, spec.dataset())) {
            return previews.has(tag)
                    ? Uni.createFrom().item(Answers.held(exchange, headers))
                    : admission.planOnly(previews.checked(spec, tag)).map(planned -> Answers.held(exchange, headers));
        }
        headers.put(ExportHeader.CONTENT_TYPE, "application/json");
        if (exchange.request().method().equals(HttpMethod.HEAD)) {
            return admission.planOnly(previews.checked(spec, tag)).map(planned -> Answers.ok(headers, null));
        }
        AtomicBoolean gone = new AtomicBoolean();
        exchange.addEndHandler(ended -> gone.set(true));
        return admission.planOnly(previews.document(spec, tag, gone::get))
                .map(document -> Answers.ok(headers, document))
                .onFailure(CancellationException.class).recoverWithItem(Response.noContent()::build);
    }
}
