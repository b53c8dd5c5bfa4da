package io.focusgen.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** Looks at an amount of memory, in MiB, ten times a second, on a thread of its own until it is closed. */
final class Memory implements AutoCloseable {

    private static final long MILLIS_BETWEEN = 100;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "load-memory");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Double> seen = new ArrayList<>();
    private final Future<?> looking;

    Memory(DoubleSupplier mebibytes) {
        looking = clock.scheduleWithFixedDelay(() -> {
            double now = mebibytes.getAsDouble();
            synchronized (seen) {
                seen.add(now);
            }
        }, 0, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
    }

    /**
     * How much more there was at most in the last third of the time than in the first third.
     *
     * @throws IllegalStateException where there were fewer than three looks, or one failed
     */
    double growth() {
        return growth(all());
    }

    /** The most that was seen. @throws IllegalStateException where nothing was, or a look failed */
    double most() {
        List<Double> all = all();
        if (all.isEmpty()) {
            throw new IllegalStateException("no look at the memory");
        }
        return most(all);
    }

    private List<Double> all() {
        if (looking.isDone()) {
            try {
                looking.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException("the memory of the service could not be read", failed.getCause());
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", stop);
            }
        }
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    static double growth(List<Double> looks) {
        int third = looks.size() / 3;
        if (third == 0) {
            throw new IllegalStateException("only " + looks.size() + " looks at the memory");
        }
        return most(looks.subList(looks.size() - third, looks.size())) - most(looks.subList(0, third));
    }

    private static double most(List<Double> looks) {
        return looks.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
