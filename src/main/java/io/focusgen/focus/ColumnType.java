package io.focusgen.focus;

/** The data type of a FOCUS column. */
public enum ColumnType {
    /** A string. */
    TEXT,
    /** A decimal number, written plainly and always with a point. */
    DECIMAL,
    /** A moment in UTC, written {@code yyyy-MM-ddTHH:mm:ssZ}. */
    DATE_TIME,
    /** A JSON object as text. */
    JSON
}
