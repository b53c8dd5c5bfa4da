package io.focusgen.bench;

import io.focusgen.stream.Format;

/** One thread encodes to nowhere, and so do the peers, in turn. */
final class NullSinkSection {

    /** So many rows a month that hourly large-business has about twenty thousand resources. */
    static final Request TWENTY_THOUSAND_RESOURCES = Request.hourly(25_000_000, 42);

    private static final int MAPPER_TIMES = 15;

    private final Effort effort;
    private final Report report;

    NullSinkSection(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    /** Peers and what one round of each took. */
    private static final class Contender {

        private final Cost.Work work;
        private final Series rates = new Series();
        private final Series allocated = new Series();

        Contender(Cost.Work work) {
            this.work = work;
        }

        void round(boolean counted) throws Exception {
            Cost cost = Cost.of(work);
            if (counted) {
                rates.add(cost.rowsPerCpuSecond());
                allocated.add((double) cost.allocatedBytes() / cost.rows());
            }
        }
    }

    void run() throws Exception {
        Stretches data = new Stretches(TWENTY_THOUSAND_RESOURCES, effort.rows());
        int resources = data.resources();
        report.say(TWENTY_THOUSAND_RESOURCES.rows() + " rows a month of " + resources + " resources; "
                + data.rows() + " of them in 8 stretches are encoded in each round");
        TpchPeer tpchPeer = new TpchPeer();
        CsvMapperPeer mapperPeer = new CsvMapperPeer(data);
        DatafakerPeer datafakerPeer = new DatafakerPeer();
        NullSink sink = NullSink.counting();

        Contender ours = new Contender(() -> data.encode(sink));
        Stretches objects = new Stretches(TWENTY_THOUSAND_RESOURCES, effort.rows(), Format.NDJSON);
        NullSink objectSink = NullSink.counting();
        Contender ndjson = new Contender(() -> objects.encode(objectSink));
        Contender tpch = new Contender(tpchPeer::run);
        Contender mapper = new Contender(() -> mapperPeer.run(MAPPER_TIMES));
        Contender datafaker = new Contender(datafakerPeer::run);
        Contender[] inTurn = {ours, ndjson, tpch, mapper, datafaker};
        int rounds = effort.warmUps() + effort.pairs();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < inTurn.length; i++) {
                // Every other round backwards, so that nobody always follows the same neighbour.
                inTurn[round % 2 == 0 ? i : inTurn.length - 1 - i].round(round >= effort.warmUps());
            }
        }

        double bytesPerRow = (double) sink.bytes() / (data.rows() * rounds);
        report.add(Gate.atLeast("CSV to a null sink, " + resources + " resources, 57 columns, one thread",
                "rows/CPU s", 1.0e6, 2.5e6), ours.rates,
                data.rows() + " rows a round, " + Series.number(bytesPerRow) + " bytes each, "
                        + Series.number(1e3 / (ours.rates.median() * bytesPerRow / 1e6)) + " CPU s/GB");
        report.add(Gate.atLeast("  against trino tpch line items", "x rows/CPU s", 1.2, 2.5),
                ours.rates.over(tpch.rates), peer(tpch));
        report.add(Gate.atLeast("  against Jackson CsvMapper, same rows", "x rows/CPU s", 4, 10),
                ours.rates.over(mapper.rates), peer(mapper) + ", 57 typed cells a record, cells compared");
        report.add(Gate.reported("  against datafaker CsvTransformer", "x rows/CPU s"),
                ours.rates.over(datafaker.rates), peer(datafaker) + ", " + DatafakerPeer.COLUMNS + " columns");
        report.add(Gate.atLeast("  as NDJSON, against CSV", "x rows/CPU s", 0.6, 0.9), ndjson.rates.over(ours.rates),
                Series.number((double) objectSink.bytes() / (objects.rows() * rounds)) + " bytes a row");
        report.add(Gate.atMost("  allocated per row, steady state", "bytes", 16, 0.0), ours.allocated,
                "by the encoding thread, frames of new slices included");
    }

    private static String peer(Contender peer) {
        return "peer: " + Series.number(peer.rates.median()) + " rows/CPU s (" + peer.rates.spread() + "), "
                + Series.number(peer.allocated.median()) + " bytes allocated per row";
    }
}
