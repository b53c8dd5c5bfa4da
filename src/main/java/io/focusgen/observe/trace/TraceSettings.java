package io.focusgen.observe.trace;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * What {@link TraceConfig} says, looked at.
 *
 * @param endpoint of the collector, with the path for traces; empty where nothing is traced
 * @param ratio of requests that are traced, 0 to 1
 * @param serviceName in traces
 */
record TraceSettings(Optional<URI> endpoint, double ratio, String serviceName) {

    private static final String PATH = "/v1/traces";

    /** @throws ConfigurationException where a value is out of range */
    static TraceSettings of(TraceConfig config) {
        if (!(config.ratio() >= 0 && config.ratio() <= 1)) {
            throw new ConfigurationException("TRACE_RATIO must be between 0 and 1.");
        }
        return new TraceSettings(
                config.endpoint().filter(text -> !text.isBlank()).map(text -> endpoint(text.strip())), config.ratio(),
                config.serviceName());
    }

    private static URI endpoint(String text) {
        try {
            URI base = URI.create(text);
            if (base.getScheme() != null && Set.of("http", "https").contains(base.getScheme())
                    && base.getHost() != null) {
                if (base.getRawUserInfo() != null) {
                    throw new ConfigurationException("OTEL_EXPORTER_OTLP_ENDPOINT must have no user or password in it:"
                            + " logs of connections would show them. Let the collector know its senders by the network.");
                }
                return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + PATH);
            }
        } catch (IllegalArgumentException noAddress) {
            // Not the cause: it would show what was given.
            throw wrong();
        }
        throw wrong();
    }

    private static ConfigurationException wrong() {
        return new ConfigurationException(
                "OTEL_EXPORTER_OTLP_ENDPOINT is no address of a collector. Set it to one such as"
                        + " http://localhost:4318, or leave it out: then nothing is traced.");
    }
}
