package io.focusgen.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.focusgen.spec.Distribution;
import io.focusgen.spec.Profile;
import io.focusgen.testing.Bytes;
import io.focusgen.testing.Request;

/** A month is the same month alone and inside any window. */
class MonthWindowTest {

    static Stream<Named<Request>> windows() {
        return Stream.of(
                Request.rows(10_000).hourly().month("2023-12").months(3).seed(21),
                Request.rows(3_000).daily().month("2023-11").months(5).profile(Profile.DATA_HEAVY).seed(22),
                Request.rows(1_500).daily().month("2027-01").months(3).profile(Profile.STARTUP)
                        .distribution(Distribution.MEDIA_INTENSIVE).seed(23),
                Request.rows(500).monthly().month("2025-10").months(6).profile(Profile.ENTERPRISE).seed(24),
                Request.rows(4_000).daily().month("2025-01").months(4).lapsing("2025-03-02", 35).seed(27),
                Request.rows(10_000).hourly().month("2025-01").months(2).lapsing("2025-02-20", 12).seed(28),
                Request.rows(100).hourly().month("2025-12").months(3).seed(25),
                Request.rows(1).monthly().month("2015-01").months(14).seed(26))
                .map(request -> named(request.toString(), request));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void aMonthAloneIsThatMonthOfTheWindow(Request window) {
        byte[] all = Bytes.of(window).toArray();
        int start = afterLines(all, 0, 1);
        for (int i = 0; i < window.spec().months(); i++) {
            int end = afterLines(all, start, window.spec().rows());
            Request alone = window.month(window.spec().firstMonth().plus(i).month()).months(1);
            byte[] month = Bytes.of(alone).toArray();
            assertThat(Arrays.copyOfRange(all, start, end)).as(alone.toString())
                    .isEqualTo(Arrays.copyOfRange(month, afterLines(month, 0, 1), month.length));
            start = end;
        }
        assertThat(start).isEqualTo(all.length);
    }

    private static int afterLines(byte[] bytes, int from, long lines) {
        int at = from;
        for (long line = 0; line < lines; line++) {
            while (bytes[at] != '\n') {
                at++;
            }
            at++;
        }
        return at;
    }
}
