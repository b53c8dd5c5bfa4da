package io.focusgen.attack;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * What a service that runs somewhere says of itself in its metrics.
 *
 * @param started when its process began, seconds since 1970
 * @param failures requests and streams that failed by its own fault, since it began
 * @param collections of garbage, since it began
 * @param longLived share of the heap that what lives long took behind the last collection, 0 to 1
 */
record Vitals(double started, double failures, double collections, double longLived) {

    private static final String PATH = "/q/metrics";

    /** Empty where its metrics cannot be read. */
    static Optional<Vitals> of(Door door) throws IOException {
        Reply reply = door.get(PATH);
        List<String> lines = reply.text().lines().toList();
        OptionalDouble started = sum(lines, "process_start_time_seconds", labels -> true);
        return reply.status() == 200 && started.isPresent()
                ? Optional.of(new Vitals(started.getAsDouble(), failures(lines),
                        sum(lines, "jvm_gc_pause_seconds_count", labels -> true).orElse(0),
                        sum(lines, "jvm_memory_usage_after_gc", labels -> true).orElse(0)))
                : Optional.empty();
    }

    private static double failures(List<String> lines) {
        Predicate<String> failed = labels -> labels.contains("outcome=\"failed\"");
        return sum(lines, "http_server_requests_seconds_count",
                labels -> labels.contains("status=\"5") && !labels.contains("status=\"503\"")).orElse(0)
                + sum(lines, "focus_requests_total", failed).orElse(0)
                + sum(lines, "focus_streams_total", failed).orElse(0);
    }

    /** The sum of a metric over those of its series that are wanted; empty where there is none of that name. */
    private static OptionalDouble sum(List<String> lines, String name, Predicate<String> wanted) {
        List<String> series = lines.stream()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " ")).toList();
        return series.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(series.stream().filter(wanted)
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum());
    }
}
