package io.focusgen.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;

class LimitSettingsTest {

    private static final OptionalLong NONE = OptionalLong.empty();

    private record Config(Optional<String> mode, String preset, OptionalLong perMinute, OptionalLong perHour,
            OptionalLong perDay, OptionalLong queriesPerMinute, OptionalLong rowsPerDay, OptionalLong streamsPerCaller)
            implements
                LimitConfig {
    }

    private static LimitSettings read(String mode, String preset, OptionalLong perMinute) {
        return LimitSettings.of(new Config(Optional.ofNullable(mode), preset, perMinute, NONE, NONE, NONE, NONE, NONE));
    }

    @Test
    void theStandardLimits() {
        LimitSettings settings = read(null, "on", NONE);
        assertThat(settings.on()).isTrue();
        assertThat(settings.allowance()).isEqualTo(new Allowance(10, 100, 1000, Allowance.UNLIMITED, 16));
        assertThat(settings.queriesPerMinute()).isEqualTo(120);
        assertThat(settings.windows(Counted.ROWS, Optional.empty())).isEmpty();
        assertThat(settings.windows(Counted.STREAMS, Optional.empty())).extracting(Window::name)
                .containsExactly("minute", "hour", "day");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-,on,-,true", "-,off,-,false", "-,off,5,true", "on,off,-,true",
            "off,on,5,false", "off,on,-,false"})
    void limitsAreOffOnlyWhereThatIsSaidOrNothingIsSetInMakeRun(String mode, String preset, Integer perMinute,
            boolean on) {
        assertThat(read(mode, preset, perMinute == null ? NONE : OptionalLong.of(perMinute)).on()).isEqualTo(on);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2_147_483_647})
    void theBoundsAreAllowed(long limit) {
        OptionalLong all = OptionalLong.of(limit);

        assertThat(read("on", all, all, all).allowance().perMinute()).isEqualTo((int) limit);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            100 | 10  | -  | RATE_LIMIT_PER_HOUR=10 is less than RATE_LIMIT_PER_MINUTE=100 of a shorter time. Set it to at least 100, or RATE_LIMIT_PER_MINUTE to at most 10.
            101 | -   | -  | RATE_LIMIT_PER_HOUR, 100 unless set, is less than RATE_LIMIT_PER_MINUTE=101 of a shorter time. Set it to at least 101, or RATE_LIMIT_PER_MINUTE to at most 100.
            -   | 9   | -  | RATE_LIMIT_PER_HOUR=9 is less than RATE_LIMIT_PER_MINUTE=10 of a shorter time. Set it to at least 10, or RATE_LIMIT_PER_MINUTE to at most 9.
            -   | -   | 99 | RATE_LIMIT_PER_DAY=99 is less than RATE_LIMIT_PER_HOUR=100 of a shorter time. Set it to at least 100, or RATE_LIMIT_PER_HOUR to at most 99.
            """)
    void limitsThatFallAsTheTimeGrowsStopTheStartUnlessThereAreNone(Integer minute, Integer hour, Integer day,
            String sentence) {
        assertThatThrownBy(() -> read("on", optional(minute), optional(hour), optional(day)))
                .isInstanceOf(ConfigurationException.class).hasMessage(sentence);
        assertThat(read("off", optional(minute), optional(hour), optional(day)).on()).isFalse();
    }

    @Test
    void limitsThatAreTheSameForEveryTimeAreAllowed() {
        OptionalLong same = OptionalLong.of(7);

        assertThat(read("on", same, same, same).allowance())
                .isEqualTo(new Allowance(7, 7, 7, Allowance.UNLIMITED, 16));
    }

    private static OptionalLong optional(Integer given) {
        return given == null ? NONE : OptionalLong.of(given);
    }

    private static LimitSettings read(String mode, OptionalLong minute, OptionalLong hour, OptionalLong day) {
        return LimitSettings.of(new Config(Optional.of(mode), "on", minute, hour, day, NONE, NONE, NONE));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 2_147_483_648L, Long.MAX_VALUE})
    void aValueOutOfRangeStopsTheStartWithASentence(long limit) {
        assertThatThrownBy(() -> read(null, "on", OptionalLong.of(limit))).isInstanceOf(ConfigurationException.class)
                .hasMessage("RATE_LIMIT_PER_MINUTE=" + limit
                        + " is out of range. Set it to a whole number from 1 to 2147483647.");
        assertThatThrownBy(() -> LimitSettings.of(new Config(Optional.empty(), "on", NONE, NONE, NONE, NONE,
                OptionalLong.of(limit == 2_147_483_648L ? Window.MOST + 1 : limit), NONE)))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("ROW_LIMIT_PER_DAY");
    }

    @Test
    void anotherWordThanOnOrOffStopsTheStart() {
        assertThatThrownBy(() -> read("maybe", "on", NONE)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("RATE_LIMIT").hasMessageContaining("on").hasMessageContaining("off");
    }

    @Test
    void aCallerWithAnAllowanceOfItsOwnHasThat() {
        LimitSettings settings = read(null, "on", NONE);
        Optional<Allowance> own = Optional.of(new Allowance(5, 6, 7, 8, 9));
        List<Window> windows = settings.windows(Counted.STREAMS, own);
        assertThat(windows).extracting(Window::limit).containsExactly(5L, 6L, 7L);
        assertThat(settings.windows(Counted.ROWS, own)).extracting(Window::limit).containsExactly(8L);
        assertThat(settings.windows(Counted.QUERIES, own)).extracting(Window::limit).containsExactly(120L);
        assertThat(settings.windows(Counted.QUERIES, Optional.of(new Allowance(5, 6, 7, 8, 9, OptionalInt.of(10)))))
                .extracting(Window::limit).containsExactly(10L);
    }
}
