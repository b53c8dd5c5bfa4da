/**
 * Charge rows as CSV: {@link io.focusgen.encode.csv.CsvNotation} says what stands around cells and how text is quoted.
 * Files follow RFC 4180 and are ASCII; delimiter, line end, header and spreadsheet marks are the asker's.
 */
@NullMarked
package io.focusgen.encode.csv;

import org.jspecify.annotations.NullMarked;
