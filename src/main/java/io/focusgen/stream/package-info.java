/**
 * Blocks to an ordered, bounded stream of buffers. {@link io.focusgen.stream.Streams} is the door: it turns a
 * {@link io.focusgen.stream.BlockSource} into a {@code Multi<Buffer>} whose items a reader pulls.
 *
 * <p>A source of a data set is made of {@code PlannedRows}: {@code TextBlocks} make a block of the file of each block of the
 * plan, {@code ParquetBlocks} a row group of many, in turns, and a last one that needs all others.
 *
 * <p>The way of a block: {@link io.focusgen.stream.BlockSubscription} hands up to <i>W</i> consecutive blocks to the
 * {@link io.focusgen.stream.StreamPool}; a worker encodes one of them, whole or in turns, into arrays of the
 * {@link io.focusgen.stream.ChunkPool} and parks it; whoever notices (the worker or the reader that asked) emits parked
 * chunks in block order while there is demand. A slot is free again when the last byte of its block is on its way, so a
 * stream holds at most <i>W</i> blocks and one chunk, whatever the reader does, and no thread ever waits for a reader.
 *
 * <p>Arrays are recycled by whoever used the bytes up ({@link io.focusgen.stream.Streams#recycle}). Vert.x writes a
 * foreign Netty buffer through a wrapper that swallows the release, so Netty cannot return the array by itself; the HTTP
 * writer does it when the write has completed. Who never recycles loses nothing but the reuse.
 */
@NullMarked
package io.focusgen.stream;

import org.jspecify.annotations.NullMarked;
