/**
 * Asks {@code limit} before any work is done, says in headers how much is left, and refuses with 429:
 * {@link io.focusgen.http.limit.RequestLimits} counts requests, {@link io.focusgen.http.limit.RowLimits} rows,
 * {@link io.focusgen.http.limit.FailedLogins} keys that were refused. What is counted of a request hangs on its
 * {@link io.focusgen.http.offer.Endpoint}, as {@link io.focusgen.http.limit.CountedRequest} has it.
 */
@NullMarked
package io.focusgen.http.limit;

import org.jspecify.annotations.NullMarked;
