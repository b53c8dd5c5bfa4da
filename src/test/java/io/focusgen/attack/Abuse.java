package io.focusgen.attack;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/**
 * Something that no client should do to a connection.
 *
 * @param name in words
 * @param right what may become of it
 * @param attempt does it; fails with an {@link AssertionError} where something else is wrong
 */
record Abuse(String name, Set<Outcome> right, Attempt attempt) {

    /** Does it once. */
    @FunctionalInterface
    interface Attempt {
        Outcome at(Door door) throws IOException;
    }

    /** The longest that an incomplete request is watched. */
    private static final int WATCH_MILLIS = 300;

    static Abuse of(String name, Attempt attempt, Outcome first, Outcome... more) {
        return new Abuse(name, EnumSet.of(first, more), attempt);
    }

    /** These bytes, of which at most one request may be read. */
    static Abuse bytes(String name, String request, Outcome first, Outcome... more) {
        return bytes(name, request.getBytes(StandardCharsets.ISO_8859_1), first, more);
    }

    static Abuse bytes(String name, byte[] request, Outcome first, Outcome... more) {
        Set<Outcome> right = EnumSet.of(first, more);
        return new Abuse(name, right, door -> {
            try (Wire wire = door.open()) {
                wire.send(request);
                return answer(wire, right.contains(Outcome.WAITING), false);
            }
        });
    }

    /** A request of the door's own with these headers and this body, of which at most one may be read. */
    static Abuse post(String name, String headers, String body, Outcome first, Outcome... more) {
        Set<Outcome> right = EnumSet.of(first, more);
        return new Abuse(name, right, door -> {
            try (Wire wire = door.open()) {
                wire.send((door.request("POST", Attack.SMALL, "Content-Type: application/json", headers) + body)
                        .getBytes(StandardCharsets.ISO_8859_1));
                return answer(wire, right.contains(Outcome.WAITING), false);
            }
        });
    }

    /** What the next answer is; after a refusal nothing else may come, nor where {@code last} says so. */
    static Outcome answer(Wire wire, boolean mayWait, boolean last) throws IOException {
        if (mayWait) {
            wire.patience(WATCH_MILLIS);
        }
        Reply reply;
        try {
            reply = wire.reply();
        } catch (SocketTimeoutException silent) {
            if (mayWait) {
                return Outcome.WAITING;
            }
            throw new AssertionError("hung: no answer and no end in " + Wire.PATIENCE_MILLIS + " ms", silent);
        }
        Outcome outcome = of(reply);
        boolean closes = reply.header("Connection").filter("close"::equalsIgnoreCase).isPresent();
        if (closes || last) {
            String rest = new String(wire.patience(Wire.PATIENCE_MILLIS).readToEnd(), StandardCharsets.ISO_8859_1);
            require(rest.isEmpty(), "nothing behind the last answer", rest);
        } else if (outcome == Outcome.REFUSED) {
            // What follows on a connection that stays open must be what we send next.
            require(wire.silentFor(WATCH_MILLIS), "silent after a refusal", reply.head());
        }
        return outcome;
    }

    /** What an answer is; fails where it is none that this service gives. */
    static Outcome of(Reply reply) {
        int status = reply.status();
        if (status == 0) {
            return Outcome.CUT;
        }
        require(status > 0 && status < 500 || status == 503, "refused, served or cut", reply.head() + reply.text());
        if (status < 400) {
            return Outcome.SERVED;
        }
        require(reply.body().length == 0 || reply.isProblem(), "a problem document", reply.head() + reply.text());
        require(reply.body().length < 1 << 16, "less than 64 KiB", reply.body().length + " bytes");
        require(!reply.text().contains("Exception") && !reply.text().contains("\tat "), "no inner matter",
                reply.text());
        return status == 401 || status == 429 || status == 503 ? Outcome.TURNED_AWAY : Outcome.REFUSED;
    }

    static void require(boolean holds, String what, String instead) {
        if (!holds) {
            throw new AssertionError("must be " + what + ", not " + instead);
        }
    }

    /** Tries it at a service that turns nobody away; an outcome that is not right is an {@link AssertionError}. */
    Outcome run(Door door) throws IOException {
        Outcome outcome = attempt.at(door);
        require(right.contains(outcome), right.toString(), outcome + " (" + name + ")");
        return outcome;
    }

    /** The same at a service that has limits or too much to do, and may turn anybody away. */
    Outcome runWhereLimited(Door door) throws IOException {
        Outcome outcome = attempt.at(door);
        require(outcome == Outcome.TURNED_AWAY || right.contains(outcome), right.toString(),
                outcome + " (" + name + ")");
        return outcome;
    }

    @Override
    public String toString() {
        return name;
    }
}
