package io.focusgen.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.focusgen.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTestProfile;

/** Runs the service with keys, with two origins that are trusted, and with an identity provider that does not answer. */
public class KeyedService implements QuarkusTestProfile {

    /** Keys by their labels: two of one caller, one of another, and one that may do something else. */
    static final String ALICE = TestKeys.key("alice");
    static final String ALICE_AGAIN = TestKeys.key("alice-again");
    static final String BOB = TestKeys.key("bob");
    static final String CHECKER = TestKeys.key("checker");
    static final String LATE = TestKeys.key("late");
    static final String UNKNOWN = TestKeys.key("unknown");

    static final String APP = "https://app.example.com";
    static final String OTHER_APP = "http://other.example:8000";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        settings.put("API_KEYS", String.join(";", List.of(
                TestKeys.line("alice", "alice", "generate,validate,admin", ""),
                TestKeys.line("alice-again", "alice", "generate", ""), TestKeys.line("bob", "bob", "generate", ""),
                TestKeys.line("checker", "checker", "validate", ""),
                TestKeys.line("late", "late", "generate", " expires=2020-01-01"))));
        settings.put("SECRET_KEY", "0123456789abcdef0123456789abcdef");
        settings.put("CORS_ORIGINS", APP + "," + OTHER_APP);
        settings.put("OIDC_URL", "http://127.0.0.1:1/");
        settings.put("OIDC_AUDIENCE", "focus");
        // Whoever tries as many wrong keys as tests do would wait.
        settings.put("RATE_LIMIT", "off");
        settings.put("focus.disk.dir", "target/test-data/keyed");
        return settings;
    }
}
