package io.focusgen.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import io.focusgen.focus.Granularity;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedExport;

/**
 * Measures and holds the figures against their gates. Without arguments everything, with {@code quick} in a minute what
 * can be had in one; {@code profile [hourly|daily] [seconds]} only encodes, for whoever wants to watch it.
 */
public final class Bench {

    private static final Path FILE = Path.of("target", "bench.json");

    private Bench() {
    }

    /** Exits with 1 where a gate is missed, with 2 where the arguments are wrong. */
    public static void main(String... arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("profile")) {
            String which = arguments.length > 1 ? arguments[1] : "hourly";
            profile(which, arguments.length > 2 ? Integer.parseInt(arguments[2]) : 60);
        } else if (arguments.length == 0) {
            measure(Effort.FULL);
        } else if (Arrays.equals(arguments, new String[]{"quick"})) {
            measure(Effort.QUICK);
        } else if (Arrays.equals(arguments, new String[]{"s3"})) {
            Report report = new Report(System.out);
            report.section("to S3", new S3UploadSection(report)::run);
            report.table(System.out);
            System.exit(report.passed() ? 0 : 1);
        } else {
            System.err.println("Arguments: none, quick, s3, or profile [hourly|daily] [seconds]");
            System.exit(2);
        }
    }

    private static void measure(Effort effort) throws IOException {
        long start = System.nanoTime();
        Report report = new Report(System.out);
        report.section("one thread to a null sink, beside the peers", new NullSinkSection(effort, report)::run);
        report.section("currencies", new CurrencySection(effort, report)::run);
        report.section("compression", new CompressionSection(effort, report)::run);
        report.section("Parquet", new ParquetSection(effort, report)::run);
        report.section("bundle", new BundleSection(effort, report)::run);
        report.section("a verb", new VerbSection(effort, report)::run);
        report.section("jobs", new JobSection(effort, report)::run);
        report.section("workers", new WorkersSection(effort, report)::run);
        report.section("over HTTP", new HttpSection(effort, report)::run);
        report.section("ten billion rows", new PlanSection(effort, report)::run);
        if (!effort.quick()) {
            report.section("a long stream in a small heap", new LongStreamSection(effort, report)::run);
            report.section("to S3", new S3UploadSection(report)::run);
        }
        report.table(System.out);
        report.write(FILE);
        System.out.printf(Locale.ROOT, "%s; %.0f s; load average %.1f%n", FILE, (System.nanoTime() - start) / 1e9,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.exit(report.passed() ? 0 : 1);
    }

    private static void profile(String which, int seconds) throws Exception {
        BlockSource source = which.equals("daily")
                ? PlannedExport.of(new Request(2_000_000, Granularity.DAILY, 42).spec()).blocks(Format.CSV)
                : new Stretches(NullSinkSection.TWENTY_THOUSAND_RESOURCES, Effort.FULL.rows());
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        System.out.println("process " + ProcessHandle.current().pid() + " encodes " + which + " for " + seconds + " s");
        while (System.nanoTime() < end) {
            NullSink sink = NullSink.counting();
            Cost cost = Cost.of(() -> {
                for (long block = 0; block < source.blocks(); block++) {
                    source.encode(block, sink);
                }
                return sink.bytes();
            });
            System.out.printf(Locale.ROOT, "%d bytes, %.2f CPU s, %.2f CPU s/GB, %d bytes allocated%n", cost.rows(),
                    cost.cpuSeconds(), cost.cpuSeconds() / (cost.rows() / 1e9), cost.allocatedBytes());
        }
    }
}
