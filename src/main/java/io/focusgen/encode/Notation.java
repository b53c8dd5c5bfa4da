package io.focusgen.encode;

import java.util.List;

import io.focusgen.focus.OutputColumn;

/**
 * How a format writes rows. A row is, for each column, what stands before its cell, the cell, and what stands behind it:
 * so the bytes between two cells that change can be joined once for a whole line. Numbers are written alike in every format.
 * Immutable.
 */
public interface Notation {

    /** What stands before the first row of a data set; may be empty. */
    byte[] header(List<OutputColumn> columns);

    /**
     * What stands before the cell of a column that is not null: separator, name and quote, as the format has them.
     *
     * @param place the column's number in the file, from 0
     */
    byte[] before(OutputColumn column, int place);

    /** What stands behind it; without what ends the row. */
    byte[] after(OutputColumn column);

    /** All that stands for a column whose cell is null, the separator included. */
    byte[] absent(OutputColumn column, int place);

    /** What stands behind the last cell of a row. */
    byte[] end();

    /** Bytes that {@link #write} takes at most for a text of so many characters. */
    int mostBytes(int characters);

    /**
     * Writes the cell of a column that is not null and the same in all rows of a line; the text is ASCII. Returns the
     * position behind it.
     */
    int write(OutputColumn column, String text, byte[] out, int position);
}
