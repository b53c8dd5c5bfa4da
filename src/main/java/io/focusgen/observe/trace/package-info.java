/**
 * Traces, sent to an OpenTelemetry collector where one is configured. Spans carry no more of a request than its line in the
 * log: no query, no header, no address.
 */
@NullMarked
package io.focusgen.observe.trace;

import org.jspecify.annotations.NullMarked;
