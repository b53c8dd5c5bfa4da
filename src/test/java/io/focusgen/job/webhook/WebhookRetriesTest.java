package io.focusgen.job.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class WebhookRetriesTest {

    @Test
    void waitsLongerEachTimeButNotForEver() {
        WebhookRetries retries = new WebhookRetries(() -> 0.5);

        assertThat(IntStream.rangeClosed(1, 9).mapToObj(retries::after).map(Duration::toSeconds))
                .containsExactly(5L, 20L, 80L, 320L, 1280L, 5120L, 20480L, 21600L, 21600L);
    }

    @Test
    void chanceMakesItAFifthShorterOrLonger() {
        assertThat(new WebhookRetries(() -> 0).after(1)).isEqualTo(Duration.ofSeconds(4));
        assertThat(new WebhookRetries(() -> 1).after(1)).isEqualTo(Duration.ofSeconds(6));
    }
}
