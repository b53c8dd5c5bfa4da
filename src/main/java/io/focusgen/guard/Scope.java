package io.focusgen.guard;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a caller may do. Each is asked for by itself: whoever administers may not generate because of that. */
public enum Scope {
    /** Streams, previews, catalogue, bundles and jobs. */
    GENERATE,
    /** Conformance reports of uploads. */
    VALIDATE,
    /** What changes the service for others, such as emptying its cache. */
    ADMIN;

    /** As written in settings: {@code generate}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that {@link #label} names, exactly. */
    public static Optional<Scope> byLabel(String label) {
        return Stream.of(values()).filter(scope -> scope.label().equals(label)).findFirst();
    }
}
