package io.focusgen.limit;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many answers each caller has at once in this process. Thread-safe; only callers with an answer under way are known. */
public final class Places {

    private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();

    /**
     * Takes a place.
     *
     * @param most places of this caller
     * @return what gives it back, and does nothing when run again; none where all are taken
     */
    public Optional<Runnable> take(String caller, int most) {
        AtomicBoolean held = new AtomicBoolean();
        taken.compute(caller, (name, count) -> {
            int before = count == null ? 0 : count;
            held.set(before < most);
            return before < most ? Integer.valueOf(before + 1) : count;
        });
        return held.get()
                ? Optional.of(() -> {
                    if (held.compareAndSet(true, false)) {
                        leave(caller);
                    }
                })
                : Optional.empty();
    }

    private void leave(String caller) {
        taken.computeIfPresent(caller, (name, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    }

    /** Places that this caller has taken. */
    public int taken(String caller) {
        return taken.getOrDefault(caller, 0);
    }

    /** Callers with an answer under way. */
    public int callers() {
        return taken.size();
    }
}
