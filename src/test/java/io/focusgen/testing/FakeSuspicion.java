package io.focusgen.testing;

import java.time.Duration;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

import io.focusgen.limit.Suspicion;

/** Suspects everybody or nobody, as a test wants it. */
@Alternative
@Singleton
public class FakeSuspicion implements Suspicion {

    /** How long everybody has to wait. */
    public volatile Duration wait = Duration.ZERO;

    @Override
    public void record(String caller) {
        // Nothing changes by what callers do.
    }

    @Override
    public Duration waits(String caller) {
        return wait;
    }
}
