package io.focusgen.bench;

import java.util.ArrayList;
import java.util.List;

import io.focusgen.encode.compress.Compression;
import io.focusgen.encode.compress.Compressor;
import io.focusgen.focus.Granularity;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedExport;
import io.focusgen.testing.Bytes;

/** One thread compresses blocks of CSV that were encoded before, and so does the JDK, in turn. */
final class CompressionSection {

    /** Rows in memory: about 100 MB of hourly and 16 MB of daily ones. */
    private static final long HOURLY_ROWS = 120_000;
    private static final int DAILY_ROWS = 20_000;

    /** Bytes compressed in a round, at least: the clock of a process counts in hundredths of a second. */
    private static final long ROUND_BYTES = 500_000_000;

    private final Effort effort;
    private final Report report;

    CompressionSection(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    /** Compresses a block into a sink. */
    @FunctionalInterface
    private interface Work {
        void compress(byte[] block, NullSink sink);
    }

    /** One compression, and what each round of it took. */
    private static final class Contender {

        private final Work work;
        private final Series seconds = new Series();
        private double share;

        Contender(Work work) {
            this.work = work;
        }

        static Contender of(Compression compression) {
            Compressor compressor = compression.compressor();
            return new Contender((block, sink) -> compressor.compress(block, 0, block.length, sink));
        }

        void round(List<byte[]> blocks, boolean counted) throws Exception {
            NullSink sink = NullSink.counting();
            Cost cost = Cost.of(() -> {
                long in = 0;
                while (in < ROUND_BYTES) {
                    for (byte[] block : blocks) {
                        work.compress(block, sink);
                        in += block.length;
                    }
                }
                return in;
            });
            share = (double) sink.bytes() / cost.rows();
            if (counted) {
                seconds.add(cost.cpuSeconds() / (cost.rows() / 1e9));
            }
        }

        @Override
        public String toString() {
            return Series.number(seconds.median()) + " CPU s/GB (" + seconds.spread() + "), 1/"
                    + Series.number(1 / share) + " of the size";
        }
    }

    void run() throws Exception {
        Stretches hourly = new Stretches(NullSinkSection.TWENTY_THOUSAND_RESOURCES, HOURLY_ROWS);
        compare("hourly", blocks(hourly));
        Request daily = new Request(DAILY_ROWS, Granularity.DAILY, 42);
        compare("daily", blocks(PlannedExport.of(daily.spec()).blocks(Format.CSV)));
    }

    private static List<byte[]> blocks(BlockSource source) {
        List<byte[]> blocks = new ArrayList<>();
        for (long block = 0; block < source.blocks(); block++) {
            blocks.add(Bytes.of(source, block).toArray());
        }
        return blocks;
    }

    private void compare(String rows, List<byte[]> blocks) throws Exception {
        DeflaterPeer deflater = new DeflaterPeer();
        Contender gzip = Contender.of(Compression.GZIP);
        Contender zstd = Contender.of(Compression.ZSTD);
        Contender jdk = new Contender(deflater::compress);
        Contender[] inTurn = {gzip, jdk, zstd};
        for (int round = 0; round < effort.warmUps() + effort.pairs(); round++) {
            for (int i = 0; i < inTurn.length; i++) {
                inTurn[round % 2 == 0 ? i : inTurn.length - 1 - i].round(blocks, round >= effort.warmUps());
            }
        }
        if (deflater.sums() == 0) {
            throw new IllegalStateException("the peer made no checksum");
        }

        String of = blocks.size() + " blocks, "
                + Series.number(blocks.stream().mapToLong(block -> block.length).sum() / 1e6) + " MB";
        report.add(Gate.atMost("gzip of " + rows + " CSV blocks against JDK Deflater level 1", "x CPU s", 1.25, 0.5),
                gzip.seconds.over(jdk.seconds), of + ", one thread; " + gzip + "; peer: " + jdk);
        report.add(Gate.atMost("  size against the peer's", "x bytes", 1.1, 1.0), gzip.share / jdk.share, of);
        report.add(Gate.reported("  zstd of the same against our gzip", "x CPU s"), zstd.seconds.over(gzip.seconds),
                zstd.toString());
        report.add(Gate.reported("  size against our gzip's", "x bytes"), zstd.share / gzip.share, of);
    }
}
