/**
 * Asks {@code limit} before any work is done, says in headers how much is left, and refuses with 429. What is counted of a request
 * hangs on its {@link io.focusgen.http.offer.Endpoint}.
 */
@org.jspecify.annotations.NullMarked
package io.focusgen.http.limit;
