package io.focusgen.attack;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Judges a service of somebody else by what it says of itself, before and after; what it does not say is not judged. */
final class Elsewhere {

    /** Of the heap, in the end. Nobody else can have it collect all garbage, so that less than that tells nothing. */
    private static final double MOST_LONG_LIVED = 0.5;

    private final Door door;
    private Optional<Vitals> before = Optional.empty();

    Elsewhere(Door door) {
        this.door = door;
    }

    /** Remembers how it is. */
    void begin() throws IOException {
        before = Vitals.of(door);
    }

    /** Whether it has come to no harm that shows. */
    boolean judge() throws IOException {
        Reply live = door.get("/q/health/live");
        boolean passed = Attack.target("the service lives", live.status() == 200, "status " + live.status());
        Optional<Vitals> after = Vitals.of(door);
        if (before.isEmpty() || after.isEmpty()) {
            System.out.println("not judged: restarts, failures and heap, because its metrics cannot be read");
            return passed;
        }
        passed &= Attack.target("it is the same process", before.get().started() == after.get().started(), "");
        double failures = after.get().failures() - before.get().failures();
        passed &= Attack.target("it counts nothing that failed, whoever asked", failures == 0,
                String.format(Locale.ROOT, "%.0f requests and streams", failures));
        if (after.get().collections() == before.get().collections()) {
            System.out.println("not judged: heap, because it collected no garbage meanwhile");
            return passed;
        }
        return passed & Attack.target("what lives long takes at most half the heap, behind its last collection",
                after.get().longLived() <= MOST_LONG_LIVED, String.format(Locale.ROOT, "%.0f %%, then %.0f %%",
                        100 * before.get().longLived(), 100 * after.get().longLived()));
    }
}
