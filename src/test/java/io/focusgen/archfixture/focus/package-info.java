/** In place of the vocabulary: breaks the rule that the core is plain Java. */
@NullMarked
package io.focusgen.archfixture.focus;

import org.jspecify.annotations.NullMarked;
