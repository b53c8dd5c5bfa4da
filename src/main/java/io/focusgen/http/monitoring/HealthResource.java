package io.focusgen.http.monitoring;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.http.monitoring.HealthPart.State;
import io.focusgen.http.request.Query;
import io.vertx.ext.web.RoutingContext;

/**
 * How well each part of the service is, for people. Answered with 200 however that is: whether to send requests here is what
 * the probes say, which machines ask.
 */
@Path("/health/detailed")
public class HealthResource {

    private final HealthWatch watch;
    private final ObjectMapper json;

    HealthResource(HealthWatch watch, ObjectMapper json) {
        this.watch = watch;
        this.json = json;
    }

    /** All parts. */
    @GET
    public Response get(RoutingContext exchange) throws JsonProcessingException {
        Query.refuse(exchange.request().query());
        return Response.ok(json.writeValueAsString(document(watch.look())))
                .header("Content-Type", "application/json").header("Cache-Control", "no-store").build();
    }

    /** The worst state of any part first, then each part. */
    static Map<String, Object> document(List<HealthWatch.Part> parts) {
        State worst = parts.stream().map(part -> part.condition().state()).max(Comparator.naturalOrder())
                .orElse(State.UP);
        Map<String, Object> components = new LinkedHashMap<>();
        for (HealthWatch.Part part : parts) {
            Map<String, Object> component = new LinkedHashMap<>();
            component.put("state", part.condition().state().label());
            component.put("since", part.since().truncatedTo(ChronoUnit.SECONDS).toString());
            component.putAll(part.condition().figures());
            components.put(part.name(), component);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("state", worst.label());
        document.put("components", components);
        return document;
    }
}
