package io.focusgen.job.webhook;

/**
 * The address of a receiver, checked as text.
 *
 * @param tls whether it is https
 * @param host a name of at least two labels, in lower case
 * @param port 1 to 65535
 * @param target path and query, beginning with a slash
 */
record WebhookUrl(boolean tls, String host, int port, String target) {
}
