package io.focusgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValidationException.Problem;

class SettingFailuresTest {

    private static final String GIVEN = "hushhush";

    private static String unreadable(String property) {
        return "java.lang.IllegalArgumentException: SRCFG00039: The config property " + property
                + " with the config value \"" + GIVEN + "\" threw an Exception whilst being converted Bad \"" + GIVEN
                + "\"";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            focus.limit.rows-per-day    | ROW_LIMIT_PER_DAY must be a whole number from 1 to 1000000000000000, or be left out.
            quarkus.redis.client-type   | REDIS_TYPE must be standalone, cluster or sentinel, or be left out.
            quarkus.log.level           | LOG_LEVEL must be ERROR, WARN, INFO, DEBUG or TRACE, or be left out.
            focus.stream.stall-timeout  | FOCUS_STREAM_STALL_TIMEOUT must be a duration such as 90s, 15m, 8h or 7d, or be left out.
            quarkus.http.idle-timeout   | QUARKUS_HTTP_IDLE_TIMEOUT has a value that cannot be read. .env.example says what it may be.
            """)
    void aValueThatCannotBeConvertedIsNotShown(String property, String sentence) {
        assertThat(SettingFailures.sentences(new ConfigValidationException(
                new Problem[]{new Problem(unreadable(property))}))).contains(sentence);
        assertThat(SettingFailures.sentences(new RuntimeException("Failed to start quarkus",
                new IllegalArgumentException(unreadable(property))))).contains(sentence);
    }

    @Test
    void eachSettingHasALineAndAFailureOfOursLosesItsKindOnly() {
        String ours = "io.quarkus.runtime.configuration.ConfigurationException: REDIS_URL is not an address of Redis.";

        assertThat(SettingFailures.sentences(new ConfigValidationException(new Problem[]{
                new Problem(unreadable("quarkus.log.level")), new Problem(ours),
                new Problem(unreadable("quarkus.log.level"))})))
                .contains("LOG_LEVEL must be ERROR, WARN, INFO, DEBUG or TRACE, or be left out.\n"
                        + "REDIS_URL is not an address of Redis.");
    }

    @Test
    void aRefusalSpeaksForItselfWhateverItsCauseShows() {
        assertThat(SettingFailures.sentences(new RuntimeException("Failed to start quarkus",
                new ConfigurationException("OTHER is wrong.", new IllegalStateException(GIVEN)))))
                .contains("OTHER is wrong.");
        assertThat(SettingFailures.sentences(new IllegalStateException("no file"))).isEmpty();
    }

    @Test
    void everyVariableThatIsSpokenOfExists() throws IOException {
        String example = Files.readString(Path.of(".env.example"));

        assertThat(SettingFailures.told()).allMatch(variable -> example.contains("\n#" + variable + "="));
    }
}
