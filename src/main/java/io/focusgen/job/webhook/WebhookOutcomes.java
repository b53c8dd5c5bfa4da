package io.focusgen.job.webhook;

import io.focusgen.job.Webhook;

/** Hears of attempts to deliver a message about a job. Must not block. */
public interface WebhookOutcomes {

    /** One attempt is over. @param state of the message since: pending where it will be tried again */
    void attempted(Webhook.State state);
}
