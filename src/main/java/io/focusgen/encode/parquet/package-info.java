/**
 * Rows to Parquet. {@link io.focusgen.encode.parquet.RowGroup} takes the rows of some blocks and turns them, column by
 * column, into the bytes of one row group; {@link io.focusgen.encode.parquet.ParquetFile} knows what stands around row
 * groups. Pages, dictionaries, statistics and the footer are the work of parquet-java; no class of Hadoop is on the way.
 *
 * <p>Rows are handed to the library's column writers a line and a column at a time, because that is twice as fast as its
 * record consumer, which takes rows: measured with the same 200,000 rows of 57 columns and zstd, 640,000 against 280,000 rows
 * a CPU second.
 */
@NullMarked
package io.focusgen.encode.parquet;

import org.jspecify.annotations.NullMarked;
