package io.focusgen.sink;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.arc.All;

/** The sinks that are configured. Thread-safe. */
@Singleton
public class Sinks {

    private final Map<Target, Sink> configured = new EnumMap<>(Target.class);

    @Inject
    public Sinks(@All List<SinkOffer> offers) {
        for (SinkOffer offer : offers) {
            offer.sink().ifPresent(sink -> configured.put(offer.target(), sink));
        }
    }

    /** Those that can be written to, in their order. */
    public Set<Target> available() {
        return configured.isEmpty()
                ? Set.of()
                : Collections.unmodifiableSet(EnumSet.copyOf(configured.keySet()));
    }

    /** Where files go when nobody says where: the bucket, where there is one. */
    public Target standard() {
        return configured.containsKey(Target.S3) ? Target.S3 : Target.DISK;
    }

    /**
     * The sink of a target.
     *
     * @throws IllegalArgumentException if it is not {@link #available()}
     */
    public Sink of(Target target) {
        Sink sink = configured.get(target);
        if (sink == null) {
            throw new IllegalArgumentException("files can be put to " + available() + " here, not to " + target);
        }
        return sink;
    }
}
