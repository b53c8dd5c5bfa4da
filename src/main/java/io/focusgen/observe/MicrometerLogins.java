package io.focusgen.observe;

import jakarta.inject.Singleton;

import io.focusgen.guard.LoginObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

/** {@code focus_logins_failed_total}: keys, tokens and cookies that were refused. Addresses would be series without end. */
@Startup
@Singleton
public class MicrometerLogins implements LoginObserver {

    private final Counter failed;

    MicrometerLogins(MeterRegistry registry) {
        failed = Meters.counter(registry, "focus.logins.failed", "Keys, tokens and cookies that were refused");
    }

    @Override
    public void failed(String address) {
        failed.increment();
    }
}
