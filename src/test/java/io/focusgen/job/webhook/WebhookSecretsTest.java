package io.focusgen.job.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretsTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** The values that the libraries of Standard Webhooks are tested with. */
    @Test
    void signsAsTheStandardHasIt() {
        WebhookSecrets secrets = new WebhookSecrets(List.of(SECRET));

        assertThat(secrets.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void eachSecretSigns() {
        String other = "whsec_" + "QUJD".repeat(10);
        String both = new WebhookSecrets(List.of(SECRET, other)).sign("a", 1, "{}");

        assertThat(both).isEqualTo(new WebhookSecrets(List.of(SECRET)).sign("a", 1, "{}") + " "
                + new WebhookSecrets(List.of(other)).sign("a", 1, "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa",
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaL*Sw", "whsec MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    void whatIsNoSecretIsRefusedAndNotShown(String wrong) {
        assertThatThrownBy(() -> new WebhookSecrets(List.of(SECRET, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("WEBHOOK_SECRETS").hasMessageContaining("number 2")
                .hasMessageNotContaining("MfKQ")
                .hasNoCause();
    }
}
