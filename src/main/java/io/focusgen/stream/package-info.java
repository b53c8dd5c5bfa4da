/** Blocks to an ordered, bounded stream of buffers. */
@NullMarked
package io.focusgen.stream;

import org.jspecify.annotations.NullMarked;
