/**
 * Blocks of bytes to members of gzip and frames of zstd. Each stands for itself, so blocks are compressed by any thread,
 * and any sequence of them is a file: months, shards and files may be joined as they are.
 * {@link io.focusgen.encode.compress.BlockCompressor} is the way in; it gathers what an encoder writes, and hands it to a
 * {@link io.focusgen.encode.compress.Compressor}.
 *
 * <p>
 * Gzip is our own: {@code Deflate} finds what rows have in common, {@code DeflateBlock} holds it and writes it with two
 * codes of {@code PrefixCode}, which {@code CodeLengths} tells the reader. Because it knows that rows repeat the row
 * before, it takes a third of the time that the JDK's fastest level takes, and its files are smaller; and its bytes do not
 * depend on the zlib that a JDK happens to bring.
 *
 * <p>
 * What wants a single stream of deflate instead of members, as an entry of a zip file does, gets it in parts from
 * {@link io.focusgen.encode.compress.DeflateParts}, which any thread makes, too.
 *
 * <p>
 * Zstd is the reference library behind zstd-jni. Written in Java there is aircompressor, which needs no native library, but
 * takes two thirds more time, makes as much garbage as it reads, and builds on {@code sun.misc.Unsafe}, which is about to
 * be closed. The library must be unpacked into a folder from which code may be loaded. The service needs a writable
 * {@code java.io.tmpdir} anyway; where that is mounted noexec, {@code -DZstdTempFolder} names another one.
 */
@NullMarked
package io.focusgen.encode.compress;

import org.jspecify.annotations.NullMarked;
