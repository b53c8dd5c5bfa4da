package io.focusgen.observe.trace;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where traces are sent, and how many. */
@ConfigMapping(prefix = "focus.trace")
public interface TraceConfig {

    /** The collector, for OTLP over HTTP, without {@code /v1/traces}. Without one nothing is traced. */
    Optional<String> endpoint();

    /** Of requests that come without a trace, 0 to 1. */
    @WithDefault("1")
    double ratio();

    /** What the service is called in traces. */
    @WithDefault("focus-generator")
    String serviceName();
}
