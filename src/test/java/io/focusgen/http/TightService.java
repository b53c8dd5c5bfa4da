package io.focusgen.http;

import java.util.Map;
import java.util.Set;

import io.focusgen.testing.FakeEngine;
import io.focusgen.testing.FakeSuspicion;

/** Runs the service with a fake engine, little room, little patience, and logs for machines. */
public class TightService extends FakeEngine.Profile {

    static final int SLOTS = 3;
    static final int PLAN_SLOTS = 1;

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(FakeEngine.class, FakeSuspicion.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("focus.stream.slots", Integer.toString(SLOTS), "focus.stream.plan-slots",
                Integer.toString(PLAN_SLOTS), "focus.request.body-timeout", "1s", "focus.request.body-memory", "1M",
                "LOG_FORMAT", "json", "test.fake-jobs", "true", "JOB_LISTENERS", "1",
                "test.fake-limiter", "true");
    }
}
