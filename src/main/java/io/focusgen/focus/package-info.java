/**
 * The vocabulary of FOCUS: versions, columns, closed value sets and billing periods. Every other package speaks it; it
 * knows nobody. Start with {@link io.focusgen.focus.FocusColumn}: the one list of columns, which encoders, checks and
 * documentation loop over.
 */
@NullMarked
package io.focusgen.focus;

import org.jspecify.annotations.NullMarked;
