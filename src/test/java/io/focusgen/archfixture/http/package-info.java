/** In place of the API: waits, prints and looks at its observers. */
@NullMarked
package io.focusgen.archfixture.http;

import org.jspecify.annotations.NullMarked;
