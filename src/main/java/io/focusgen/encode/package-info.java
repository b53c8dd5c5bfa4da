/**
 * Charge rows to bytes. A format is a package of its own below this one and sees only the row view of {@code generate};
 * {@link io.focusgen.encode.ByteOutput} is all that an encoder knows of where its bytes go.
 */
@NullMarked
package io.focusgen.encode;

import org.jspecify.annotations.NullMarked;
