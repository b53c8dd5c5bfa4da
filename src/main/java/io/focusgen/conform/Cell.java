package io.focusgen.conform;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The text of a cell with what was read from it once.
 *
 * @param id a number per distinct text of the column, from 1; 0 where the column's texts are not numbered
 * @param decimal null unless the column holds decimals and the text is one
 * @param moment seconds since 1970, {@link UtcTime#NONE} unless the column holds moments and the text is one
 * @param broken the rules of single cells that the text breaks
 * @param unlike the habits of single providers that the text breaks: with most ids those of all providers but one
 */
record Cell(String text, int id, @Nullable Decimal decimal, long moment, List<CellRule> broken, List<CellRule> unlike) {

    /** What makes two cells of a column equal: the number, not how it is written; else the text. */
    Object value() {
        return decimal == null ? text : decimal;
    }
}
