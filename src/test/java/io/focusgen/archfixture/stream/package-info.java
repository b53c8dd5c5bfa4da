/** In place of the stream: sees more of Vert.x than its buffers. */
@NullMarked
package io.focusgen.archfixture.stream;

import org.jspecify.annotations.NullMarked;
