/**
 * Raw parameters to a valid {@link io.focusgen.spec.DatasetSpec}, or every error at once.
 *
 * <p>{@link io.focusgen.spec.Parameter} is the table that everything here is made from: to add a parameter, add its row there,
 * its component to {@code DatasetSpec}, its line to {@link io.focusgen.spec.SpecReader}; the compiler then asks for its
 * line in {@link io.focusgen.spec.CanonicalRequest}, and the query string, the command line and the documentation have it.
 *
 * <p>Nothing here reads a clock or draws a number: what depends on them comes in as {@link io.focusgen.spec.Defaults}.
 */
@NullMarked
package io.focusgen.spec;

import org.jspecify.annotations.NullMarked;
