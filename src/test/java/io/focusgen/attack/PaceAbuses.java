package io.focusgen.attack;

import static io.focusgen.attack.Outcome.CUT;
import static io.focusgen.attack.Outcome.REFUSED;
import static io.focusgen.attack.Outcome.SERVED;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Clients that are slow, many, or gone. While they are there others are answered, and when they are gone nothing is left. */
final class PaceAbuses {

    private static final String ENDLESS = "/api/v1/cost-and-usage.csv?rows=1e9&month=2026-03&seed=1";
    private static final String MILLION = "/api/v1/cost-and-usage.csv?rows=1e6&month=2026-03&seed=1";
    private static final long BETWEEN_BYTES_NANOS = 20_000_000;

    /** Fewer than the shortest answer has. */
    private static final int SOME_BYTES = 100;

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
        long start = System.nanoTime();
        Outcome outcome;
        try {
            outcome = Abuse.of(door.get("/q/health/live"));
        } catch (SocketTimeoutException hung) {
            throw new AssertionError("nobody else was answered in " + Wire.PATIENCE_MILLIS + " ms", hung);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Abuse.require(seconds < MOST_SECONDS, "an answer to others in " + MOST_SECONDS + " s", seconds + " s");
        return outcome;
    }
}
