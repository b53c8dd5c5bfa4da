package io.focusgen.guard.session;

import java.time.Duration;

import io.smallrye.mutiny.Uni;

/** Knows for all replicas which sessions were ended early. Answers within about a second or fails. */
public interface SharedEnds {

    /** Whether the configuration names one; decided without asking anybody. */
    boolean configured();

    /** Remembers that a session was ended. @param rest until it would have expired, at least a second */
    Uni<Void> add(String id, Duration rest);

    /** Whether any replica has ended this session. */
    Uni<Boolean> contains(String id);
}
