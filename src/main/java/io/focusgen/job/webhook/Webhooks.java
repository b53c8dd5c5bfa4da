package io.focusgen.job.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.focusgen.job.Job;
import io.focusgen.job.JobEnded;
import io.focusgen.job.Jobs;
import io.focusgen.job.WebhookRules;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;

/** The webhooks of this service, where secrets are configured: says who may be told, and tells them. */
@ApplicationScoped
public class Webhooks implements WebhookRules, JobEnded {

    private static final Logger LOG = Logger.getLogger(Webhooks.class);

    private static final String NONE = "No webhooks are sent here: whoever runs the service has to set WEBHOOK_SECRETS.";

    /** What is to be tried again, and what another process left. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final boolean active;
    private final WebhookGuard guard;
    private final WebhookDelivery delivery;

    /** Whether the last look failed, which is told once. */
    private final AtomicBoolean silent = new AtomicBoolean();

    /** Reads the configuration. */
    @Inject
    public Webhooks(WebhookConfig config, Jobs jobs, WebhookCalls calls, @Any Instance<WebhookOutcomes> outcomes,
            Vertx vertx) {
        WebhookSettings settings = WebhookSettings.of(config);
        this.vertx = vertx;
        this.active = !settings.secrets().isEmpty();
        try {
            this.guard = new WebhookGuard(settings.hosts(), settings.ports(), Webhooks::allAddresses);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException(wrong.getMessage());
        }
        this.delivery = new WebhookDelivery(() -> Uni.createFrom().item(jobs::store), guard, settings.secrets(), calls,
                new WebhookRetries(Math::random), settings.retryFor(), outcomes);
    }

    private static Uni<List<InetAddress>> allAddresses(String host) {
        return Uni.createFrom().item(() -> {
            try {
                return List.of(InetAddress.getAllByName(host));
            } catch (UnknownHostException unknown) {
                throw new RefusedReceiverException("the host has no address");
            }
        }).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** A value out of range stops the start. */
    void start(@Observes StartupEvent start) {
        if (active) {
            vertx.setPeriodic(BETWEEN_LOOKS.toMillis(), timer -> deliver());
        }
    }

    @Override
    public Optional<String> refusal(String url) {
        if (!active) {
            return Optional.of(NONE);
        }
        try {
            guard.read(url);
            return Optional.empty();
        } catch (RefusedReceiverException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public void ended(Job job) {
        if (active && job.webhook() != null) {
            deliver();
        }
    }

    private void deliver() {
        delivery.deliverDue().subscribe().with(done -> silent.set(false), failure -> {
            if (!silent.getAndSet(true)) {
                LOG.warnf("Messages about jobs wait until their store answers: %s", failure.getMessage());
            }
        });
    }
}
