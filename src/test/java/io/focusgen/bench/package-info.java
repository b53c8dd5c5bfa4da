/**
 * {@code make bench}: the figures that the project promises, measured beside its peers in one run. {@link
 * io.focusgen.bench.Bench} is the door; each {@code …Section} measures the gates of one kind and hands them to the {@link
 * io.focusgen.bench.Report}.
 *
 * <p>Speed is counted in CPU seconds of the whole process that does the work, compiler and garbage collector included,
 * and compared in pairs that run right after each other: what else the machine is doing hits both alike. Nothing here is a
 * test, because no test may depend on a machine's speed.
 */
@NullMarked
package io.focusgen.bench;

import org.jspecify.annotations.NullMarked;
