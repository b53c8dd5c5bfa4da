package io.focusgen.job.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may be told of the end of a job, and how it is signed. */
@ConfigMapping(prefix = "focus.webhook")
public interface WebhookConfig {

    /** Each {@code whsec_} and the base64 of 24 to 64 bytes; every one signs. Without any there are no webhooks. */
    Optional<List<String>> secrets();

    /** Names that may be told, with all below them; every public name when absent. */
    Optional<List<String>> hosts();

    /** Ports that receivers may have besides 443, and 80 for http. */
    Optional<List<Integer>> ports();

    /** How long after the end of a job its message is still tried, a minute to 7 days. */
    @WithDefault("24h")
    Duration retryFor();
}
