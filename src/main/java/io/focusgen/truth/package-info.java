/**
 * Answer sheets: what a data set hides from those who only see its rows, for tests of tools that are to find it out. Start
 * with {@link io.focusgen.truth.AnswerSheet}, one of the {@link io.focusgen.truth.Sheet}s about one request: lines under
 * columns, written part by part. A sheet is read off the charges that the rows are made from, so that the two cannot differ:
 * {@code Ownership} slice by slice, because it is as long as the data set has resources; the others, which are short, are
 * made when they are asked for. To add a sheet, add its columns and its line in {@code Sheet}.
 */
@NullMarked
package io.focusgen.truth;

import org.jspecify.annotations.NullMarked;
