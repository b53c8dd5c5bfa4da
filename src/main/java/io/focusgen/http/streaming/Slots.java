package io.focusgen.http.streaming;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A number of places, each taken at once or not at all. Thread-safe. */
public final class Slots {

    private final int size;
    private final AtomicInteger taken = new AtomicInteger();

    /** @param size at least 1 */
    Slots(int size) {
        this.size = size;
    }

    /** One of the places, or none where all are taken. */
    Optional<Slot> take() {
        int before = taken.getAndUpdate(count -> Math.min(size, count + 1));
        return before < size ? Optional.of(new Slot()) : Optional.empty();
    }

    public int size() {
        return size;
    }

    /** Places that are taken, 0 to {@link #size()}. */
    public int taken() {
        return taken.get();
    }

    /** A place that is taken until everyone who holds it has let go: at first that is the one who took it. */
    public final class Slot {

        private final AtomicInteger holders = new AtomicInteger(1);

        private Slot() {
        }

        /** One more holder. Only for one who holds it already. */
        void hold() {
            holders.incrementAndGet();
        }

        /** One holder less; once for each. */
        void release() {
            int left = holders.decrementAndGet();
            if (left == 0) {
                taken.decrementAndGet();
            } else if (left < 0) {
                throw new IllegalStateException("a slot was released more often than it was held");
            }
        }
    }
}
