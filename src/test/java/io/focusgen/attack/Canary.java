package io.focusgen.attack;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** Somebody who asks for the same small file again and again while others attack: every byte of it must be there. */
final class Canary implements AutoCloseable {

    private static final long BETWEEN_NANOS = 200_000_000;

    private final Tally tally = new Tally("the same small file meanwhile");
    private final Door door;
    private final byte[] file;
    private final Thread thread = new Thread(this::sing, "canary");
    private volatile boolean over;

    /** @param file what it must be */
    Canary(Door door, byte[] file) {
        this.door = door;
        this.file = file.clone();
        thread.start();
    }

    private void sing() {
        while (!over) {
            ask();
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }

    /** Once. */
    void ask() {
        tally.count("small file", () -> {
            Reply reply = door.get(Attack.SMALL);
            Outcome outcome = Abuse.of(reply);
            Abuse.require(outcome != Outcome.SERVED || reply.whole() && Arrays.equals(reply.body(), file),
                    "the same bytes", reply.head());
            Abuse.require(outcome == Outcome.SERVED || outcome == Outcome.TURNED_AWAY, "served", outcome.toString());
            return outcome;
        });
    }

    Tally tally() {
        return tally;
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }
}
