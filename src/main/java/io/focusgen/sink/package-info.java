/**
 * Where whole files go: written block by block, then committed or discarded. Nobody sees a file before its commit, and
 * what is discarded leaves nothing behind.
 *
 * <p>A {@link io.focusgen.sink.Sink} opens a {@link io.focusgen.sink.StagedFile}, which pulls the blocks of a
 * {@link io.focusgen.stream.BlockSource} and tells by {@link io.focusgen.sink.Checkpoint}s how far they are safe. Blocks can
 * be encoded any number of times and give the same bytes, so nothing is kept to be sent again: what has to be sent again is
 * encoded again, by this process or by another one that goes on at the last checkpoint.
 */
@NullMarked
package io.focusgen.sink;

import org.jspecify.annotations.NullMarked;
