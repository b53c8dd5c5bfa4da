package io.focusgen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class ReportTest {

    private static final Gate MOST = Gate.atMost("waits", "ms", 50, 10.0);
    private static final Gate LEAST = Gate.atLeast("speed", "1/s", 100, 200);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Report report;

    @BeforeEach
    void begin() throws IOException {
        report = new Report(stream());
    }

    private PrintStream stream() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String table() {
        printed.reset();
        report.table(stream());
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void boundsThemselvesAreMet() {
        report.add(MOST, 50, "");
        report.add(LEAST, 100, "");

        assertThat(report.passed()).isTrue();
        assertThat(table()).containsPattern("waits \\[ms\\] +50.0 +<= 50.0 +<= 10.0 +met\n")
                .containsPattern("speed \\[1/s\\] +100 +>= 100 +>= 200 +met\n").endsWith("All gates are met.\n");
    }

    @Test
    void oneMissedGateFailsTheRun() {
        report.add(LEAST, 250, "");
        report.add(MOST, 50.1, "as it was");

        assertThat(report.passed()).isFalse();
        assertThat(table()).contains("met, aim too", "NOT MET", "as it was").endsWith("A gate is NOT MET.\n");
    }

    @Test
    void whatCouldNotBeMeasuredMissesItsGate() {
        report.add(MOST, Double.NaN, "no answer");

        assertThat(report.passed()).isFalse();
    }

    @Test
    void theMedianOfASeriesIsHeldAgainstTheGate() {
        Series series = Series.of(1, 40, 900);
        report.add(MOST, series, "");

        assertThat(report.passed()).isTrue();
        assertThat(table()).contains("n=3, min 1.00, max 900");
    }

    @Test
    void whatIsOnlyReportedFailsNothing() {
        report.add(Gate.reported("noise", "dB"), 1e9, "");
        report.add(MOST.onlyReported(), 51, "");

        assertThat(report.passed()).isTrue();
        assertThat(table()).contains("reported", "NOT MET (reported)");
    }

    @Test
    void aPartThatCannotBeFinishedFailsTheRunAndTheNextIsMeasured() {
        report.section("first", () -> {
            throw new IOException("no such thing");
        });
        report.section("second", () -> report.add(MOST, 5, ""));

        assertThat(report.passed()).isFalse();
        assertThat(table()).contains("NOT MEASURED first: java.io.IOException: no such thing", "waits");
    }

    @Test
    void theFileHasTheSameFigures(@TempDir Path folder) throws IOException {
        report.add(MOST, 51, "how");
        Path file = folder.resolve("below").resolve("figures.json");
        report.write(file);

        JsonNode root = new ObjectMapper().readTree(file.toFile());
        assertThat(root.path("passed").asBoolean(true)).isFalse();
        JsonNode figure = root.path("figures").path(0);
        assertThat(figure.path("gate").asText()).isEqualTo("waits");
        assertThat(figure.path("measured").asDouble()).isEqualTo(51);
        assertThat(figure.path("met").asBoolean(true)).isFalse();
    }
}
