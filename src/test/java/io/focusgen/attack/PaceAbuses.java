package io.focusgen.attack;

import static io.focusgen.attack.Outcome.CUT;
import static io.focusgen.attack.Outcome.REFUSED;
import static io.focusgen.attack.Outcome.SERVED;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Clients that are slow, many, or gone. While they are there others are answered, and when they are gone nothing is left. */
final class PaceAbuses {

    private static final String ENDLESS = "/api/v1/cost-and-usage.csv?rows=1e9&month=2026-03&seed=1";
    private static final String MILLION = "/api/v1/cost-and-usage.csv?rows=1e6&month=2026-03&seed=1";
    private static final long BETWEEN_BYTES_NANOS = 20_000_000;

    /** Fewer than the shortest answer has. */
    private static final int SOME_BYTES = 100;

    /** Fewer than there are places for streams anywhere, so that others have one, too. */
    private static final int READERS = 3;
    private static final int FEW_BYTES = 16;
    private static final int SECONDS = 3;
    private static final long BETWEEN_DRIPS_NANOS = 1_000_000_000;

    /** Others wait at most so long meanwhile. */
    private static final double MOST_SECONDS = 5;

    private PaceAbuses() {
    }

    /** @param many clients at once */
    static List<Abuse> all(int many) {
        return List.of(Abuse.of("a request that comes byte by byte", PaceAbuses::byteByByte, SERVED),
                Abuse.of("an end of the output behind a request", door -> halfClosed(door,
                        door.request("GET", Attack.SMALL)), SERVED, CUT),
                Abuse.of("an end of the output within a line", door -> halfClosed(door, "GET /q/hea"), CUT, REFUSED),
                Abuse.of("an end of the output within the headers", door -> halfClosed(door,
                        "GET /q/health HTTP/1.1\r\nHost: loc"), CUT, REFUSED),
                Abuse.of("an end of the output within a body", door -> halfClosed(door, door.request("POST",
                        Attack.SMALL, "Content-Type: application/json", "Content-Length: 100") + "{\"rows\":"), CUT,
                        REFUSED),
                Abuse.of(many + " connections without a byte", door -> held(door, many, ""), SERVED),
                Abuse.of(many + " heads that do not end", door -> held(door, many,
                        "GET /q/health HTTP/1.1\r\nHost: localhost\r\nX: "), SERVED),
                Abuse.of(many + " bodies that do not end", door -> held(door, many, door.request("POST",
                        Attack.SMALL, "Content-Type: application/json", "Content-Length: 1000") + "{\"rows\":"),
                        SERVED),
                Abuse.of(many + " readers that do not read", door -> held(door, many, door.request("GET", ENDLESS)),
                        SERVED),
                Abuse.of(many + " heads and bodies and " + READERS + " readers, each of some bytes a second",
                        door -> dripping(door, many), SERVED),
                Abuse.of(many + " resets without a byte", door -> resets(door, many, "", 0), SERVED),
                Abuse.of(many + " resets within a head", door -> resets(door, many, "GET /q/health HTTP/1.1\r\nHo", 0),
                        SERVED),
                Abuse.of(many + " resets behind a request", door -> resets(door, many, door.request("GET", MILLION),
                        0), SERVED),
                Abuse.of(many + " resets within an answer", door -> resets(door, many, door.request("GET", MILLION),
                        SOME_BYTES), SERVED),
                Abuse.of(many + " resets within a body", door -> resets(door, many, door.request("POST",
                        Attack.SMALL, "Content-Type: application/json", "Content-Length: 1000") + "{", 0), SERVED));
    }

    private static Outcome byteByByte(Door door) throws IOException {
        try (Wire wire = door.open()) {
            for (char c : door.request("GET", "/q/health").toCharArray()) {
                wire.send(String.valueOf(c));
                LockSupport.parkNanos(BETWEEN_BYTES_NANOS);
            }
            return Abuse.of(wire.reply());
        }
    }

    private static Outcome halfClosed(Door door, String request) throws IOException {
        try (Wire wire = door.open()) {
            return Abuse.of(wire.send(request).endOutput().reply());
        }
    }

    /** Holds many connections open, asks something on another one meanwhile, and leaves. */
    private static Outcome held(Door door, int many, String request) throws IOException {
        List<Wire> wires = new ArrayList<>();
        try {
            for (int i = 0; i < many; i++) {
                wires.add(door.open().send(request));
            }
            return meanwhile(door);
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }

    /** Neither silent nor stalled: a few bytes every second in each direction, and others are served a whole file. */
    private static Outcome dripping(Door door, int many) throws IOException {
        List<Wire> senders = new ArrayList<>();
        List<Wire> readers = new ArrayList<>();
        Reply whole = door.get(Attack.SMALL);
        if (Abuse.of(whole) != SERVED) {
            // Whoever came before may still have all places.
            return Abuse.of(whole);
        }
        byte[] file = whole.body();
        try {
            for (int i = 0; i < many; i++) {
                senders.add(door.open().send(i % 2 == 0
                        ? "GET /q/health HTTP/1.1\r\nHost: localhost\r\nX: "
                        : door.request("POST", Attack.SMALL, "Content-Type: application/json", "Content-Length: 1000")
                                + "{"));
            }
            for (int i = 0; i < READERS; i++) {
                readers.add(door.open().send(door.request("GET", ENDLESS)));
            }
            for (int second = 0; second < SECONDS; second++) {
                long next = System.nanoTime() + BETWEEN_DRIPS_NANOS;
                for (Wire sender : senders) {
                    sender.send("   ");
                }
                for (Wire reader : readers) {
                    Abuse.require(reader.read(FEW_BYTES).length == FEW_BYTES, "some more bytes", "the end");
                }
                Outcome outcome = meanwhile(door, Attack.SMALL, file);
                if (outcome != SERVED) {
                    return outcome;
                }
                LockSupport.parkNanos(next - System.nanoTime());
            }
            return meanwhile(door);
        } finally {
            for (Wire wire : senders) {
                wire.close();
            }
            for (Wire wire : readers) {
                wire.close();
            }
        }
    }

    private static Outcome resets(Door door, int many, String request, int bytes) throws IOException {
        for (int i = 0; i < many; i++) {
            try (Wire wire = door.open()) {
                wire.send(request);
                if (bytes > 0) {
                    wire.read(bytes);
                }
                wire.reset();
            }
        }
        return meanwhile(door);
    }

    /** Somebody else's question is answered, and soon. */
    private static Outcome meanwhile(Door door) throws IOException {
        return meanwhile(door, "/q/health/live", new byte[0]);
    }

    /** @param file what the answer must be, empty for anything */
    private static Outcome meanwhile(Door door, String target, byte[] file) throws IOException {
        long start = System.nanoTime();
        Outcome outcome;
        try {
            Reply reply = door.get(target);
            outcome = Abuse.of(reply);
            Abuse.require(outcome != SERVED || file.length == 0 || Arrays.equals(reply.body(), file), "the same bytes",
                    reply.head());
        } catch (SocketTimeoutException hung) {
            throw new AssertionError("nobody else was answered in " + Wire.PATIENCE_MILLIS + " ms", hung);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Abuse.require(seconds < MOST_SECONDS, "an answer to others in " + MOST_SECONDS + " s", seconds + " s");
        return outcome;
    }
}
