package io.focusgen.http.monitoring;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.focusgen.cache.Caches;
import io.focusgen.cache.RegionStats;
import io.focusgen.cache.SharedDocuments;
import io.focusgen.http.monitoring.HealthPart.Condition;
import io.focusgen.http.monitoring.HealthPart.State;
import io.focusgen.http.streaming.Admission;
import io.focusgen.http.streaming.Slots;
import io.focusgen.job.Jobs;
import io.focusgen.limit.Limits;
import io.focusgen.limit.Mode;
import io.focusgen.sink.Room;
import io.focusgen.sink.Sinks;
import io.focusgen.sink.Target;
import io.focusgen.spec.GeneratorVersion;

/** The parts of the service that this package knows of. */
@ApplicationScoped
class HealthParts {

    /** Of the heap; beyond it, collecting garbage begins to cost more than the work. */
    private static final double NEARLY_FULL = 0.95;

    private record Named(String name, Supplier<Condition> look) implements HealthPart {

        @Override
        public Condition now() {
            return look.get();
        }
    }

    @Produces
    @Singleton
    HealthPart streams(Admission admission) {
        return new Named("streams", () -> slots(admission.streams()));
    }

    @Produces
    @Singleton
    HealthPart plans(Admission admission) {
        return new Named("plans", () -> slots(admission.plans()));
    }

    private static Condition slots(Slots slots) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("taken", slots.taken());
        figures.put("slots", slots.size());
        return new Condition(slots.taken() < slots.size() ? State.UP : State.DEGRADED, figures);
    }

    @Produces
    @Singleton
    HealthPart jobs(Jobs jobs) {
        return new Named("jobs", () -> {
            Map<String, Object> figures = new LinkedHashMap<>();
            jobs.counts().forEach((status, count) -> figures.put(status.label(), count));
            Optional<String> trouble = jobs.trouble();
            trouble.ifPresent(reason -> figures.put("reason", reason));
            return new Condition(trouble.isEmpty() ? State.UP : State.DOWN, figures);
        });
    }

    /** What was left for files when it was last measured: that takes a while, and is begun anew at each look. */
    @Produces
    @Singleton
    HealthPart disk(Sinks sinks) {
        AtomicReference<Condition> last = new AtomicReference<>(new Condition(State.UP, Map.of()));
        return new Named("disk", () -> {
            if (sinks.available().contains(Target.DISK)) {
                sinks.of(Target.DISK).room().subscribe().with(room -> last.set(disk(room)), failure -> last
                        .set(new Condition(State.DOWN,
                                Map.of("reason", "The folder for files, DATA_DIR, cannot be read or written."))));
            }
            return Objects.requireNonNull(last.get());
        });
    }

    private static Condition disk(Room room) {
        return new Condition(room.all() > 0 ? State.UP : State.DOWN, Map.of("freeBytes", room.all()));
    }

    @Produces
    @Singleton
    HealthPart cache(Caches caches, SharedDocuments shared) {
        return new Named("cache", () -> {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("mode", caches.settings().on() ? "on" : "off");
            long bytes = 0;
            for (RegionStats region : caches.stats()) {
                figures.put(region.region().label(), region.entries());
                bytes += region.bytes();
            }
            figures.put("bytes", bytes);
            figures.put("boundBytes", caches.settings().bytes());
            figures.put("shared", shared.stats().configured());
            return new Condition(State.UP, figures);
        });
    }

    @Produces
    @Singleton
    HealthPart limits(Limits limits) {
        return new Named("limits", () -> {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("mode", limits.settings().on() ? limits.mode().label() : "off");
            figures.put("callers", limits.callers());
            return new Condition(limits.mode() == Mode.DEGRADED ? State.DEGRADED : State.UP, figures);
        });
    }

    @Produces
    @Singleton
    HealthPart memory() {
        Runtime runtime = Runtime.getRuntime();
        return new Named("memory", () -> {
            long used = runtime.totalMemory() - runtime.freeMemory();
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("heapUsedBytes", used);
            figures.put("heapBytes", runtime.maxMemory());
            return new Condition(used < NEARLY_FULL * runtime.maxMemory() ? State.UP : State.DEGRADED, figures);
        });
    }

    @Produces
    @Singleton
    HealthPart service() {
        return new Named("service", () -> {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("version", GeneratorVersion.CURRENT);
            figures.put("uptimeSeconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1_000);
            figures.put("cores", Runtime.getRuntime().availableProcessors());
            return new Condition(State.UP, figures);
        });
    }

    /** Without Redis there are no jobs where that keeps them; streams need none. */
    @Produces
    @Singleton
    HealthPart redis(Breakers breakers, @ConfigProperty(name = "focus.redis.url") Optional<String> url) {
        return remote("redis", url.filter(address -> !address.isBlank()).isPresent(), breakers);
    }

    @Produces
    @Singleton
    HealthPart s3(Breakers breakers, Sinks sinks) {
        return remote("s3", sinks.available().contains(Target.S3), breakers);
    }

    @Produces
    @Singleton
    HealthPart identity(Breakers breakers, @ConfigProperty(name = "focus.oidc.url") Optional<String> url) {
        return remote("identity", url.filter(address -> !address.isBlank()).isPresent(), breakers);
    }

    private static HealthPart remote(String name, boolean configured, Breakers breakers) {
        return new Named(name, () -> {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("configured", configured);
            Map<String, String> troubled = breakers.notClosed(name);
            figures.put("breakers", troubled.isEmpty() ? "closed" : troubled);
            return new Condition(troubled.isEmpty() ? State.UP : State.DEGRADED, figures);
        });
    }
}
