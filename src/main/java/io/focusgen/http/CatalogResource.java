package io.focusgen.http;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.focusgen.cache.Caches;
import io.focusgen.cache.Memo;
import io.focusgen.cache.Region;
import io.focusgen.http.offer.ApiCatalog;
import io.focusgen.http.offer.Endpoint;
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

    private final Memo<Document> memo;

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

    CatalogResource(Caches caches) {
        memo = caches.memo(Region.DOCUMENTS, document -> document.text.length());
    }

    /** All of it. */
    @GET
    public Uni<Response> get(RoutingContext exchange) {
        Query.refuse(exchange.request().query());
        return document().map(made -> answer(made, exchange.request().getHeader("If-None-Match")));
    }

    /** Made on a thread that may take its time. */
    private Uni<Document> document() {
        return Uni.createFrom().completionStage(() -> memo.get(Endpoint.CATALOG.template(), () -> false,
                abandoned -> CompletableFuture.supplyAsync(Document::make, Infrastructure.getDefaultWorkerPool()))
                .thenApply(Function.identity()));
    }

    private static Response answer(Document document, @Nullable String held) {
        boolean known = EntityTags.named(held, document.entityTag) || EntityTags.any(held);
        Response.ResponseBuilder response = known
                ? Response.notModified()
                : Response.ok(document.text).type(MediaType.APPLICATION_JSON_TYPE);
        return response.header("ETag", document.entityTag).header("Cache-Control", HOUR).build();
    }
}
