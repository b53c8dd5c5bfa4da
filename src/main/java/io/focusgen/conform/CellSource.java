package io.focusgen.conform;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Rows of cells out of a text, one at a time. */
interface CellSource {

    /** The rule that the text obeys as long as nothing here throws. */
    FileRule syntax();

    /** Whether cells have a {@link #kind}. */
    boolean typed();

    /**
     * The names of the columns, asked for once and first.
     *
     * @throws MalformedTextException also where there are none
     */
    List<String> header() throws IOException;

    /** The next row, or null at the end. */
    @Nullable
    String @Nullable [] next() throws IOException;

    /** Whether the last row that was read ended with a line end; true before the first. */
    boolean endsWithNewline();

    /** The line that the next row begins in, 1 for the first. */
    long line();

    /** What the cell in this place of the last row is; null for null, and where cells have no kind. */
    JsonText.@Nullable Kind kind(int place);
}
