package io.focusgen.job.webhook;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;

import io.focusgen.job.Job;
import io.focusgen.job.JobStore;
import io.focusgen.job.JobsUnavailableException;
import io.focusgen.job.Webhook;
import io.focusgen.job.Webhook.State;
import io.smallrye.mutiny.Uni;

/**
 * Sends the messages that a store owes, at least once each: what is to be tried again stands in the store, so that any
 * process can do it. Two processes that look at the same moment may both send one; the receiver knows it by its id.
 */
final class WebhookDelivery {

    private static final Logger LOG = Logger.getLogger(WebhookDelivery.class);

    private static final int GONE = 410;

    /** Noted before an attempt: until then nobody else tries, and then somebody does if this process has ended in it. */
    private static final Duration ATTEMPT = Duration.ofSeconds(4L * WebhookCalls.TIMEOUT_SECONDS);

    private final Supplier<Uni<? extends JobStore>> stores;
    private final WebhookGuard guard;
    private final WebhookSecrets secrets;
    private final WebhookCalls calls;
    private final WebhookRetries retries;
    private final Duration retryFor;
    private final Iterable<WebhookOutcomes> outcomes;

    /** Ids of the jobs whose messages this process is sending. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    WebhookDelivery(Supplier<Uni<? extends JobStore>> stores, WebhookGuard guard, WebhookSecrets secrets,
            WebhookCalls calls, WebhookRetries retries, Duration retryFor, Iterable<WebhookOutcomes> outcomes) {
        this.stores = stores;
        this.guard = guard;
        this.secrets = secrets;
        this.calls = calls;
        this.retries = retries;
        this.retryFor = retryFor;
        this.outcomes = outcomes;
    }

    /**
     * Tries what is due and not being tried already, each once, as many at once as there is room for. May be called while
     * an earlier call is at it: who is slow keeps nobody else waiting.
     *
     * @return fails only where the store does
     */
    Uni<Void> deliverDue() {
        return Uni.createFrom().deferred(() -> {
            int room = WebhookCalls.AT_ONCE - underWay.size();
            return room <= 0 ? Uni.createFrom().voidItem() : stores.get().chain(store -> deliver(store, room));
        });
    }

    private Uni<Void> deliver(JobStore store, int room) {
        return store.owing(Instant.now(), room + underWay.size()).chain(jobs -> {
            List<Uni<Void>> attempts = jobs.stream().filter(job -> !underWay.contains(job.id())).limit(room)
                    .filter(job -> underWay.add(job.id()))
                    .map(job -> attempt(store, job).onTermination().invoke(() -> underWay.remove(job.id()))).toList();
            return attempts.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : Uni.join().all(attempts).andCollectFailures().replaceWithVoid();
        });
    }

    private Uni<Void> attempt(JobStore store, Job job) {
        Webhook before = job.webhook();
        if (before == null) {
            return Uni.createFrom().voidItem();
        }
        int attempts = before.attempts() + 1;
        Webhook begun = new Webhook(before.url(), State.PENDING, attempts, Instant.now().plus(ATTEMPT),
                before.outcome());
        return store.save(job.id(), begun).chain(() -> send(job, before.url()))
                .map(status -> after(job, begun, status))
                .onFailure(failure -> !(failure instanceof JobsUnavailableException))
                .recoverWithItem(failure -> again(job, begun, reason(job, failure)))
                .invoke(after -> outcomes.forEach(each -> each.attempted(after.state())))
                .chain(after -> store.save(job.id(), after));
    }

    private Uni<Integer> send(Job job, String given) {
        return Uni.createFrom().item(() -> guard.read(given))
                .chain(url -> guard.resolve(url).chain(address -> post(job, url, address)));
    }

    private Uni<Integer> post(Job job, WebhookUrl url, InetAddress address) {
        WebhookMessage message = WebhookMessage.about(job);
        long now = Instant.now().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "focus-generator");
        headers.put("webhook-id", message.id());
        headers.put("webhook-timestamp", Long.toString(now));
        headers.put("webhook-signature", secrets.sign(message.id(), now, message.body()));
        return calls.post(url, address, headers, message.body());
    }

    private Webhook after(Job job, Webhook begun, int status) {
        String outcome = "HTTP " + status;
        if (status >= 200 && status < 300) {
            return new Webhook(begun.url(), State.DELIVERED, begun.attempts(), null, outcome);
        }
        return status == GONE
                ? new Webhook(begun.url(), State.GIVEN_UP, begun.attempts(), null, outcome)
                : again(job, begun, outcome);
    }

    private Webhook again(Job job, Webhook begun, String outcome) {
        Instant next = Instant.now().plus(retries.after(begun.attempts()));
        Instant ended = Optional.ofNullable(job.times().ended()).orElse(job.times().created());
        return next.isAfter(ended.plus(retryFor))
                ? new Webhook(begun.url(), State.GIVEN_UP, begun.attempts(), null, outcome)
                : new Webhook(begun.url(), State.PENDING, begun.attempts(), next, outcome);
    }

    /** In few words for the client; all of it in the log. */
    private static String reason(Job job, Throwable failure) {
        LOG.infof("the message about job %s was not delivered: %s", job.id(), failure.toString());
        if (failure instanceof RefusedReceiverException refused) {
            return "refused: " + refused.getMessage();
        }
        return failure instanceof TimeoutException || failure instanceof java.util.concurrent.TimeoutException
                ? "no answer within " + WebhookCalls.TIMEOUT_SECONDS + " seconds"
                : "no connection";
    }
}
