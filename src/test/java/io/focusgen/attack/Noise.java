package io.focusgen.attack;

import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.focusgen.fuzz.Corpus;
import io.focusgen.fuzz.Mutations;

/** Good requests with some bytes changed. What may come of one is anything but a failure of the service. */
final class Noise {

    private static final int THREADS = 4;

    /** A request that was made incomplete has no answer. */
    private static final int PATIENCE_MILLIS = 400;

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
                    tally.count(line, () -> once(door, request));
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static Outcome once(Door door, byte[] request) throws Exception {
        try (Wire wire = door.open()) {
            boolean head = new String(request, StandardCharsets.ISO_8859_1).startsWith("HEAD ");
            return Abuse.of(wire.patience(PATIENCE_MILLIS).send(request).reply(head));
        } catch (SocketTimeoutException incompleteOrLong) {
            return Outcome.WAITING;
        }
    }
}
