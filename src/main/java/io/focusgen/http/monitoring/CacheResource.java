package io.focusgen.http.monitoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.cache.Caches;
import io.focusgen.cache.Region;
import io.focusgen.cache.RegionStats;
import io.focusgen.cache.SharedDocuments;
import io.focusgen.http.request.Query;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Spelling;
import io.focusgen.spec.Violation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** What is kept, how much good that does, and forgetting it. */
@Path(CacheResource.PATH)
public class CacheResource {

    static final String PATH = "/api/v1/monitoring/cache";

    private static final String REGION = "region";

    private final Caches caches;
    private final SharedDocuments shared;
    private final ObjectMapper json;

    CacheResource(Caches caches, SharedDocuments shared, ObjectMapper json) {
        this.caches = caches;
        this.shared = shared;
        this.json = json;
    }

    /** The figures of this process. */
    @GET
    @Path("stats")
    public Response stats(RoutingContext exchange) {
        Query.refuse(exchange.request().query());
        SharedDocuments.Stats common = shared.stats();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("mode", caches.settings().on() ? "on" : "off");
        document.put("ttlSeconds", caches.settings().ttl().toSeconds());
        document.put("boundBytes", caches.settings().bytes());
        document.put("regions", caches.stats().stream().map(CacheResource::figures).toList());
        Map<String, Object> redis = new LinkedHashMap<>();
        redis.put("configured", common.configured());
        redis.put("hits", common.hits());
        redis.put("misses", common.misses());
        redis.put("kept", common.kept());
        redis.put("failures", common.failures());
        document.put("shared", redis);
        return answer(document);
    }

    private static Map<String, Object> figures(RegionStats stats) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put(REGION, stats.region().label());
        figures.put("hits", stats.hits());
        figures.put("joined", stats.joined());
        figures.put("misses", stats.misses());
        figures.put("hitRatio", ratio(stats.hitRatio()));
        figures.put("evictions", stats.evictions());
        figures.put("entries", stats.entries());
        figures.put("bytes", stats.bytes());
        figures.put("boundBytes", stats.boundBytes());
        return figures;
    }

    private static @Nullable Double ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? Math.round(ratio.getAsDouble() * 10_000) / 10_000.0 : null;
    }

    /** Forgets all, or one region. What replicas share is forgotten for all of them, together with the previews. */
    @DELETE
    public Uni<Response> empty(RoutingContext exchange) {
        List<Region> regions = regions(Query.parse(exchange.request().query()).values());
        Map<String, Object> forgotten = new LinkedHashMap<>();
        regions.forEach(region -> forgotten.put(region.label(), caches.empty(region)));
        Uni<Boolean> common = regions.contains(Region.PREVIEWS) ? shared.empty() : Uni.createFrom().item(true);
        return common.map(done -> {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("forgotten", forgotten);
            document.put("sharedReached", done);
            return answer(document);
        });
    }

    /** The one that is named, or all. */
    private static List<Region> regions(Map<String, List<String>> parameters) {
        List<Violation> violations = new ArrayList<>();
        List<Region> regions = new ArrayList<>();
        parameters.forEach((name, values) -> {
            if (!name.equals(REGION)) {
                violations.add(new Violation(name, String.join(", ", values),
                        "There is no such parameter; there is " + REGION + ".",
                        Spelling.nearest(name, List.of(REGION)).orElse(null)));
            } else if (values.size() > 1) {
                violations.add(new Violation(REGION, String.join(", ", values), "Must be given once at most.", null));
            } else {
                Region.named(values.get(0)).ifPresentOrElse(regions::add,
                        () -> violations.add(new Violation(REGION, values.get(0),
                                "Must be one of " + String.join(", ", Region.labels()) + ", or left out for all.",
                                Spelling.nearest(values.get(0), Region.labels()).orElse(null))));
            }
        });
        if (!violations.isEmpty()) {
            throw new RefusedException(violations);
        }
        return regions.isEmpty() ? List.of(Region.values()) : regions;
    }

    private Response answer(Map<String, Object> document) {
        try {
            return Response.ok(json.writeValueAsString(document)).header("Content-Type", "application/json")
                    .header("Cache-Control", "no-store").build();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("figures are plain text and numbers", impossible);
        }
    }
}
