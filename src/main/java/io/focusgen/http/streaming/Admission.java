package io.focusgen.http.streaming;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.streaming.Slots.Slot;
import io.focusgen.stream.SlotSettings;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets requests in that make work, as many as there are slots. A slot is taken before the plan and kept until the exchange
 * is over, however it ends, and until the plan is made, wanted or not: so there are never more plans waiting for a thread
 * than slots.
 */
@Singleton
public class Admission {

    /** Long enough for small streams to end, short enough for a reader who waits. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Slots streams;
    private final Slots plans;
    private final Instance<StreamOutcomes> observers;
    private final ExecutorService planners;

    Admission(SlotSettings settings, @Any Instance<StreamOutcomes> observers) {
        streams = new Slots(settings.streams());
        plans = new Slots(settings.plans());
        this.observers = observers;
        AtomicInteger started = new AtomicInteger();
        planners = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
            Thread thread = new Thread(work, "focus-plan-" + started.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Those of streams. */
    public Slots streams() {
        return streams;
    }

    /** Those of plans that no stream follows. */
    public Slots plans() {
        return plans;
    }

    /**
     * Plans what is then streamed.
     *
     * @return on a thread for plans; fails as {@code plan} does
     * @throws ProblemException at once, where all slots are taken
     */
    public <T> Uni<T> planStream(RoutingContext exchange, Supplier<T> plan) {
        Slot slot = streams.take().orElseThrow(() -> {
            observers.forEach(StreamOutcomes::shed);
            return overloaded();
        });
        return planned(exchange, slot, plan);
    }

    /** As {@link #planStream}, for a plan that no stream follows. */
    public <T> Uni<T> planOnly(RoutingContext exchange, Supplier<T> plan) {
        return planned(exchange, plans.take().orElseThrow(Admission::overloaded), plan);
    }

    private <T> Uni<T> planned(RoutingContext exchange, Slot slot, Supplier<T> plan) {
        slot.hold();
        if (exchange.response().closed()) {
            // Nobody would be told any more.
            slot.release();
        } else {
            exchange.addEndHandler(ended -> slot.release());
        }
        return Uni.createFrom().emitter(emitter -> planners.execute(() -> make(plan, slot, emitter)));
    }

    private static <T> void make(Supplier<T> plan, Slot slot, UniEmitter<? super T> emitter) {
        try {
            emitter.complete(plan.get());
        } catch (Throwable thrown) {
            emitter.fail(thrown);
        } finally {
            slot.release();
        }
    }

    private static ProblemException overloaded() {
        return new ProblemException(new Failure.Overloaded(RETRY_AFTER, false));
    }

    @PreDestroy
    void close() {
        planners.shutdownNow();
    }
}
