package io.focusgen.http.monitoring;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.http.request.Query;
import io.focusgen.http.streaming.Admission;
import io.focusgen.http.streaming.Slots;
import io.focusgen.http.streaming.StreamOutcomes.End;
import io.focusgen.job.Jobs;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.stream.EncoderLoad;
import io.focusgen.stream.Streams;
import io.vertx.ext.web.RoutingContext;

/** What this process does, in some lines for people; machines read {@code /q/metrics}. */
@Path("/api/v1/monitoring/metrics")
public class FiguresResource {

    private static final double P50 = 0.5;
    private static final double P99 = 0.99;
    private static final double NANOS = 1e9;

    private final Activity activity;
    private final Admission admission;
    private final Streams streams;
    private final Jobs jobs;
    private final ObjectMapper json;

    FiguresResource(Activity activity, Admission admission, Streams streams, Jobs jobs, ObjectMapper json) {
        this.activity = activity;
        this.admission = admission;
        this.streams = streams;
        this.jobs = jobs;
        this.json = json;
    }

    /** Totals since the process began, rates of the last minute, times of the first byte of the last five to ten minutes. */
    @GET
    public Response get(RoutingContext exchange) throws JsonProcessingException {
        Query.refuse(exchange.request().query());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", GeneratorVersion.CURRENT);
        document.put("uptimeSeconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1_000);
        document.put("streams", streams());
        document.put("plans", slots(admission.plans()));
        document.put("lastMinute", rates(activity.before(), activity.now()));
        document.put("firstByteMillis", firstBytes());
        document.put("totals", totals(activity.now()));
        document.put("encoders", encoders(streams.load()));
        Map<String, Object> counts = new LinkedHashMap<>();
        jobs.counts().forEach((status, count) -> counts.put(status.label(), count));
        document.put("jobs", counts);
        document.put("memory", memory(Runtime.getRuntime()));
        return Response.ok(json.writeValueAsString(document)).header("Content-Type", "application/json")
                .header("Cache-Control", "no-store").build();
    }

    private Map<String, Object> streams() {
        Map<String, Object> figures = slots(admission.streams());
        for (End end : End.values()) {
            figures.put(end.name().toLowerCase(Locale.ROOT), activity.ended(end));
        }
        figures.put("shed", activity.shedSoFar());
        return figures;
    }

    private static Map<String, Object> slots(Slots slots) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("active", slots.taken());
        figures.put("slots", slots.size());
        return figures;
    }

    static Map<String, Object> rates(Activity.Sample before, Activity.Sample now) {
        double seconds = Math.max(1, now.nanos() - before.nanos()) / NANOS;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rowsPerSecond", Math.round((now.rows() - before.rows()) / seconds));
        figures.put("bytesPerSecond", Math.round((now.bytes() - before.bytes()) / seconds));
        figures.put("streamsPerSecond", Math.round((now.ended() - before.ended()) / seconds * 100) / 100.0);
        return figures;
    }

    private Map<String, Object> firstBytes() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("streams", activity.firstBytes().count());
        put(figures, "p50", activity.firstBytes().millis(P50));
        put(figures, "p99", activity.firstBytes().millis(P99));
        return figures;
    }

    private static void put(Map<String, Object> figures, String name, OptionalDouble value) {
        value.ifPresent(known -> figures.put(name, known));
    }

    private static Map<String, Object> totals(Activity.Sample now) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", now.rows());
        figures.put("bytes", now.bytes());
        return figures;
    }

    private static Map<String, Object> encoders(EncoderLoad load) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("threads", load.threads());
        figures.put("active", load.active());
        figures.put("queued", load.queued());
        return figures;
    }

    private static Map<String, Object> memory(Runtime runtime) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("heapUsedBytes", runtime.totalMemory() - runtime.freeMemory());
        figures.put("heapBytes", runtime.maxMemory());
        return figures;
    }
}
