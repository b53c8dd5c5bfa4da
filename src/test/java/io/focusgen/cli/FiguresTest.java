package io.focusgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({"0, 0, 0 B", "7, 7, 7 B", "999, 999, 999 B", "1000, 1.00k, 1.00 kB", "1049, 1.05k, 1.05 kB",
            "9999, 10.0k, 10.0 kB", "99949, 99.9k, 99.9 kB", "999499, 999k, 999 kB", "999500, 1.00M, 1.00 MB",
            "4560000, 4.56M, 4.56 MB", "123456789012, 123G, 123 GB", "9223372036854775807, 9.22E, 9.22 EB"})
    void threeDigitsAndALetter(long number, String count, String bytes) {
        assertThat(Figures.count(number)).isEqualTo(count);
        assertThat(Figures.bytes(number)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000000000, 1.00 kB/s", "5, 0, 5.00 GB/s", "774312, 100000000, 7.74 MB/s"})
    void aRateIsForASecond(long bytes, long nanos, String rate) {
        assertThat(Figures.rate(bytes, nanos)).isEqualTo(rate);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 ms, 0:00", "9999000000, 9999 ms, 0:09", "10000000000, 10.0 s, 0:10", "59990000000, 59.9 s, 0:59",
            "60000000000, 1:00, 1:00", "3599999999999, 59:59, 59:59", "3600000000000, 1:00:00, 1:00:00",
            "360005000000000, 100:00:05, 100:00:05"})
    void timeIsAsExactAsItIsShort(long nanos, String time, String clock) {
        assertThat(Figures.time(nanos)).isEqualTo(time);
        assertThat(Figures.clock(nanos)).isEqualTo(clock);
    }
}
