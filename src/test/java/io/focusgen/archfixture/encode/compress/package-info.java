/** In place of the compression: has a row of its own, with a library that the row of the package above does not have. */
@NullMarked
package io.focusgen.archfixture.encode.compress;

import org.jspecify.annotations.NullMarked;
