/** Raw parameters to a valid {@link io.focusgen.spec.DatasetSpec}, or every error at once. */
@NullMarked
package io.focusgen.spec;

import org.jspecify.annotations.NullMarked;
