package io.focusgen.http.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** Knows since when each part is as it is, to the second, because it looks every second. Thread-safe. */
@Singleton
public class HealthWatch {

    private static final long BETWEEN_LOOKS_MILLIS = 1_000;

    private final Iterable<HealthPart> parts;
    private final Clock clock;
    private final Map<String, Seen> seen = new HashMap<>();

    private record Seen(HealthPart.State state, Instant since) {
    }

    /**
     * A part at a moment.
     *
     * @param since when it was first seen in this state
     */
    public record Part(String name, HealthPart.Condition condition, Instant since) {
    }

    @Inject
    HealthWatch(@Any Instance<HealthPart> parts) {
        this(parts, Clock.systemUTC());
    }

    HealthWatch(Iterable<HealthPart> parts, Clock clock) {
        this.parts = parts;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent start, Vertx vertx) {
        vertx.setPeriodic(BETWEEN_LOOKS_MILLIS, timer -> look());
        look();
    }

    /** All parts as they are now, by name. */
    public synchronized List<Part> look() {
        List<Part> found = new ArrayList<>();
        for (HealthPart part : parts) {
            HealthPart.Condition now = part.now();
            Seen last = seen.get(part.name());
            if (last == null || last.state != now.state()) {
                last = new Seen(now.state(), clock.instant());
                seen.put(part.name(), last);
            }
            found.add(new Part(part.name(), now, last.since));
        }
        found.sort(Comparator.comparing(Part::name));
        return found;
    }
}
