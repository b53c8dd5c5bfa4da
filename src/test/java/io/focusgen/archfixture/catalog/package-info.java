/** In place of the catalogue: breaks its row of the package table. */
@NullMarked
package io.focusgen.archfixture.catalog;

import org.jspecify.annotations.NullMarked;
