package io.focusgen.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class MarksTest {

    private static final long MOST = 2_821_109_907_455L;

    private final Marks marks = new Marks(new Draw(7));

    @Test
    void noTwoNumbersHaveTheSame() {
        Set<String> seen = new HashSet<>();
        LongStream.range(0, 2_000_000).forEach(number -> assertThat(seen.add(marks.of(number, 0, false))).isTrue());
        LongStream.range(0, 200_000).forEach(number -> assertThat(seen.add(marks.of(number, 0, true))).isTrue());
        assertThat(seen.add(marks.of(MOST, 0, false))).isTrue();
    }

    @Test
    void theyAreShortAndOfOneLengthInOrdinaryBills() {
        assertThat(LongStream.range(0, 100_000).mapToObj(number -> marks.of(number, 0, false)))
                .allMatch(mark -> mark.matches("[0-9a-z]{4}"));
        assertThat(marks.of(MOST, 0, false)).hasSize(8);
        assertThat(marks.of(5, 0, true)).hasSize(5);
    }

    @Test
    void runsOfTheSameNumberDiffer() {
        assertThat(LongStream.range(0, 100).mapToObj(run -> marks.of(8, run, true)).distinct()).hasSize(100);
    }

    @Test
    void companiesHaveTheirOwn() {
        SortedSet<String> first = new TreeSet<>();
        for (long seed = 0; seed < 100; seed++) {
            first.add(new Marks(new Draw(seed)).of(3, 0, false));
        }
        assertThat(first).hasSizeGreaterThan(95);
    }
}
