/**
 * Tells a receiver of the client's choice that a job has ended, signed as Standard Webhooks has it.
 *
 * <p>A {@link io.focusgen.job.webhook.WebhookGuard} reads the address that a client gives and refuses what is not the public
 * web; right before each connection it looks the name up once, judges every address, and hands out the one to connect to, so
 * that nobody can make the service talk to its own network.
 */
@NullMarked
package io.focusgen.job.webhook;

import org.jspecify.annotations.NullMarked;
