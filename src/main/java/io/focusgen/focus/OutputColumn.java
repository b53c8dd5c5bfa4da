package io.focusgen.focus;

/** A column of a file: one of FOCUS, or one of the asker's own. */
public sealed interface OutputColumn permits FocusColumn, CustomColumn {

    /** The name in the file. */
    String id();

    ColumnType type();
}
