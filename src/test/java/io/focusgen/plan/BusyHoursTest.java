package io.focusgen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When the machines that commitments cover all run. */
class BusyHoursTest {

    private static final int HOURS = 10 * BusyHours.DAY;

    static IntStream offsets() {
        return IntStream.rangeClosed(-12, 14);
    }

    @ParameterizedTest
    @CsvSource({"0,9,16", "-5,14,21", "9,0,7", "5,4,11", "-8,17,0", "10,23,6"})
    void theyAreTheWorkingHoursOfTheHome(int utcOffset, int first, int last) {
        BusyHours hours = BusyHours.at(utcOffset);
        assertThat(hours.isBusy(first)).isTrue();
        assertThat(hours.isBusy(last)).isTrue();
        assertThat(hours.isBusy((first + 23) % 24)).isFalse();
        assertThat(hours.isBusy((last + 1) % 24)).isFalse();
    }

    /** Every day of UTC has as many, also where work goes on past its midnight. */
    @ParameterizedTest
    @MethodSource("offsets")
    void everyHourIsBusyOrQuietOnceAndInOrder(int utcOffset) {
        BusyHours hours = BusyHours.at(utcOffset);
        List<Integer> busy = IntStream.range(0, HOURS / BusyHours.DAY * BusyHours.BUSY).map(hours::busy).boxed()
                .toList();
        List<Integer> quiet = IntStream.range(0, HOURS / BusyHours.DAY * BusyHours.QUIET).map(hours::quiet).boxed()
                .toList();
        assertThat(busy).isSorted().allMatch(hours::isBusy);
        assertThat(quiet).isSorted().noneMatch(hours::isBusy);
        List<Integer> all = new ArrayList<>(busy);
        all.addAll(quiet);
        assertThat(all).containsExactlyInAnyOrderElementsOf(IntStream.range(0, HOURS).boxed().toList());
        for (int day = 0; day < HOURS / BusyHours.DAY; day++) {
            int number = day;
            assertThat(busy.stream().filter(hour -> hour / BusyHours.DAY == number)).hasSize(BusyHours.BUSY);
        }
    }

    @Test
    void aDayIsLikeTheOther() {
        BusyHours hours = BusyHours.at(10);
        for (int hour = 0; hour < HOURS - BusyHours.DAY; hour++) {
            assertThat(hours.isBusy(hour)).isEqualTo(hours.isBusy(hour + BusyHours.DAY));
        }
    }
}
