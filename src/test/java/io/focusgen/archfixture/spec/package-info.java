/** In place of the parameters: the library of the package below is not theirs. */
@NullMarked
package io.focusgen.archfixture.spec;

import org.jspecify.annotations.NullMarked;
