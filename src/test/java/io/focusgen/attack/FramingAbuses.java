package io.focusgen.attack;

import static io.focusgen.attack.Outcome.CUT;
import static io.focusgen.attack.Outcome.REFUSED;
import static io.focusgen.attack.Outcome.SERVED;
import static io.focusgen.attack.Outcome.WAITING;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Requests whose end is a matter of opinion, with another one hidden behind it. */
final class FramingAbuses {

    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private static final String HIDDEN = "GET /q/health HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String EMPTY_CHUNKS = "0\r\n\r\n";

    private FramingAbuses() {
    }

    static List<Abuse> all(boolean packaged) {
        List<Abuse> all = new ArrayList<>();
        if (packaged) {
            all.add(Abuse.post("Content-Length before Transfer-Encoding", "Content-Length: 5\r\n" + CHUNKED,
                    EMPTY_CHUNKS + HIDDEN, REFUSED));
            all.add(Abuse.post("Transfer-Encoding before Content-Length", CHUNKED + "\r\nContent-Length: 5",
                    EMPTY_CHUNKS + HIDDEN, REFUSED));
        }
        codings(all);
        lengths(all);
        chunks(all);
        bodies(all);
        return all;
    }

    private static void codings(List<Abuse> all) {
        for (String coding : List.of(CHUNKED + "\r\n" + CHUNKED, "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: identity, chunked", "Transfer-Encoding: xchunked",
                "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: chunked\u000b",
                "Transfer-Encoding : chunked", "Transfer-Encoding: \"chunked\"", "Transfer-Encoding:",
                "Transfer-Encoding: chunked;q=1", CHUNKED + "\r\nTransfer-Encoding: identity",
                "X: y\r\n Transfer-Encoding: chunked\r\nTransfer-Encoding: x")) {
            all.add(Abuse.post(shown(coding), coding, EMPTY_CHUNKS + HIDDEN, REFUSED));
        }
        // Unfolded it is one header of that value; the request behind it is then a request of its own.
        all.add(Abuse.post("a folded Transfer-Encoding", "Transfer-Encoding:\r\n chunked", EMPTY_CHUNKS, SERVED,
                REFUSED));
        all.add(Abuse.bytes("chunks in HTTP/1.0",
                "POST " + Attack.SMALL + " HTTP/1.0\r\nContent-Type: application/json\r\n" + CHUNKED + "\r\n\r\n"
                        + EMPTY_CHUNKS + HIDDEN,
                REFUSED));
    }

    private static void lengths(List<Abuse> all) {
        for (String length : List.of("5\r\nContent-Length: 5", "5\r\nContent-Length: 6", "5, 5", "5, 6", "-1", "+5",
                "0x5", "5 5", "5.0", "1e1", "9223372036854775808", "99999999999999999999999", "", "\u00b2",
                "0\r\nContent-Length: 51")) {
            String headers = "Content-Length: " + length;
            all.add(Abuse.post(shown(headers), headers, "{\"a\":" + HIDDEN, REFUSED));
        }
        all.add(Abuse.post("a body of 256 KiB and a byte", "Content-Length: 262145", "", REFUSED));
        all.add(Abuse.post("a body of 8 EiB", "Content-Length: 9223372036854775807", "{", REFUSED));
        all.add(Abuse.post("a body that does not come", "Content-Length: 100", "{\"rows\":", WAITING));
    }

    private static void chunks(List<Abuse> all) {
        for (String chunks : List.of("zz\r\n{}\r\n0\r\n\r\n", "-2\r\n{}\r\n0\r\n\r\n", "+2\r\n{}\r\n0\r\n\r\n",
                "0x2\r\n{}\r\n0\r\n\r\n", "FFFFFFFFFFFFFFFFF\r\n", "80000000\r\n", "7FFFFFFFFFFFFFFF\r\n",
                "2\r\n{}X\r\n0\r\n\r\n", "2\r\n{\"rows\":1}\r\n0\r\n\r\n", "\r\n{}\r\n0\r\n\r\n")) {
            all.add(Abuse.post("chunks " + shown(chunks), CHUNKED, chunks + HIDDEN, REFUSED, CUT));
        }
        all.add(Abuse.post("a chunk with an extension", CHUNKED, "2;a=\"b\"\r\n{}\r\n0;c\r\n\r\n", SERVED, REFUSED));
        all.add(hidden("a chunk extension that ends in LF alone", "2;\nxx\r\n45\r\n0\r\n\r\n"));
        all.add(hidden("a chunk extension that has CR alone", "2;\rxx\r\n45\r\n0\r\n\r\n"));
        all.add(hidden("a chunk that ends in LF alone", "2\r\n{}\n0\r\n\r\n"));
        all.add(Abuse.post("a chunk extension of 1 MiB", CHUNKED, "2;" + "a".repeat(1 << 20) + "\r\n{}\r\n0\r\n\r\n",
                REFUSED, CUT));
        all.add(Abuse.post("trailers", CHUNKED, "2\r\n{}\r\n0\r\nX-Trailer: a\r\nContent-Length: 5\r\n\r\n", SERVED,
                REFUSED));
        all.add(Abuse.post("trailers of 1 MiB", CHUNKED, "2\r\n{}\r\n0\r\n" + "X: aaaaaaaa\r\n".repeat(80_000) + "\r\n",
                REFUSED, SERVED, CUT));
        all.add(Abuse.post("300,000 chunks of a byte", CHUNKED, "1\r\n \r\n".repeat(300_000) + "0\r\n\r\n", REFUSED,
                CUT));
        all.add(Abuse.post("chunks that do not end", CHUNKED, "2\r\n{}\r\n", WAITING));
    }

    /** A hidden request must not be answered, unless it is where the body ends for everybody. */
    private static Abuse hidden(String name, String chunks) {
        return Abuse.of(name, door -> {
            try (Wire wire = door.open()) {
                wire.send(door.request("POST", Attack.SMALL, "Content-Type: application/json", CHUNKED) + chunks
                        + HIDDEN + EMPTY_CHUNKS).patience(1_000);
                return onlyOne(wire);
            }
        }, REFUSED, CUT);
    }

    private static Outcome onlyOne(Wire wire) throws IOException {
        Outcome outcome = Abuse.of(wire.reply());
        Abuse.require(outcome != SERVED || wire.silentFor(500), "nothing behind the answer",
                "an answer to what was hidden");
        return outcome;
    }

    private static void bodies(List<Abuse> all) {
        all.add(Abuse.of("a body with GET", door -> {
            try (Wire wire = door.open()) {
                wire.send(door.request("GET", Attack.SMALL, "Content-Length: " + HIDDEN.length()) + HIDDEN);
                return Abuse.answer(wire, false, true);
            }
        }, REFUSED));
        all.add(Abuse.of("a body with HEAD", door -> {
            try (Wire wire = door.open()) {
                wire.send(door.request("HEAD", Attack.SMALL, CHUNKED) + EMPTY_CHUNKS + HIDDEN);
                Outcome outcome = Abuse.of(wire.reply(true));
                Abuse.require(wire.readToEnd().length == 0, "the end", "another answer");
                return outcome;
            }
        }, REFUSED));
        all.add(Abuse.of("1,000 requests at once on a connection", FramingAbuses::pipelined, SERVED));
        all.add(Abuse.of("Expect: 100-continue, then no body", door -> {
            try (Wire wire = door.open()) {
                wire.send(door.request("POST", Attack.SMALL, "Content-Type: application/json", "Content-Length: 2",
                        "Expect: 100-continue"));
                return Abuse.answer(wire, true, false);
            }
        }, WAITING));
        all.add(Abuse.post("Expect: 100-continue, then too much", "Expect: 100-continue\r\nContent-Length: 999999", "",
                REFUSED));
        all.add(Abuse.post("Expect: something", "Expect: 200-ok\r\nContent-Length: 2", "{}", SERVED, REFUSED));
    }

    /** Every one of them is answered, in order. */
    private static Outcome pipelined(Door door) throws IOException {
        int most = 1_000;
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < most; i++) {
            requests.append(door.request("GET", "/problems/overloaded", "X-Request-Id: " + i));
        }
        try (Wire wire = door.open()) {
            wire.send(requests.toString());
            for (int i = 0; i < most; i++) {
                Reply reply = wire.reply();
                if (Abuse.of(reply) == Outcome.TURNED_AWAY) {
                    return Outcome.TURNED_AWAY;
                }
                Abuse.require(reply.status() == 200 && reply.header("X-Request-Id").orElse("").equals("" + i),
                        "answer " + i, reply.head());
            }
            return SERVED;
        }
    }

    private static String shown(String text) {
        return text.replace("\r\n", "; ").replaceAll("[^ -~]", "?");
    }
}
