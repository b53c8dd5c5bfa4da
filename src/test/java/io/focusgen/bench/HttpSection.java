package io.focusgen.bench;

import java.io.IOException;

/** The packaged service beside a server that sends the same bytes again and again, read in turn by the same client. */
final class HttpSection {

    private static final Request HUNDRED_MILLION = Request.hourly(100_000_000, 42);
    private static final int SLOW_BYTES_PER_SECOND = 2_000_000;
    private static final double SLOW_SECONDS = 10;
    private static final int SLOW_PIECE = 20_000;

    private final Effort effort;
    private final Report report;

    HttpSection(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    /** A whole answer: bytes, wall seconds, CPU seconds of the server. */
    private record Transfer(long bytes, double wallSeconds, double serverSeconds) {

        static Transfer of(Child server, String path) throws IOException {
            double cpu = server.cpuSeconds();
            long start = System.nanoTime();
            try (HttpGet get = new HttpGet(server.port(), path)) {
                long bytes = get.toEnd();
                double wall = (System.nanoTime() - start) / 1e9;
                return new Transfer(bytes, wall, server.cpuSeconds() - cpu);
            }
        }

        double bytesPerSecond() {
            return bytes / wallSeconds;
        }
    }

    void run() throws Exception {
        try (Child service = Child.service("service"); Child constant = Child.constantServer()) {
            throughput(service, constant);
            firstByte(service);
            slowReader(service, Gate.atMost("CPU for a 2 MB/s reader of 100 million rows, first 10 s", "CPU s", 3, 1.0),
                    "warm service");
        }
        if (!effort.quick()) {
            try (Child fresh = Child.service("fresh")) {
                slowReader(fresh, Gate.atMost("  the same as the first request after a start", "CPU s", 3, 1.0)
                        .onlyReported(), "fresh service, classes loaded and compiled meanwhile");
            }
        }
    }

    private void throughput(Child service, Child constant) throws Exception {
        Request request = Request.hourly(effort.rows() / 2, 42);
        TpchPeer tpchPeer = new TpchPeer();
        Series ours = new Series();
        Series theirs = new Series();
        Series rows = new Series();
        Series tpch = new Series();
        Series secondsPerGb = new Series();
        Series constantPerGb = new Series();
        long length = 0;
        for (int round = -effort.warmUps(); round < effort.pairs(); round++) {
            Cost lines = Cost.of(tpchPeer::run);
            Transfer answer = Transfer.of(service, request.path());
            length = answer.bytes;
            Transfer peer = Transfer.of(constant, "/" + length);
            if (round >= 0) {
                ours.add(answer.bytesPerSecond());
                theirs.add(peer.bytesPerSecond());
                rows.add(request.rows() / answer.serverSeconds);
                tpch.add(lines.rowsPerCpuSecond());
                secondsPerGb.add(answer.serverSeconds / (answer.bytes / 1e9));
                constantPerGb.add(peer.serverSeconds / (peer.bytes / 1e9));
            }
        }
        report.add(Gate.atLeast("HTTP CSV throughput against the constant-buffer server", "x bytes/s", 0.35, 0.7),
                ours.over(theirs), Series.number(ours.median() / 1e6) + " MB/s (" + spread(ours) + ") against "
                        + Series.number(theirs.median() / 1e6) + " MB/s (" + spread(theirs) + "), " + length
                        + " bytes each");
        report.add(Gate.reported("  the same by CPU of the server", "x bytes/CPU s"), constantPerGb.over(secondsPerGb),
                "server CPU s/GB " + Series.number(secondsPerGb.median()) + " (" + secondsPerGb.spread() + ") against "
                        + Series.number(constantPerGb.median()) + " (" + constantPerGb.spread() + ")");
        report.add(Gate.atLeast("whole service over HTTP against trino tpch", "x rows/CPU s", 1.0, 1.5),
                rows.over(tpch),
                Series.number(rows.median()) + " rows per CPU second of the service (" + rows.spread() + "), tpch "
                        + Series.number(tpch.median()) + " (" + tpch.spread() + ")");
    }

    private static String spread(Series bytesPerSecond) {
        return Series.number(bytesPerSecond.least() / 1e6) + " to " + Series.number(bytesPerSecond.most() / 1e6);
    }

    private void firstByte(Child service) throws Exception {
        Series millis = new Series();
        Series cpu = new Series();
        int counted = effort.pairs() + 2;
        for (int round = -3; round < counted; round++) {
            // A company that the service has not seen yet.
            Request request = Request.hourly(HUNDRED_MILLION.rows(), 100 + round);
            double before = service.cpuSeconds();
            long start = System.nanoTime();
            try (HttpGet get = new HttpGet(service.port(), request.path())) {
                get.read(1);
                long end = System.nanoTime();
                if (round >= 0) {
                    millis.add((end - start) / 1e6);
                    cpu.add(service.cpuSeconds() - before);
                }
            }
            // What was in flight for the last one must not run into the next one.
            Thread.sleep(200);
        }
        report.add(Gate.atMost("first byte of a 100-million-row request, warm", "ms", 300, 50.0), millis,
                "a new seed each time, from before the connect; server CPU until then "
                        + Series.number(cpu.median() * 1e3) + " ms");
    }

    private void slowReader(Child service, Gate gate, String which) throws Exception {
        double before = service.cpuSeconds();
        long start = System.nanoTime();
        try (HttpGet get = new HttpGet(service.port(), HUNDRED_MILLION.path())) {
            double seconds;
            while ((seconds = (System.nanoTime() - start) / 1e9) < SLOW_SECONDS) {
                if (get.bytes() < seconds * SLOW_BYTES_PER_SECOND) {
                    get.read(SLOW_PIECE);
                } else {
                    Thread.sleep(5);
                }
            }
            report.add(gate, service.cpuSeconds() - before, which + ", plan included; " + get.bytes() + " bytes read");
        }
    }
}
