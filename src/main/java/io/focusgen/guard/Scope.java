package io.focusgen.guard;

import java.util.Locale;

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
}
