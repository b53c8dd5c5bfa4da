package io.focusgen.http;

import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.focusgen.http.offer.ExportFile;
import io.focusgen.http.request.Body;
import io.focusgen.http.request.Given;
import io.focusgen.http.request.Query;
import io.focusgen.http.streaming.Admission;
import io.focusgen.http.streaming.BodyFormat;
import io.focusgen.http.streaming.StreamedBody;
import io.focusgen.pricelist.PriceList;
import io.focusgen.spec.CanonicalRequest;
import io.focusgen.spec.ResolvedSpec;
import io.focusgen.spec.SpecReader;
import io.focusgen.stream.FormatOptions;
import io.focusgen.stream.PriceListBlocks;
import io.focusgen.stream.Streams;
import io.focusgen.table.TableFormat;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** Every SkuPriceId that a row of a data set can carry, with its prices, streamed as it is read. */
@Path("/api/v1")
public class PriceListResource {

    private static final String JSON = "price-list";
    private static final String CSV = "price-list.csv";

    private final Streams streams;
    private final Admission admission;
    private final Body body;

    PriceListResource(Streams streams, Admission admission, Body body) {
        this.streams = streams;
        this.admission = admission;
        this.body = body;
    }

    /** The list of a query string, as JSON. */
    @GET
    @Path(JSON)
    public Uni<Response> get(RoutingContext exchange) {
        return get(JSON, TableFormat.JSON, exchange);
    }

    /** The list of a query string and a body, as JSON. */
    @POST
    @Path(JSON)
    public Uni<Response> post(RoutingContext exchange) {
        return post(JSON, TableFormat.JSON, exchange);
    }

    /** The list of a query string, as CSV. */
    @GET
    @Path(CSV)
    public Uni<Response> getCsv(RoutingContext exchange) {
        return get(CSV, TableFormat.CSV, exchange);
    }

    /** The list of a query string and a body, as CSV. */
    @POST
    @Path(CSV)
    public Uni<Response> postCsv(RoutingContext exchange) {
        return post(CSV, TableFormat.CSV, exchange);
    }

    private Uni<Response> get(String file, TableFormat format, RoutingContext exchange) {
        return answer(file, format, Query.parse(exchange.request().query()), exchange);
    }

    private Uni<Response> post(String file, TableFormat format, RoutingContext exchange) {
        Given query = Query.parse(exchange.request().query());
        return body.read(exchange).flatMap(given -> answer(file, format, query.and(given), exchange));
    }

    private Uni<Response> answer(String file, TableFormat format, Given given, RoutingContext exchange) {
        ResolvedSpec resolved = given.read(values -> FormatOptions.read(format, values,
                () -> SpecReader.resolve(values, Answers.defaults())));
        CanonicalRequest canonical = CanonicalRequest.of(resolved.spec());
        Map<ExportHeader, String> headers = ExportHeaders.withoutPlan(ExportFile.FOLDER + file, canonical,
                resolved);
        String held = exchange.request().getHeader("If-None-Match");
        if (EntityTags.named(held, headers.getOrDefault(ExportHeader.ETAG, ""))
                || Answers.heldWhatever(held, resolved)) {
            return Uni.createFrom().item(Answers.held(exchange, headers));
        }
        headers.put(ExportHeader.CONTENT_TYPE, format.mediaType(resolved.spec()));
        headers.put(ExportHeader.CONTENT_DISPOSITION,
                ExportHeaders.attachment(resolved.spec(), JSON, format));
        if (exchange.request().method().equals(HttpMethod.HEAD)) {
            return Uni.createFrom().item(Answers.ok(headers, null));
        }
        return admission.planStream(exchange, BodyFormat.of(format), () -> PriceList.of(resolved.spec(), format))
                .map(list -> Answers.ok(headers, new StreamedBody(streams.of(new PriceListBlocks(list)),
                        BodyFormat.of(format))));
    }
}
