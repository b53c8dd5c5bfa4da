/** In place of the observers. */
@NullMarked
package io.focusgen.archfixture.observe;

import org.jspecify.annotations.NullMarked;
