package io.focusgen.observe;

import java.util.Set;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.focusgen.http.offer.Endpoint;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;

/** Keeps what clients invent out of the tags of metrics: every value of a tag is a series that is kept for ever. */
@Singleton
public class BoundedTags {

    /** The methods of RFC 9110 and PATCH; any other one is an invention. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS",
            "TRACE", "PATCH");

    /** What Micrometer's binding says where no path of ours was found. */
    private static final Set<String> WITHOUT_PATH = Set.of("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root");

    private static final String HTTP = "http.";

    private static final String OTHER = "OTHER";

    @Produces
    @Singleton
    MeterFilter paths() {
        return MeterFilter.replaceTagValues("uri", uri -> WITHOUT_PATH.contains(uri)
                ? uri
                : Endpoint.at(uri).map(Endpoint::template).orElse(OTHER));
    }

    @Produces
    @Singleton
    MeterFilter methods() {
        MeterFilter known = MeterFilter.replaceTagValues("method", method -> METHODS.contains(method) ? method : OTHER);
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                // Those of fault tolerance have a tag of this name, too: a method of ours.
                return id.getName().startsWith(HTTP) ? known.map(id) : id;
            }
        };
    }
}
