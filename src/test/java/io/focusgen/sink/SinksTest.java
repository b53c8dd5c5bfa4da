package io.focusgen.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.focusgen.sink.disk.DiskSettings;
import io.focusgen.sink.disk.DiskSink;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SinksTest {

    @Inject
    Sinks sinks;

    @Inject
    DiskSink disk;

    @Inject
    DiskSettings settings;

    @Test
    void withNothingConfiguredFilesGoToTheDisk() {
        assertThat(sinks.available()).containsExactly(Target.DISK);
        assertThat(sinks.standard()).isEqualTo(Target.DISK);
        assertThat(sinks.of(Target.DISK)).isSameAs(disk);
        assertThatIllegalArgumentException().isThrownBy(() -> sinks.of(Target.S3));
    }

    @Test
    void theDefaultsAreAsDescribed() {
        assertThat(settings.quota()).isEqualTo(20L << 30);
        assertThat(settings.maxAge()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.files()).isAbsolute().endsWithRaw(Path.of("files"));
    }

    @Test
    void targetsAreKnownByTheirLabels() {
        assertThat(Target.byLabel("disk")).isEqualTo(Optional.of(Target.DISK));
        assertThat(Target.byLabel("s3")).isEqualTo(Optional.of(Target.S3));
        assertThat(Target.byLabel("S3")).isEmpty();
    }
}
