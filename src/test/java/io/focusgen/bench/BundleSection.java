package io.focusgen.bench;

import java.security.MessageDigest;
import java.util.zip.CRC32;

import io.focusgen.bundle.Bundle;
import io.focusgen.bundle.Layout;
import io.focusgen.bundle.ZipBlocks;
import io.focusgen.encode.compress.Compression;
import io.focusgen.encode.compress.Compressor;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedExport;
import io.focusgen.testing.Bytes;

/**
 * One thread writes bundle.zip, from the plan to the directory, with price list and answer sheets; and the same rows as CSV,
 * of which it makes by itself what a zip file cannot be without: a SHA-256, a CRC-32 and our gzip of every block.
 */
final class BundleSection {

    /** Of the one month, in one file. */
    private static final long ROWS = 1_000_000;

    private final Effort effort;
    private final Report report;

    BundleSection(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    void run() throws Exception {
        DatasetSpec spec = Request.hourly(ROWS, 42).spec();
        Series zips = new Series();
        Series parts = new Series();
        double bytes = 0;
        for (int round = 0; round < effort.warmUps() + effort.pairs(); round++) {
            NullSink sink = NullSink.counting();
            Cost zip = Cost.of(() -> zip(spec, sink));
            Cost alone = Cost.of(() -> parts(spec));
            if (round >= effort.warmUps()) {
                zips.add(zip.cpuSeconds());
                parts.add(alone.cpuSeconds());
                bytes = (double) sink.bytes() / zip.rows();
            }
        }
        report.add(Gate.atMost("bundle.zip against its CSV, SHA-256, CRC-32 and gzip, one thread", "x CPU s", 1.5, 1.1),
                zips.over(parts), ROWS + " hourly rows a round, " + Series.number(bytes) + " bytes each; "
                        + Series.number(zips.median()) + " CPU s; its parts: " + Series.number(parts.median()));
    }

    private static long zip(DatasetSpec spec, NullSink sink) {
        ZipBlocks zip = ZipBlocks.of(Bundle.of(spec, Format.CSV, Layout.MONTHLY, 1));
        for (long block = 0; block < zip.blocks(); block++) {
            zip.encode(block, sink);
        }
        return ROWS;
    }

    private static long parts(DatasetSpec spec) throws Exception {
        BlockSource blocks = PlannedExport.of(spec).blocks(Format.CSV);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        CRC32 crc = new CRC32();
        Compressor gzip = Compression.GZIP.compressor();
        NullSink sink = NullSink.counting();
        Bytes text = new Bytes();
        for (long block = 0; block < blocks.blocks(); block++) {
            text.length(0);
            blocks.encode(block, text);
            sha256.update(text.array(), 0, text.length());
            crc.update(text.array(), 0, text.length());
            gzip.compress(text.array(), 0, text.length(), sink);
        }
        if (crc.getValue() == 0 || sha256.digest().length == 0) {
            throw new IllegalStateException("nothing was summed up");
        }
        return ROWS;
    }
}
