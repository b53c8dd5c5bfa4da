package io.focusgen.http.streaming;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;

/**
 * Rests of event loops: behind each round, in which it reads, answers and writes all there is, a loop does nothing for some
 * milliseconds, so that a crowd costs some hundred rounds a second and not a round for each request. Between two rounds the
 * rows that are made drive the code and the data of a round out of the processor's caches: a request that has a round of its
 * own costs a multiple of one among others, and interrupts whoever makes rows. Network cards moderate their interrupts alike.
 * Thread-safe.
 */
final class Rests {

    /** Of one rest, at most. A stream is written meanwhile, as far as the socket's buffer reaches, and makes rows ahead. */
    static final long NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final BooleanSupplier wanted;
    private final Set<EventLoop> begun = ConcurrentHashMap.newKeySet();
    private final Set<Thread> resting = ConcurrentHashMap.newKeySet();

    /** @param wanted whether a rest is of use; asked behind each round */
    Rests(BooleanSupplier wanted) {
        this.wanted = wanted;
    }

    /** Has a loop rest behind this round, and the next ones, until that is not wanted. Called by the loop itself. */
    void begin(EventLoop loop) {
        if (begun.add(loop)) {
            behindNextRound(loop);
        }
    }

    /** Ends the rests that are under way: there may be something to do. */
    void end() {
        resting.forEach(LockSupport::unpark);
    }

    /** What is due in the future, however near, runs when all has been read that has come until then. */
    private void behindNextRound(EventLoop loop) {
        Future<?> unused = loop.schedule(() -> behindRound(loop), 1, TimeUnit.NANOSECONDS);
    }

    private void behindRound(EventLoop loop) {
        begun.remove(loop);
        if (rest()) {
            begin(loop);
        }
    }

    /** Returns whether it was wanted. It is asked for where {@link #end} is heard, so that none is slept through. */
    private boolean rest() {
        Thread current = Thread.currentThread();
        resting.add(current);
        try {
            // Whoever is interrupted would not rest, and ask again at once.
            if (!wanted.getAsBoolean() || Thread.interrupted()) {
                return false;
            }
            LockSupport.parkNanos(NANOS);
            return true;
        } finally {
            resting.remove(current);
        }
    }
}
