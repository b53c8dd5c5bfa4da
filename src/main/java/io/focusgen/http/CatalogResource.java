package io.focusgen.http;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.focusgen.cache.Caches;
import io.focusgen.cache.Memo;
import io.focusgen.cache.Region;
import io.focusgen.http.offer.ApiCatalog;
import io.focusgen.http.offer.Endpoint;
import io.focusgen.http.request.Query;
import io.focusgen.spec.CanonicalUrl;
import io.focusgen.spec.GeneratorVersion;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;

/** What can be asked. It changes with the version of the generator only. */
@Path("/api/v1/catalog")
public class CatalogResource {

    /** Old enough to spare a request, young enough to see a new version within the hour. */
    private static final String HOUR = "public, max-age=3600";

    private final Memo<String> memo;

    /** Of its path and the version: the document says nothing else, so that it need not be made to be compared. */
    private static final String ENTITY_TAG = '"'
            + CanonicalUrl.sha256(GeneratorVersion.CURRENT + ' ' + Endpoint.CATALOG.template()) + '"';

    CatalogResource(Caches caches) {
        memo = caches.memo(Region.DOCUMENTS, String::length);
    }

    /** All of it. */
    @GET
    public Uni<Response> get(RoutingContext exchange) {
        Query.refuse(exchange.request().query());
        String held = exchange.request().getHeader("If-None-Match");
        return EntityTags.named(held, ENTITY_TAG) || EntityTags.any(held)
                ? Uni.createFrom().item(marked(Response.notModified()))
                : document().map(text -> marked(Response.ok(text).type(MediaType.APPLICATION_JSON_TYPE)));
    }

    /** Made on a thread that may take its time. */
    private Uni<String> document() {
        return Uni.createFrom().completionStage(() -> memo.get(Endpoint.CATALOG.template(), () -> false,
                abandoned -> CompletableFuture.supplyAsync(ApiCatalog::text, Infrastructure.getDefaultWorkerPool()))
                .thenApply(Function.identity()));
    }

    private static Response marked(Response.ResponseBuilder response) {
        return response.header("ETag", ENTITY_TAG).header("Cache-Control", HOUR).build();
    }
}
