package io.focusgen.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.focusgen.http.offer.ApiCatalog;
import io.focusgen.http.request.Query;
import io.focusgen.spec.CanonicalUrl;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;

/** What can be asked. It changes with the version of the generator only. */
@Path("/api/v1/catalog")
public class CatalogResource {

    /** Old enough to spare a request, young enough to see a new version within the hour. */
    private static final String HOUR = "public, max-age=3600";

    /** Made once, at the first request, on a thread that may take its time. */
    private final Uni<Document> document;

    /**
     * The answer.
     *
     * @param text JSON
     * @param entityTag with its quotes
     */
    private record Document(String text, String entityTag) {

        static Document make() {
            String text = ApiCatalog.text();
            return new Document(text, '"' + CanonicalUrl.sha256(text) + '"');
        }
    }

    CatalogResource() {
        document = Uni.createFrom().item(Document::make)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()).memoize().indefinitely();
    }

    /** All of it. */
    @GET
    public Uni<Response> get(RoutingContext exchange) {
        Query.refuse(exchange.request().query());
        return document.map(made -> answer(made, exchange.request().getHeader("If-None-Match")));
    }

    private static Response answer(Document document, @Nullable String held) {
        boolean known = EntityTags.named(held, document.entityTag) || EntityTags.any(held);
        Response.ResponseBuilder response = known
                ? Response.notModified()
                : Response.ok(document.text).type(MediaType.APPLICATION_JSON_TYPE);
        return response.header("ETag", document.entityTag).header("Cache-Control", HOUR).build();
    }
}
