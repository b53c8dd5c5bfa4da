package io.focusgen.http.monitoring;

import java.util.Locale;
import java.util.Map;

/** A part of the service as {@code /health/detailed} shows it. Each bean of this type is one. */
public interface HealthPart {

    /** How well a part is. */
    enum State {
        /** As it should be. */
        UP,
        /** Something is missing, and requests are served all the same. */
        DEGRADED,
        /** What needs this part is refused. */
        DOWN;

        /** As in the document: {@code up}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How a part is at a moment.
     *
     * @param figures numbers, truth values and words by name, in order: nothing secret, no name of another machine
     */
    record Condition(State state, Map<String, Object> figures) {
    }

    /** One word, as in the document. */
    String name();

    /** How it is now: known at once, without asking anybody. */
    Condition now();
}
