package io.focusgen.testing;

import java.util.List;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.focusgen.limit.Decision;
import io.focusgen.limit.Level;
import io.focusgen.limit.Mode;
import io.focusgen.limit.SharedLimiter;
import io.focusgen.limit.Window;
import io.smallrye.mutiny.Uni;

/** Decides as a test wants it, where {@code test.fake-limiter} is set. */
@Singleton
public class FakeLimiter implements SharedLimiter {

    private final boolean wanted;

    /** Whether everything is refused. */
    public volatile boolean refusing;

    public FakeLimiter(@ConfigProperty(name = "test.fake-limiter", defaultValue = "false") boolean wanted) {
        this.wanted = wanted;
    }

    @Override
    public boolean configured() {
        return wanted;
    }

    @Override
    public Uni<Decision> take(String caller, List<Window> windows, long cost) {
        return look(caller, windows, cost);
    }

    @Override
    public Uni<Decision> look(String caller, List<Window> windows, long cost) {
        boolean refused = refusing;
        return Uni.createFrom().item(new Decision(!refused,
                windows.stream().map(window -> new Level(window, refused ? window.limit() : 1, 1)).toList(), cost,
                refused ? 1 : 0, 0, Mode.SHARED));
    }

    @Override
    public Uni<Void> giveBack(String caller, List<Window> windows, long cost, long moment) {
        return Uni.createFrom().voidItem();
    }
}
