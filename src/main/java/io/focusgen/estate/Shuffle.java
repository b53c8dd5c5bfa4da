package io.focusgen.estate;

import java.util.ArrayList;
import java.util.List;

/** Puts a list in a drawn order. */
final class Shuffle {

    private Shuffle() {
    }

    static <E> List<E> of(List<E> list, Draw draw) {
        List<E> shuffled = new ArrayList<>(list);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int other = draw.below(i + 1, i);
            shuffled.set(i, shuffled.set(other, shuffled.get(i)));
        }
        return shuffled;
    }
}
