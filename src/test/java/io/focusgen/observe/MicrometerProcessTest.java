package io.focusgen.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;

class MicrometerProcessTest {

    @Test
    void whatLinuxSaysIsRead(@TempDir Path folder) throws IOException {
        Path status = folder.resolve("status");
        assertThat(MicrometerProcess.resident(status)).isNaN();
        Files.writeString(status, "Name:\tjava\nVmRSS:\t  174836 kB\nThreads:\t1\n");
        assertThat(MicrometerProcess.resident(status)).isEqualTo(174_836 * 1024.0);
        Files.writeString(status, "Name:\tjava\n");
        assertThat(MicrometerProcess.resident(status)).isNaN();
    }

    @Test
    void aCommitIsHexadecimal() {
        new MicrometerProcess(new SimpleMeterRegistry(), () -> "0db44dd");
        assertThatThrownBy(() -> new MicrometerProcess(new SimpleMeterRegistry(), () -> "main"))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("7 to 64 hexadecimal digits");
    }
}
