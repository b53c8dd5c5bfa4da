/**
 * How much a caller may ask for: requests in sliding windows, rows in a day, streams at once. Knows callers by a text and
 * nothing of HTTP; {@code http} asks it before any work is done.
 */
@org.jspecify.annotations.NullMarked
package io.focusgen.limit;
