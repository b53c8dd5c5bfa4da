package io.focusgen.http.streaming;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.focusgen.http.problem.AccessLog;
import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.streaming.Slots.Slot;
import io.focusgen.stream.SlotSettings;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets requests in that make work, as many as there are slots. A slot is taken before the plan and kept until the plan is
 * made, wanted or not (so there are never more plans waiting for a thread than slots), and that of a stream until the
 * stream is over, however it ends. A client that has its whole answer finds the slot free.
 */
@Singleton
public class Admission {

    /** Long enough for small streams to end, short enough for a reader who waits. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** What frees the slot of an exchange. */
    private static final String OVER = "focus.stream.over";

    /** What is freed with it. */
    private static final String FREED = "focus.stream.freed";

    /** Marks an exchange of whose wait for a first byte somebody tells. */
    private static final String TOLD_OF = "focus.stream.told-of";

    private final Ending ending;
    private final Slots streams;
    private final Slots plans;
    private final Instance<StreamOutcomes> observers;
    private final Instance<StreamSteps> steps;
    private final ExecutorService planners;
    private final Sheds sheds = new Sheds(System::nanoTime);

    Admission(Ending ending, SlotSettings settings, @Any Instance<StreamOutcomes> observers,
            @Any Instance<StreamSteps> steps) {
        this.ending = ending;
        streams = new Slots(settings.streams());
        plans = new Slots(settings.plans());
        this.observers = observers;
        this.steps = steps;
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
     * @param format of the stream
     * @return on a thread for plans; fails as {@code plan} does
     * @throws ProblemException at once, where all slots are taken or the service is about to end
     */
    public <T> Uni<T> planStream(RoutingContext exchange, BodyFormat format, Supplier<T> plan) {
        return planStream(exchange, format, Planning.of(plan));
    }

    /**
     * Plans what is then streamed.
     *
     * @param format of the stream
     * @return at once where {@code plan} is done at once, else on the thread that ends it; fails as {@code plan} does
     * @throws ProblemException at once, where all slots are taken
     */
    public <T> Uni<T> planStream(RoutingContext exchange, BodyFormat format, Planning<T> plan) {
        requireGoingOn();
        Slot slot = streams.take().orElseThrow(() -> {
            countShed();
            return overloaded();
        });
        slot.hold();
        Runnable freed = exchange.get(FREED);
        Runnable over = once(slot, freed);
        exchange.put(OVER, over);
        if (exchange.response().closed()) {
            // Nobody would be told any more.
            over.run();
        } else {
            exchange.addEndHandler(ended -> {
                over.run();
                leftEarly(exchange, format);
            });
        }
        long from = System.nanoTime();
        return planned(plan, slot).onItemOrFailure().invoke((made, failure) -> steps.forEach(each -> each.done(exchange,
                StreamSteps.Step.PLAN, from, System.nanoTime(),
                failure == null ? null : failure.getClass().getSimpleName())))
                .onFailure().invoke(over);
    }

    /** Whoever leaves while the plan is made has waited, too, and no stream will tell. */
    private void leftEarly(RoutingContext exchange, BodyFormat format) {
        if (!exchange.response().headWritten() && tellsOfWait(exchange)) {
            long nanos = System.nanoTime() - AccessLog.started(exchange);
            observers.forEach(observer -> observer.unbegun(format, StreamOutcomes.End.CANCELLED, nanos));
        }
    }

    /** Whether it is the caller who tells of the wait of this exchange for its first byte: the first one who asks. */
    static boolean tellsOfWait(RoutingContext exchange) {
        if (exchange.get(TOLD_OF) != null) {
            return false;
        }
        exchange.put(TOLD_OF, true);
        return true;
    }

    /** As {@link #planStream}, for a plan that no stream follows. */
    public <T> Uni<T> planOnly(Supplier<T> plan) {
        return planOnly(Planning.of(plan));
    }

    /** As {@link #planStream}, for a plan that no stream follows. */
    public <T> Uni<T> planOnly(Planning<T> plan) {
        requireGoingOn();
        return planned(plan, plans.take().orElseThrow(Admission::overloaded));
    }

    /** Frees the slot of this exchange's stream, if it has one and keeps it still. Called before the last byte is written. */
    static void streamOver(RoutingContext exchange) {
        Runnable over = exchange.get(OVER);
        if (over != null) {
            over.run();
        }
    }

    /** Frees something else with the slot of this exchange's stream, if it will have one. Runs at most once, on any thread. */
    public static void freeWith(RoutingContext exchange, Runnable freed) {
        exchange.put(FREED, freed);
    }

    /** Whether this exchange has, or has had, the slot of a stream. */
    public static boolean streams(RoutingContext exchange) {
        return exchange.get(OVER) != null;
    }

    private static Runnable once(Slot slot, @Nullable Runnable freed) {
        AtomicBoolean released = new AtomicBoolean();
        return () -> {
            if (released.compareAndSet(false, true)) {
                slot.release();
                if (freed != null) {
                    freed.run();
                }
            }
        };
    }

    private <T> Uni<T> planned(Planning<T> plan, Slot slot) {
        return Uni.createFrom().emitter(emitter -> begun(plan).whenComplete((made, failure) -> {
            slot.release();
            if (failure == null) {
                emitter.complete(made);
            } else {
                emitter.fail(failure);
            }
        }));
    }

    /** No thread takes a plan while the service ends. */
    private <T> CompletionStage<T> begun(Planning<T> plan) {
        try {
            return plan.begin(planners);
        } catch (RejectedExecutionException ending) {
            return CompletableFuture.failedFuture(ending);
        }
    }

    /** Whether all slots of streams are taken and very much is refused because of that. */
    boolean besieged() {
        return streams.taken() == streams.size() && refusesMany();
    }

    /** Whether very much is refused for want of slots, or was until less than half a second ago. */
    boolean refusesMany() {
        return sheds.many();
    }

    /** A stream was asked for and refused. */
    void countShed() {
        sheds.one();
        observers.forEach(StreamOutcomes::shed);
    }

    private void requireGoingOn() {
        if (ending.begun()) {
            throw new ProblemException(new Failure.Ending(RETRY_AFTER));
        }
    }

    /** Whether a slot was taken for this exchange's stream. */
    static boolean hasSlot(RoutingContext exchange) {
        return exchange.get(OVER) != null;
    }

    private static ProblemException overloaded() {
        return new ProblemException(new Failure.Overloaded(RETRY_AFTER, false));
    }

    @PreDestroy
    void close() {
        planners.shutdownNow();
    }
}
