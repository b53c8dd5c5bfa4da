/** Charge rows to bytes through a column plan. */
@NullMarked
package io.focusgen.encode;

import org.jspecify.annotations.NullMarked;
