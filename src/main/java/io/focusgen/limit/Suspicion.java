package io.focusgen.limit;

import java.time.Duration;

/**
 * Remembers callers that keep doing what they are refused: asking beyond their limits, or trying keys. After some offences in a
 * minute such a caller waits, each time twice as long; after a while of silence it begins anew.
 */
public interface Suspicion {

    /** One more offence of this caller. */
    void record(String caller);

    /** How long this caller has to wait still; zero for almost all. */
    Duration waits(String caller);
}
