package io.focusgen.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void aPartOfTheAnswersIsWithinATime() {
        Times times = new Times();
        for (int millis = 10_000; millis > 0; millis--) {
            times.add(millis);
        }

        assertThat(times.count()).isEqualTo(10_000);
        assertThat(times.within(0)).isEqualTo(1);
        assertThat(times.within(0.5)).isEqualTo(5_001);
        assertThat(times.within(0.99)).isEqualTo(9_901);
        assertThat(times.within(1)).isEqualTo(10_000);
    }

    @Test
    void withoutAnAnswerThereIsNoTime() {
        assertThat(new Times().within(0.99)).isNaN();
    }
}
