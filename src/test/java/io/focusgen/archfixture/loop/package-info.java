/** Has no row in the package table, and is one half of a cycle. */
@NullMarked
package io.focusgen.archfixture.loop;

import org.jspecify.annotations.NullMarked;
