/**
 * Texts that nobody would write, given to everything that reads what strangers write. A target is a class with a method
 * {@code fuzzerTestOneInput}, beside what it tests; {@link io.focusgen.fuzz.FuzzTarget} lists them. Every build gives each its
 * corpus and a fixed number of mutations of it ({@code FuzzTargetsTest}); {@link io.focusgen.fuzz.Fuzz} lets Jazzer look for
 * more, led by the code that is reached.
 */
@NullMarked
package io.focusgen.fuzz;

import org.jspecify.annotations.NullMarked;
