/**
 * Metrics, health and tracing. Each class implements an interface that the feature it watches owns, so nothing else
 * imports this package or Micrometer. All names begin with {@code focus_}.
 */
@NullMarked
package io.focusgen.observe;

import org.jspecify.annotations.NullMarked;
