package io.focusgen.observe;

import jakarta.inject.Singleton;

import io.focusgen.guard.LoginObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

/**
 * {@code focus_logins_failed_total}: keys, tokens and cookies that were refused. Addresses would be series without end.
 * {@code focus_sessions_unchecked_total}: cookies that let somebody in while Redis could not say whether they were ended.
 */
@Startup
@Singleton
public class MicrometerLogins implements LoginObserver {

    private final Counter failed;
    private final Counter unchecked;

    MicrometerLogins(MeterRegistry registry) {
        failed = Meters.counter(registry, "focus.logins.failed", "Keys, tokens and cookies that were refused");
        unchecked = Meters.counter(registry, "focus.sessions.unchecked",
                "Requests with a cookie, let in while Redis could not say whether another replica has ended the session");
    }

    @Override
    public void failed(String address) {
        failed.increment();
    }

    @Override
    public void unchecked() {
        unchecked.increment();
    }
}
