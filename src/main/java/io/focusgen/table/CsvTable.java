package io.focusgen.table;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.ByteOutput;
import io.focusgen.encode.csv.CsvRecords;
import io.focusgen.focus.ColumnType;
import io.focusgen.spec.Shard;
import io.focusgen.spec.TextOptions;

/** A record for each line, written as the rows of data sets are. */
final class CsvTable implements TableWriter {

    private final List<? extends TableColumn> columns;
    private final CsvRecords records;
    private final boolean header;

    CsvTable(List<? extends TableColumn> columns, TextOptions options) {
        this.columns = List.copyOf(columns);
        records = new CsvRecords(options.delimiter().character(), options.lineEnd().characters(),
                options.excelSafe());
        header = options.header().in(Shard.WHOLE);
    }

    @Override
    public void begin(ByteOutput out) {
        if (header) {
            for (int i = 0; i < columns.size(); i++) {
                records.field(i, ColumnType.TEXT, columns.get(i).id(), out);
            }
            records.end(out);
        }
    }

    @Override
    public void line(@Nullable String[] cells, boolean first, ByteOutput out) {
        for (int i = 0; i < cells.length; i++) {
            records.field(i, columns.get(i).type(), cells[i], out);
        }
        records.end(out);
    }

    @Override
    public void end(ByteOutput out) {
        // A list of records ends with its last record.
    }
}
