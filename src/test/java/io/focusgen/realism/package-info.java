/**
 * How like real bills ours are: the same figures of both, side by side. {@code make realism} prints them; the tests hold what
 * is promised.
 */
@NullMarked
package io.focusgen.realism;

import org.jspecify.annotations.NullMarked;
