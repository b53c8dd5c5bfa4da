package io.focusgen.table;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.ByteOutput;

/** Writes a table: what stands before the lines, each line, what stands behind them. Thread-safe. */
public interface TableWriter {

    void begin(ByteOutput out);

    /**
     * Writes one line.
     *
     * @param cells ASCII, one for each column; null for none
     * @param first whether no line stands before it
     */
    void line(@Nullable String[] cells, boolean first, ByteOutput out);

    void end(ByteOutput out);
}
