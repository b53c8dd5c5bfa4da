package io.focusgen.http.request;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How requests are read. */
@ConfigMapping(prefix = "focus.request")
public interface RequestConfig {

    /** A body that is not complete so long after its headers is refused. Longer lets slow clients hold more memory. */
    @WithDefault("30s")
    Duration bodyTimeout();
}
