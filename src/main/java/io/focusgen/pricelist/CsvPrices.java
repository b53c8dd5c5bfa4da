package io.focusgen.pricelist;

import io.focusgen.encode.ByteOutput;
import io.focusgen.encode.csv.CsvRecords;
import io.focusgen.focus.ColumnType;
import io.focusgen.spec.TextOptions;

/** A record for each line, written as the rows of data sets are. */
final class CsvPrices implements PriceWriter {

    private final CsvRecords records;
    private final boolean header;

    CsvPrices(TextOptions options) {
        records = new CsvRecords(options.delimiter().character(), options.lineEnd().characters(),
                options.excelSafe());
        header = options.header();
    }

    @Override
    public void begin(ByteOutput out) {
        if (header) {
            for (PriceColumn column : PriceColumn.values()) {
                records.field(column.ordinal(), ColumnType.TEXT, column.id(), out);
            }
            records.end(out);
        }
    }

    @Override
    public void line(PriceLine line, boolean first, ByteOutput out) {
        for (PriceColumn column : PriceColumn.values()) {
            records.field(column.ordinal(), column.type(), column.text(line), out);
        }
        records.end(out);
    }

    @Override
    public void end(ByteOutput out) {
        // A list of records ends with its last record.
    }
}
