package io.focusgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.stream.Format;
import io.focusgen.table.TableFormat;

class NameEndingTest {

    @ParameterizedTest
    @CsvSource({"x.csv, csv", "x.csv.gz, csv.gz", "folder.d/x.CSV.GZ, csv.gz", "a.b.c.csv.zst, csv.zst",
            "x.ndjson, ndjson", "s3://bucket/a/x.ndjson.gz, ndjson.gz", "./x.Parquet, parquet", ".x.csv, csv"})
    void theLongestFormatThatTheNameEndsIn(String out, String format) {
        assertThat(NameEnding.of(out).isThere()).isTrue();
        assertThat(NameEnding.of(out).format(Format.extensions())).hasValue(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "x", "/dev/null", "folder.csv/x", ".csv", ".hidden", "x.", "csv", "a/.csv"})
    void someNamesHaveNoEnding(String out) {
        assertThat(NameEnding.of(out).isThere()).isFalse();
        assertThat(NameEnding.of(out).format(Format.extensions())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"x.json, x.ndjson", "x.parqet, x.parquet", "x.csv.bz2, x.csv.gz",
            "x.gz, x.csv.gz", "x.zst, x.csv.zst", "v1.2.cvs, v1.2.csv", "x.csb, x.csv", "x.xlsx, null",
            "report.2026, null"})
    void otherEndingsMayHaveBeenMeantToBeOne(String name, String nearest) {
        assertThat(NameEnding.of(name).isThere()).isTrue();
        assertThat(NameEnding.of(name).format(Format.extensions())).isEmpty();
        assertThat(NameEnding.of(name).nearest(Format.extensions()).orElse(null)).isEqualTo(nearest);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"x.ndjson, null", "x.jsn, x.json", "x.parquet, null"})
    void anotherVerbHasOtherFormats(String name, String nearest) {
        assertThat(NameEnding.of(name).nearest(TableFormat.extensions()).orElse(null)).isEqualTo(nearest);
    }
}
