package io.focusgen.bench;

import java.time.Duration;
import java.util.List;

import io.focusgen.limit.LocalLimiter;
import io.focusgen.limit.Window;

/** Prints what a decision of this process costs: run it by hand after {@code make package}. */
public final class LimitProbe {

    private static final int ROUNDS = 7;
    private static final int DECISIONS = 2_000_000;

    private LimitProbe() {
    }

    /** Minute, hour and day of each caller, of which there are 1,000; with small limits most are refused. */
    public static void main(String... arguments) {
        String[] callers = new String[1000];
        for (int i = 0; i < callers.length; i++) {
            callers[i] = "streams:10.0." + i / 256 + "." + i % 256;
        }
        for (int limit : new int[]{10, 1000, 1_000_000}) {
            List<Window> windows = List.of(Window.ofRequests("minute", limit, Duration.ofMinutes(1)),
                    Window.ofRequests("hour", limit * 10, Duration.ofHours(1)),
                    Window.ofRequests("day", limit * 100, Duration.ofDays(1)));
            for (int round = 0; round < ROUNDS; round++) {
                LocalLimiter limiter = new LocalLimiter(64 << 20, () -> System.nanoTime() / 1000);
                int admitted = 0;
                long start = System.nanoTime();
                for (int i = 0; i < DECISIONS; i++) {
                    admitted += limiter.take(callers[i % callers.length], windows, 1).admitted() ? 1 : 0;
                }
                double nanos = (System.nanoTime() - start) / (double) DECISIONS;
                System.out.printf("limit %d: %.0f ns a decision, %d of %d admitted%n", limit, nanos, admitted,
                        DECISIONS);
            }
        }
    }
}
