/**
 * Small tables about a data set, as CSV and as JSON: price lists, answer sheets. A table has
 * {@link io.focusgen.table.TableColumn}s and lines of cells; {@link io.focusgen.table.TableFormat} makes the
 * {@link io.focusgen.table.TableWriter} that writes them as the files of data sets are written.
 */
@NullMarked
package io.focusgen.table;

import org.jspecify.annotations.NullMarked;
