package io.focusgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {

    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private long now = 17;

    private Console console(boolean interactive, int columns, boolean quiet) {
        return new Console(Channels.newChannel(new ByteArrayOutputStream()),
                new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(terminal, true, StandardCharsets.UTF_8), interactive, columns, quiet);
    }

    private Progress of(int columns, long rows) {
        return new Progress(console(true, columns, false), 400, rows, () -> now);
    }

    private List<String> lines() {
        String text = terminal.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\r");
        return List.of(text.substring(1).split("\r", -1));
    }

    @Test
    void aLineSaysHowFarItIs() {
        Progress progress = of(100, 10_000_000);
        now += 8 * SECOND;

        progress.written(100, 2_000_000_000L);

        assertThat(lines()).containsExactly(
                "[##########..............................]  25 %  2.50M rows  2.00 GB  250 MB/s  0:24 left"
                        + " ".repeat(9));
    }

    @Test
    void rowsThatNobodyCountsAreNotSaid() {
        Progress progress = of(80, 0);
        now += 100 * SECOND;

        progress.written(1, 5_000);

        assertThat(lines().get(0)).contains("   0 %  5.00 kB  50 B/s  11:05:00 left").doesNotContain("rows");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 30, 50, 51, 60, 79, 80, 120, 200})
    void everyLineHasTheWidthOfTheTerminalButOne(int columns) {
        Progress progress = of(columns, 123_456_789);
        for (int block = 1; block < 400; block++) {
            now += SECOND;
            progress.written(block, block * 987_654L);
        }
        progress.end();

        assertThat(lines()).hasSize(401)
                .allSatisfy(line -> assertThat(line.length()).isIn(columns - 1, 0))
                .endsWith(" ".repeat(columns - 1), "");
        assertThat(lines().get(199)).contains(" 50 %").matches(columns > 79 ? "\\[#+\\.+] .*" : ".*");
    }

    @Test
    void itIsDrawnAtMostFiveTimesASecond() {
        Progress progress = of(80, 1_000);
        for (int block = 1; block < 400; block++) {
            now += SECOND / 100;
            progress.written(block, block);
        }

        assertThat(lines()).hasSize(19);
    }

    @Test
    void whatIsSoonOverIsNotShown() {
        Progress progress = of(80, 1_000);
        now += SECOND / 10;
        progress.written(200, 5);
        now += SECOND;
        progress.written(400, 10);
        progress.end();

        assertThat(terminal.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, true", "false, true"})
    void nothingIsShownWhereNobodyLooksOrWantsTo(boolean interactive, boolean quiet) {
        Progress progress = new Progress(console(interactive, 80, quiet), 400, 1_000, () -> now);
        now += SECOND;
        progress.written(200, 5);
        progress.end();

        assertThat(terminal.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"null, 80", "'', 80", "132, 132", "20, 20", "19, 80", "0, 80", "-5, 80",
            "1000, 1000", "9999, 80", "99999999999, 80", "wide, 80"})
    void theWidthIsThatOfTheShellWhereItMakesSense(String said, int columns) {
        assertThat(Console.columns(said)).isEqualTo(columns);
    }
}
