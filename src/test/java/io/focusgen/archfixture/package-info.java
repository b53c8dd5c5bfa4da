/** A little product that breaks every rule of the architecture once, so that a test can see each rule fail. */
@NullMarked
package io.focusgen.archfixture;

import org.jspecify.annotations.NullMarked;
