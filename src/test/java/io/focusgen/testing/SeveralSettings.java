package io.focusgen.testing;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * A service with settings that have nothing to do with each other, for tests that need one of them each: a service of its own
 * takes each test seconds. It is one of three replicas without Redis and S3, may tell some hosts of jobs, and has no patience
 * with who does not read.
 */
public class SeveralSettings implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("REPLICAS", "3", "focus.stream.stall-timeout", "1s", "WEBHOOK_SECRETS",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "WEBHOOK_HOSTS", "example.com,example.org",
                "WEBHOOK_PORTS", "8443");
    }
}
