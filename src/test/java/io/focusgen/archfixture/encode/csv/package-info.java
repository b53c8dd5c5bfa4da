/** Shows that a rule of the architecture can fail. */
@NullMarked
package io.focusgen.archfixture.encode.csv;

import org.jspecify.annotations.NullMarked;
