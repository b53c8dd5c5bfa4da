package io.focusgen.http.monitoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.inject.Singleton;

import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;

/** The circuit breakers of the service, which have names so that they can be asked. */
@Singleton
public class Breakers {

    /** By what is behind them. */
    static final Map<String, List<String>> NAMES = Map.of("redis",
            List.of("jobs-run", "jobs-run-once", "cache-find", "cache-keep", "cache-empty",
                    "limits-take", "limits-look", "limits-give-back", "sessions-end", "sessions-ended"),
            "identity", List.of("tokens"), "s3",
            List.of("s3-create-upload", "s3-upload-part", "s3-list-parts", "s3-complete", "s3-abort", "s3-put",
                    "s3-head", "s3-delete", "s3-list", "s3-uploads"));

    /** The names of all. */
    public static final List<String> ALL = NAMES.values().stream().flatMap(List::stream).sorted().toList();

    private final CircuitBreakerMaintenance maintenance;

    Breakers(CircuitBreakerMaintenance maintenance) {
        this.maintenance = maintenance;
    }

    /** How one is; closed is well, and what was never called is closed. */
    public CircuitBreakerState state(String name) {
        return maintenance.currentState(name);
    }

    /** Has somebody told of each change of one, on whatever thread. */
    void onChange(String name, Consumer<CircuitBreakerState> told) {
        maintenance.onStateChange(name, told);
    }

    /** Lets calls through again, as if there had been none. */
    void close(String name) {
        maintenance.reset(name);
    }

    /** Those in front of something, {@code redis} or {@code s3}, that let calls through only now and then, or not at all. */
    Map<String, String> notClosed(String behind) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : NAMES.getOrDefault(behind, List.of())) {
            CircuitBreakerState state = state(name);
            if (state != CircuitBreakerState.CLOSED) {
                found.put(name, state == CircuitBreakerState.OPEN ? "open" : "half-open");
            }
        }
        return found;
    }
}
