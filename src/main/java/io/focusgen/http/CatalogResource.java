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

    private final Memo<String> memo;

    /** With its quotes; of the document, which is the same as long as the process lives, and null until it was made once. */
    private volatile @Nullable String entityTag;

    CatalogResource(Caches caches) {
        memo = caches.memo(Region.DOCUMENTS, String::length);
    }

    /** All of it. */
    @GET
    public Uni<Response> get(RoutingContext exchange) {
        Query.refuse(exchange.request().query());
        String held = exchange.request().getHeader("If-None-Match");
        String known = entityTag;
        return known != null && isHeld(held, known)
                ? Uni.createFrom().item(marked(Response.notModified(), known))
                : document().map(text -> answer(text, held));
    }

    private static boolean isHeld(@Nullable String held, String tag) {
        return EntityTags.named(held, tag) || EntityTags.any(held);
    }

    private Response answer(String text, @Nullable String held) {
        String known = entityTag;
        String tag = known == null ? '"' + CanonicalUrl.sha256(text) + '"' : known;
        entityTag = tag;
        return marked(isHeld(held, tag)
                ? Response.notModified()
                : Response.ok(text).type(MediaType.APPLICATION_JSON_TYPE), tag);
    }

    /** Made on a thread that may take its time. */
    private Uni<String> document() {
        return Uni.createFrom().completionStage(() -> memo.get(Endpoint.CATALOG.template(), () -> false,
                abandoned -> CompletableFuture.supplyAsync(ApiCatalog::text, Infrastructure.getDefaultWorkerPool()))
                .thenApply(Function.identity()));
    }

    private static Response marked(Response.ResponseBuilder response, String tag) {
        return response.header("ETag", tag).header("Cache-Control", HOUR).build();
    }
}
