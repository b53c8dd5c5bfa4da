package io.focusgen.table;

import io.focusgen.focus.ColumnType;

/** A column of a small table. */
public interface TableColumn {

    /** Its name, in the style of FOCUS. */
    String id();

    ColumnType type();

    /** One sentence. */
    String help();
}
