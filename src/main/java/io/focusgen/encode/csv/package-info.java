/**
 * Charge rows as CSV. {@link io.focusgen.encode.csv.CsvEncoder} is the hot path of the whole project: it encodes what is
 * the same in all rows of a line once and copies it. Knows nothing of where bytes go.
 */
@NullMarked
package io.focusgen.encode.csv;

import org.jspecify.annotations.NullMarked;
