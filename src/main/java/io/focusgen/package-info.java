/**
 * A generator of cloud bills in FOCUS format. {@link io.focusgen.Main} is where the process starts: without arguments it is
 * the service ({@link io.focusgen.http}), with a verb the command line ({@link io.focusgen.cli}); both read requests with
 * {@link io.focusgen.spec} and get their rows from {@link io.focusgen.stream}.
 */
@NullMarked
package io.focusgen;

import org.jspecify.annotations.NullMarked;
