package io.focusgen.http.browser;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What browsers are told. */
@ConfigMapping(prefix = "focus.browser")
public interface BrowserConfig {

    /** Origins whose pages may read answers and change things, or {@code *}; none but our own when absent. */
    Optional<List<String>> corsOrigins();

    /** Whether clients only ever come by https, even where a proxy makes it http. */
    @WithDefault("false")
    boolean httpsOnly();
}
