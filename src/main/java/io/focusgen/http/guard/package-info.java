/**
 * Before any work is done: who asks, whether they may, and whether it was meant. What keys, tokens and sessions are is package
 * {@code guard}.
 */
@org.jspecify.annotations.NullMarked
package io.focusgen.http.guard;
