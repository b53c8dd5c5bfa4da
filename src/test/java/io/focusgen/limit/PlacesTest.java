package io.focusgen.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = new Places();

    @Test
    void aCallerHasItsPlacesAndGivesEachBackOnce() {
        Runnable first = places.take("me", 2).orElseThrow();
        places.take("me", 2).orElseThrow();
        assertThat(places.take("me", 2)).isEmpty();
        assertThat(places.take("you", 1)).isPresent();

        first.run();
        first.run();

        assertThat(places.taken("me")).isEqualTo(1);
        assertThat(places.take("me", 2)).isPresent();
        assertThat(places.take("me", 2)).isEmpty();
    }

    @Test
    void whoHasNoAnswerUnderWayIsNotRemembered() {
        List<Runnable> back = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            back.add(places.take("10." + i, 1).orElseThrow());
        }
        assertThat(places.callers()).isEqualTo(1000);
        back.forEach(Runnable::run);
        assertThat(places.callers()).isZero();
    }
}
