package io.focusgen.attack;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.focusgen.fuzz.Corpus;
import io.focusgen.fuzz.Mutations;

/** Good requests with some bytes changed. What may come of one is anything but a failure of the service. */
final class Noise {

    private static final int THREADS = 4;

    /** So long is waited for the answer to a request that may be incomplete; then it is told that nothing more comes. */
    private static final int PATIENCE_MILLIS = 400;

    private static final String HEAD_END = "\r\n\r\n";

    /** The only header of its kind. */
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: ([0-9]{1,6})\r\n");

    private Noise() {
    }

    private static List<byte[]> corpus(Door door) {
        List<String> requests = List.of(door.request("GET", Attack.SMALL),
                door.request("HEAD", "/api/v1/preview?rows=100&provider=aws,gcp&month=2026-01", "If-None-Match: \"a\""),
                door.request("GET", "/api/v1/catalog", "Accept: application/json;q=0.5", "Connection: close"),
                door.request("GET", "/api/v1/bundle.zip?rows=10&months=2&layout=hive&parts=1"),
                door.request("GET", "/api/v1/jobs/5f0c9a1e-0000-4000-8000-000000000000/files/a.csv",
                        "Range: bytes=0-9"),
                door.request("OPTIONS", "/api/v1/jobs", "Origin: http://localhost"),
                door.post("/api/v1/cost-and-usage.ndjson?seed=3", "{\"rows\":10,\"provider\":[\"aws\",\"gcp\"]}"),
                door.post("/api/v1/preview", "{\"rows\":50,\"organisation\":{\"teams\":[{\"name\":\"web\"}]}}"),
                door.request("POST", Attack.SMALL, "Content-Type: application/json", "Transfer-Encoding: chunked")
                        + "2\r\n{}\r\n0\r\n\r\n");
        return requests.stream().map(request -> request.getBytes(StandardCharsets.UTF_8)).toList();
    }

    /** Tries until a time of {@link System#nanoTime}. */
    static void until(long end, Door door, long seed, Tally tally) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Mutations mutations = new Mutations(seed + i, corpus(door));
            Thread thread = new Thread(() -> {
                while (System.nanoTime() < end) {
                    byte[] request = mutations.next();
                    String line = Corpus.line(request);
                    tally.count(line, () -> once(door, request, Wire.PATIENCE_MILLIS));
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /**
     * Sends a request, whole or not. One that is complete for everybody has an answer; of any other the connection ends when
     * nothing more comes.
     *
     * @param most milliseconds after which silence is a failure
     */
    static Outcome once(Door door, byte[] request, int most) throws IOException {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        boolean complete = isComplete(text);
        try (Wire wire = door.open()) {
            wire.patience(complete ? most : PATIENCE_MILLIS).send(request);
            try {
                return Abuse.of(wire.reply(text.startsWith("HEAD ")));
            } catch (SocketTimeoutException silent) {
                Abuse.require(!complete, "an answer to a complete request", "silence for " + most + " ms");
                return end(wire.endOutput().patience(most));
            }
        }
    }

    private static Outcome end(Wire wire) throws IOException {
        try {
            byte[] unused = wire.readToEnd();
            return Outcome.CUT;
        } catch (SocketTimeoutException hung) {
            throw new AssertionError("hung: no end of the connection, although nothing more could come", hung);
        }
    }

    /** Whether nobody can wait for more: one head that ends, and a body as long as one header says, or none. */
    static boolean isComplete(String request) {
        int end = request.indexOf(HEAD_END);
        if (end <= 0 || request.charAt(0) <= ' ') {
            return false;
        }
        String head = request.substring(0, end + 2).toLowerCase(Locale.ROOT);
        if (head.contains("encoding") || head.contains("expect") || head.contains("upgrade")) {
            return false;
        }
        if (!head.contains("length")) {
            return true;
        }
        Matcher length = LENGTH.matcher(head);
        return length.find() && head.indexOf("length") == head.lastIndexOf("length")
                && request.length() - end - HEAD_END.length() >= Integer.parseInt(length.group(1));
    }
}
