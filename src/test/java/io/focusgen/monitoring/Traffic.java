package io.focusgen.monitoring;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Some of everything that is asked of a service: what it answers, turns away, and what is broken off or read slowly. */
final class Traffic implements AutoCloseable {

    private static final List<String> FORMATS = List.of("csv", "csv.gz", "csv.zst", "ndjson", "ndjson.gz", "parquet");
    private static final String MONTH = "&month=2026-03";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final Map<String, AtomicLong> answers = new ConcurrentSkipListMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    private interface Turn {

        void take(int number) throws IOException, InterruptedException;
    }

    /** @param url of the service, which must believe what X-Forwarded-For says about callers */
    Traffic(String url) {
        this.url = url;
    }

    /** Begins all of it. */
    void start() {
        each("reader", 3,
                turn -> read("reader-" + turn % 50, "/api/v1/cost-and-usage." + FORMATS.get(turn % FORMATS.size())
                        + "?rows=" + (turn % 4 == 0 ? 200_000 : 20_000) + "&seed=" + turn % 7 + MONTH));
        each("preview", 1, turn -> read("preview-" + turn % 20, "/api/v1/preview?rows=10000&seed=" + turn % 5 + MONTH));
        each("catalogue", 1, turn -> {
            read("catalogue-" + turn % 20, turn % 2 == 0 ? "/api/v1/catalog" : "/api/v1/cost-and-usage.csv?rows=none");
            Thread.sleep(100);
        });
        each("greedy", 1, turn -> {
            read("greedy", "/api/v1/cost-and-usage.csv?rows=1000" + MONTH);
            Thread.sleep(50);
        });
        each("stranger", 1, turn -> {
            read("stranger-" + turn % 9, "/api/v1/session", "X-API-Key", "fgk_wrong");
            Thread.sleep(500);
        });
        each("slow", 2, this::slowly);
        each("leaving", 1, this::leave);
        each("crowd", 6,
                turn -> read("crowd-" + turn, "/api/v1/cost-and-usage.csv?rows=100000&seed=" + turn % 3 + MONTH));
        each("job", 1, this::job);
    }

    /** Answers so far, by status. */
    Map<String, AtomicLong> answers() {
        return answers;
    }

    private void each(String name, int count, Turn turn) {
        for (int one = 0; one < count; one++) {
            int first = one;
            Thread thread = new Thread(() -> {
                for (int number = first; !over; number += count) {
                    try {
                        turn.take(number);
                    } catch (IOException broken) {
                        count(name + " broken off: " + broken.getMessage());
                    } catch (InterruptedException stop) {
                        return;
                    }
                }
            }, name);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    private void read(String caller, String path, String... headers) throws IOException, InterruptedException {
        HttpResponse<Void> answer = client.send(request(caller, path, headers).build(),
                HttpResponse.BodyHandlers.discarding());
        count(answer.statusCode());
        if (answer.statusCode() == 503 || answer.statusCode() == 429) {
            Thread.sleep(100);
        }
    }

    private void slowly(int turn) throws IOException, InterruptedException {
        try (InputStream body = open("slow-" + turn, "/api/v1/cost-and-usage.csv?rows=300000" + MONTH)) {
            for (int read = 0; read >= 0 && !over;) {
                read = body.readNBytes(1 << 20).length == 0 ? -1 : 0;
                Thread.sleep(200);
            }
        }
    }

    private void leave(int turn) throws IOException, InterruptedException {
        try (InputStream body = open("leaving-" + turn, "/api/v1/cost-and-usage.ndjson?rows=5000000" + MONTH)) {
            body.readNBytes(1 << 20);
        }
        Thread.sleep(1000);
    }

    private InputStream open(String caller, String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(request(caller, path).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        count(answer.statusCode());
        return answer.body();
    }

    private void job(int turn) throws IOException, InterruptedException {
        String body = "{\"provider\": \"aws\", \"rows\": 60000, \"month\": \"2026-03\", \"seed\": %d, \"format\": \"%s\", \"target\": \"%s\"}"
                .formatted(turn, FORMATS.get(turn % FORMATS.size()), turn % 3 == 0 ? "disk" : "s3");
        HttpResponse<Void> answer = client.send(
                request("job-" + turn, "/api/v1/jobs").header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.discarding());
        count(answer.statusCode());
        Thread.sleep(2000);
    }

    private HttpRequest.Builder request(String caller, String path, String... headers) {
        // Every name is a caller with an address of its own.
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .header("X-Forwarded-For",
                        "198.51.%d.%d".formatted((caller.hashCode() >> 8) & 255, caller.hashCode() & 255));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private void count(int status) {
        count(Integer.toString(status));
    }

    private void count(String what) {
        answers.computeIfAbsent(what, none -> new AtomicLong()).incrementAndGet();
    }

    @Override
    public void close() {
        over = true;
        threads.forEach(Thread::interrupt);
    }
}
