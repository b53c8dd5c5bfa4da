/** Reports of our own faults to Sentry, where one is configured. */
@NullMarked
package io.focusgen.observe.sentry;

import org.jspecify.annotations.NullMarked;
