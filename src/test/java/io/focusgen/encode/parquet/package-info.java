/** What other readers make of our Parquet files. */
@NullMarked
package io.focusgen.encode.parquet;

import org.jspecify.annotations.NullMarked;
