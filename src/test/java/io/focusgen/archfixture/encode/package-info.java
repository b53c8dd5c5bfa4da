/** In place of the formats: the library of a package below is not theirs. */
@NullMarked
package io.focusgen.archfixture.encode;

import org.jspecify.annotations.NullMarked;
