package io.focusgen.sink.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.runtime.configuration.ConfigurationException;

class S3SettingsTest {

    private static S3Settings of(String bucket, Map<String, String> environment) {
        return S3Settings.of(new EnvironmentConfig(environment, bucket)).orElseThrow();
    }

    @Test
    void theDefaults() {
        S3Settings settings = of("bills", Map.of());

        assertThat(settings)
                .isEqualTo(new S3Settings("bills", "us-east-1", Optional.empty(), false, "", Optional.empty(),
                        Optional.empty(), Duration.ofHours(1), Optional.empty()));
        assertThat(S3Settings.of(new EnvironmentConfig(Map.of(), "local"))).isEmpty();
    }

    @Test
    void allVariables() {
        S3Settings settings = of("bills", Map.of("AWS_REGION", "eu-central-1", "S3_ENDPOINT", "https://s3.example.com",
                "S3_PATH_STYLE", "false", "S3_KMS_KEY_ID", "key", "S3_STORAGE_CLASS", "STANDARD_IA",
                "AWS_ACCESS_KEY_ID",
                "id", "AWS_SECRET_ACCESS_KEY", "the-secret", "AWS_SESSION_TOKEN", "the-token"));

        assertThat(settings.region()).isEqualTo("eu-central-1");
        assertThat(settings.endpoint()).hasValue(URI.create("https://s3.example.com"));
        assertThat(settings.pathStyle()).isFalse();
        assertThat(settings.kmsKeyId()).hasValue("key");
        assertThat(settings.storageClass()).hasValue("STANDARD_IA");
        assertThat(settings.credentials().orElseThrow().secretAccessKey()).isEqualTo("the-secret");
        assertThat(settings.toString()).isEqualTo("bucket bills in eu-central-1 at s3.example.com");
    }

    @ParameterizedTest
    @CsvSource({"S3_ENDPOINT, ftp://example.com", "S3_STORAGE_CLASS, COLD", "AWS_REGION, EU", "S3_PATH_STYLE, maybe",
            "AWS_ACCESS_KEY_ID, id"})
    void aValueThatIsNoneIsRefusedWithItsVariable(String variable, String value) {
        Map<String, String> environment = new HashMap<>(Map.of(variable, value));
        assertThatIllegalArgumentException().isThrownBy(() -> of("bills", environment)).withMessageContaining(variable);
    }

    @ParameterizedTest
    @CsvSource({"UPPER", "a", "../etc", "a b", "x", "xy", "a..b", "a.-b", "a-.b", "-ab", "ab-", "192.168.0.1", "a_b"})
    void aBucketThatIsNoneIsRefused(String bucket) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(bucket, Map.of()))
                .withMessageContaining("S3_BUCKET_NAME");
        // The start ends with a sentence, not with where in the code it was noticed.
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new S3Wiring(new EnvironmentConfig(Map.of(), bucket)))
                .withNoCause().withMessageStartingWith("S3_BUCKET_NAME must be ")
                .withMessageEndingWith(" is " + bucket + ".");
    }

    @Test
    void aPrefixOrALinkOutOfRangeIsRefused() {
        S3Settings right = of("bills", Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new S3Settings("bills", "us-east-1", right.endpoint(), true,
                        "../", right.kmsKeyId(), right.storageClass(), right.linkExpiry(), right.credentials()))
                .withMessageContaining("S3_PREFIX");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new S3Settings("bills", "us-east-1", right.endpoint(), true,
                        "", right.kmsKeyId(), right.storageClass(), Duration.ofDays(8), right.credentials()))
                .withMessageContaining("S3_LINK_EXPIRY");
    }
}
