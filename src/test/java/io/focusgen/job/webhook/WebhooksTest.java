package io.focusgen.job.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.focusgen.job.WebhookRules;
import io.focusgen.testing.SeveralSettings;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;

/** The beans of the service, with what guards their calls. */
@QuarkusTest
@TestProfile(SeveralSettings.class)
class WebhooksTest {

    @Inject
    WebhookCalls calls;

    @Inject
    WebhookRules rules;

    @Test
    void asManyAreToldAtOnceAsMayBe() throws IOException {
        try (Receiver receiver = new Receiver(null)) {
            WebhookUrl url = new WebhookUrl(false, "hooks.example.com", receiver.port(), "/");

            assertThat(Uni.join().all(IntStream.range(0, WebhookCalls.AT_ONCE)
                    .mapToObj(i -> calls.post(url, InetAddress.getLoopbackAddress(), Map.of("webhook-timestamp", "1"),
                            "{}"))
                    .toList()).andFailFast().await().atMost(Duration.ofSeconds(30))).containsOnly(204);
            assertThat(receiver.received()).hasSize(WebhookCalls.AT_ONCE);
        }
    }

    @Test
    void theConfigurationSaysWhoMayBeTold() {
        assertThat(rules.refusal("https://a.example.org:8443/x")).isEmpty();
        assertThat(rules.refusal("http://example.com/")).isEmpty();
        assertThat(rules.refusal("https://example.net/")).hasValueSatisfying(
                sentence -> assertThat(sentence).contains("example.com, example.org"));
    }
}
