/**
 * The command line: the plain core without the service around it, so that a verb starts in a fraction of a second. Data
 * alone goes to standard output, everything else to standard error; asking for help is asking for text, so that is output.
 *
 * <p>{@link io.focusgen.cli.CommandLineInterface} has the verbs. A {@code Verb} makes its {@code Options} from tables such as
 * {@link io.focusgen.spec.Parameter}, {@code BlockWriter} encodes with all cores and writes in order, and a {@code Target}
 * is either committed or leaves nothing behind.
 */
@NullMarked
package io.focusgen.cli;

import org.jspecify.annotations.NullMarked;
