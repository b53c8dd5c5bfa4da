package io.focusgen.observe;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Singleton;

import io.focusgen.job.Webhook;
import io.focusgen.job.webhook.WebhookOutcomes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

/** {@code focus_webhooks_total} by result: delivered, retried (it will be tried again), given-up. */
@Startup
@Singleton
public class MicrometerWebhooks implements WebhookOutcomes {

    private final Map<Webhook.State, Counter> attempts = new EnumMap<>(Webhook.State.class);

    MicrometerWebhooks(MeterRegistry registry) {
        for (Webhook.State state : Webhook.State.values()) {
            attempts.put(state, Meters.counter(registry, "focus.webhooks", "Attempts to deliver a message about a job",
                    "result", label(state)));
        }
    }

    private static String label(Webhook.State state) {
        return state == Webhook.State.PENDING ? "retried" : state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void attempted(Webhook.State state) {
        Counter counter = attempts.get(state);
        if (counter != null) {
            counter.increment();
        }
    }
}
