package io.focusgen.observe;

import java.util.Map;

import io.focusgen.testing.Collector;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Somebody who takes traces, and reports of faults. Tests have both injected. */
public final class WatchedService implements QuarkusTestResourceLifecycleManager {

    static final String KEY = "0123456789abcdef0123456789abcdef";

    private final Collector collector = new Collector();

    @Override
    public Map<String, String> start() {
        String address = "127.0.0.1:" + collector.port();
        return Map.of("focus.trace.endpoint", "http://" + address + "/", "focus.sentry.dsn",
                "http://" + KEY + "@" + address + "/42", "focus.sentry.environment", "tests");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(collector, new TestInjector.MatchesType(Collector.class));
    }

    @Override
    public void stop() {
        collector.close();
    }
}
