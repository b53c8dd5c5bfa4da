package io.focusgen.bench;

import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedExport;

/** One thread writes a Parquet file, from the plan to the footer, and the same rows as CSV, in turn. */
final class ParquetSection {

    private static final long ROWS = 1_000_000;

    private final Effort effort;
    private final Report report;

    ParquetSection(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    void run() throws Exception {
        PlannedExport export = PlannedExport.of(Request.hourly(ROWS, 42).spec());
        Series parquet = new Series();
        Series csv = new Series();
        double bytes = 0;
        for (int round = 0; round < effort.warmUps() + effort.pairs(); round++) {
            NullSink sink = NullSink.counting();
            Cost file = Cost.of(() -> write(export, Format.PARQUET, sink));
            Cost text = Cost.of(() -> write(export, Format.CSV, NullSink.counting()));
            if (round >= effort.warmUps()) {
                parquet.add(file.rowsPerCpuSecond());
                csv.add(text.rowsPerCpuSecond());
                bytes = (double) sink.bytes() / file.rows();
            }
        }
        report.add(Gate.atLeast("Parquet with zstd to a null sink, one thread", "rows/CPU s", 100_000, 300_000),
                parquet,
                ROWS + " hourly rows a round, " + Series.number(bytes) + " bytes each");
        report.add(Gate.reported("  against the same rows as CSV", "x rows/CPU s"), parquet.over(csv), "");
    }

    private static long write(PlannedExport export, Format format, NullSink sink) {
        BlockSource blocks = export.blocks(format);
        for (long block = 0; block < blocks.blocks(); block++) {
            blocks.encode(block, sink);
        }
        return export.rows();
    }
}
