/** In place of the document that is read with a library. */
@NullMarked
package io.focusgen.archfixture.spec.organisation;

import org.jspecify.annotations.NullMarked;
