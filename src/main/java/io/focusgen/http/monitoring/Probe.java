package io.focusgen.http.monitoring;

import io.smallrye.mutiny.Uni;

/** Asks something that the service stands on whether it is there. Each bean of this type is one. */
public interface Probe {

    /** What is asked, as {@link Breakers#NAMES} names it. */
    String behind();

    /** One cheap call past all breakers. Done where it was answered, within a time of its own. */
    Uni<Void> ask();
}
