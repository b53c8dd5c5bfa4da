/**
 * Charge rows to bytes. {@link io.focusgen.encode.LineCells} knows what a line of the bill says in each column, and which cells
 * change from row to row. {@link io.focusgen.encode.RowEncoder} is the hot path of the whole project: it encodes what is the
 * same in all rows of a line once and copies it. What makes it CSV or JSON is a {@link io.focusgen.encode.Notation}, in a
 * package of its own below this one for each format; Parquet, which is no text, has an encoder of its own in
 * {@link io.focusgen.encode.parquet}. {@link io.focusgen.encode.ByteOutput} is all that an encoder knows of
 * where its bytes go. Sees only the row view of {@code generate}.
 */
@NullMarked
package io.focusgen.encode;

import org.jspecify.annotations.NullMarked;
