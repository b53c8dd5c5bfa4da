/**
 * How much a caller may ask for: requests in sliding windows, rows in a day, streams at once. Knows callers by a text and
 * nothing of HTTP; {@code http.limit} asks it before any work is done. {@link io.focusgen.limit.Limits} decides, in Redis by
 * {@link io.focusgen.limit.SharedLimiter} or in this process by {@link io.focusgen.limit.LocalLimiter}: both the same way, which
 * {@link io.focusgen.limit.Window} describes.
 */
@org.jspecify.annotations.NullMarked
package io.focusgen.limit;
