package io.focusgen.job.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The checked values of a {@link WebhookConfig}.
 *
 * @param secrets to sign with; without any there are no webhooks
 * @param hosts that may be told with all below them, empty for every public one
 * @param ports besides the standard ones
 * @param retryFor how long after the end of a job its message is tried
 */
record WebhookSettings(WebhookSecrets secrets, List<String> hosts, Set<Integer> ports, Duration retryFor) {

    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(7);
    private static final int MOST_PORT = 65_535;

    /**
     * Checks a configuration; the names of hosts are checked by the {@link WebhookGuard}.
     *
     * @throws ConfigurationException with a sentence that shows no secret
     */
    static WebhookSettings of(WebhookConfig config) {
        List<Integer> ports = config.ports().orElse(List.of());
        for (int port : ports) {
            if (port < 1 || port > MOST_PORT) {
                throw new ConfigurationException(
                        "WEBHOOK_PORTS has " + port + ". Set it to ports from 1 to " + MOST_PORT
                                + ", separated by commas.");
            }
        }
        if (config.retryFor().compareTo(LEAST) < 0 || config.retryFor().compareTo(MOST) > 0) {
            throw new ConfigurationException("WEBHOOK_RETRY_FOR=" + config.retryFor()
                    + " is out of range. Set it to a duration from 1m to 7d.");
        }
        try {
            return new WebhookSettings(new WebhookSecrets(config.secrets().orElse(List.of())),
                    config.hosts().orElse(List.of()), Set.copyOf(ports), config.retryFor());
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException(wrong.getMessage());
        }
    }
}
