/**
 * Everything compressed here is read back by code that we did not write: the JDK's zlib and the library of zstd.
 * {@link io.focusgen.encode.compress.Samples} makes the bytes, {@link io.focusgen.encode.compress.SmallChunks} takes what
 * comes out.
 */
@NullMarked
package io.focusgen.encode.compress;

import org.jspecify.annotations.NullMarked;
