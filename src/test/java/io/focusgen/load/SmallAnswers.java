package io.focusgen.load;

import java.io.IOException;
import java.util.Optional;

import io.focusgen.bench.Child;
import io.focusgen.bench.Gate;
import io.focusgen.bench.Report;
import io.focusgen.bench.Series;

/** Many connections that ask for a hundred rows again and again. */
final class SmallAnswers {

    private static final int CLIENTS = 64;
    private static final String PATH = "/api/v1/cost-and-usage.csv?rows=100&month=2026-03&seed=42";
    private static final double MOST_MILLIS = 200;

    private final Extent extent;
    private final Report report;
    private final Optional<LoadTool> tool;

    /** @param tool that asks, or none for our own client */
    SmallAnswers(Extent extent, Report report, Optional<LoadTool> tool) {
        this.extent = extent;
        this.report = report;
        this.tool = tool;
    }

    void run() throws IOException, InterruptedException {
        try (Child service = Child.service("load-small", "-Xmx512m", "-XX:+UseG1GC", "-Dquarkus.log.level=WARN",
                "-Dfocus.stream.slots=" + 2 * CLIENTS)) {
            Clients.ask(service.port(), CLIENTS, extent.warmSeconds(), Long.MAX_VALUE, number -> PATH);
            Answers answers = tool.isPresent()
                    ? tool.get().ask(CLIENTS, extent.seconds(), "http://127.0.0.1:" + service.port() + PATH)
                    : Clients.ask(service.port(), CLIENTS, extent.seconds(), extent.requests(), number -> PATH);
            String how = CLIENTS + " connections that are kept, " + answers.tool() + ", " + answers.whole()
                    + " answers";
            report.add(Gate.atMost("100 rows of CSV again and again: errors", "", 0, null), answers.errors(), how);
            report.add(Gate.atMost("  99 % within", "ms", MOST_MILLIS, null), answers.within99(), "median "
                    + Series.number(answers.median()) + " ms, longest " + Series.number(answers.longest()) + " ms");
            report.add(Gate.reported("  answers", "1/s"), answers.perSecond(), "service and client on the same "
                    + Runtime.getRuntime().availableProcessors() + " cores");
        }
    }
}
