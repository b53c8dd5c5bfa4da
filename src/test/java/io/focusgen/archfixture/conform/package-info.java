/** In place of the checks: does what only they may. */
@NullMarked
package io.focusgen.archfixture.conform;

import org.jspecify.annotations.NullMarked;
