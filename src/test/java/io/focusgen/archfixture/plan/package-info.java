/** In place of the planner: depends on everything that changes bytes. */
@NullMarked
package io.focusgen.archfixture.plan;

import org.jspecify.annotations.NullMarked;
