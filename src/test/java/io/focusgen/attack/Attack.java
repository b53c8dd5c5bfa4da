package io.focusgen.attack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.focusgen.attack.BadInputs.BadInput;

/**
 * Attacks a service for some time and tells what became of it. {@code ATTACK_URL} names one that runs, else the packaged one is
 * started with a heap of 256 MiB; {@code ATTACK_KEY} is the API key to come in with; {@code ATTACK_SECONDS} is how long at
 * least, 120 where nothing else is said. The packaged one is attacked in two rounds in any case, to compare its memory.
 */
public final class Attack {

    /** A file that is known byte for byte. */
    static final String SMALL = "/api/v1/cost-and-usage.csv?rows=1000&month=2026-03&seed=42";

    private static final int SECONDS = 120;
    private static final int MANY = 500;

    /** Streams hold 2.5 MiB each while nobody reads them, and leave 16 MiB at most to the next on two cores. */
    private static final String LARGE = "/api/v1/cost-and-usage.csv?rows=10000000&month=2026-03";
    private static final int STALLED = 20;
    private static final long FILLING_NANOS = 3_000_000_000L;

    /** Memory is compared between them. */
    private static final int LEAST_ROUNDS = 2;
    private static final double NOISE_SHARE = 0.3;
    private static final long SETTLED_SECONDS = 30;

    /** MiB that a heap behind a full collection may be larger in the end. */
    private static final double FLAT = 16;

    private final Service service;
    private final Door door;
    private final List<Tally> tallies = new ArrayList<>();
    private final long end;

    private Attack(Service service, Door door, int seconds) {
        this.service = service;
        this.door = door;
        end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    /** Exits with 1 where a target is missed. */
    public static void main(String... arguments) throws Exception {
        Map<String, String> environment = System.getenv();
        String url = environment.getOrDefault("ATTACK_URL", "");
        String key = environment.getOrDefault("ATTACK_KEY", "");
        int seconds = Integer.parseInt(environment.getOrDefault("ATTACK_SECONDS", Integer.toString(SECONDS)));
        boolean passed;
        try (Service service = url.isEmpty() ? Service.start() : Service.at(url)) {
            Door door = key.isEmpty() ? service.door() : service.door().withKey(key);
            System.out.printf("http://%s:%d, at least %d s%n%n", door.host(), door.port(), seconds);
            passed = new Attack(service, door, seconds).run();
        }
        System.exit(passed ? 0 : 1);
    }

    private boolean run() throws Exception {
        Reply file = door.get(SMALL);
        Abuse.require(file.status() == 200 && file.whole(), "a small file", file.head() + file.text());
        Canary canary = new Canary(door, file.body());
        double heapBefore = 0;
        double heapAfter;
        boolean settled;
        boolean receivers = SsrfAbuses.takesReceivers(door);
        Elsewhere elsewhere = new Elsewhere(door);
        try (canary) {
            System.out.println(Tally.title());
            badInputs();
            if (!service.ours()) {
                elsewhere.begin();
            }
            int round = 0;
            do {
                heapBefore = round == 1 ? heapOfSettled() : heapBefore;
                abuses("requests whose end is unclear", FramingAbuses.all(door.packaged()));
                abuses("heads, targets, protocols", HeadAbuses.all());
                abuses("headers that hold a secret", EchoAbuses.all());
                abuses("paths that lead elsewhere", PathAbuses.all());
                abuses("receivers and targets of jobs", receivers ? SsrfAbuses.all() : SsrfAbuses.targets());
                abuses("slow, many, gone", PaceAbuses.all(MANY));
                noise(round++);
            } while (round < (service.ours() ? LEAST_ROUNDS : 1) || System.nanoTime() < end);
            settled = settled();
            heapAfter = heap();
        }
        canary.ask();
        tallies.add(canary.tally());
        System.out.println(canary.tally().line());
        boolean passed = judge(settled, canary.tally());
        passed &= service.ours() ? judgeOurs(heapBefore, heapAfter) : elsewhere.judge();
        if (!receivers) {
            System.out.println(
                    "not judged: receivers of jobs, of which this service takes none, with or without a reason");
        }
        for (Tally tally : tallies) {
            tally.failures().forEach(failure -> System.out.println("  " + failure));
        }
        return passed;
    }

    /** Behind the first round everything that is kept for good is there: tables, classes, and buffers as many as ever. */
    private double heapOfSettled() throws IOException, InterruptedException {
        if (service.ours()) {
            fillBuffers();
        }
        settled();
        return heap();
    }

    /** As many streams that nobody reads as fill all buffers that are kept for the next; else a later round would do it. */
    private void fillBuffers() throws IOException {
        List<Wire> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < STALLED; i++) {
                Wire wire = door.open();
                stalled.add(wire);
                wire.send(door.request("GET", LARGE));
            }
            for (Wire wire : stalled) {
                Abuse.require(wire.read(1).length == 1, "an answer", "none");
            }
            LockSupport.parkNanos(FILLING_NANOS);
        } finally {
            for (Wire wire : stalled) {
                wire.reset();
            }
        }
    }

    /** Without what is kept for who asks again, which is bounded by itself and fills up as long as there is room. */
    private double heap() throws IOException, InterruptedException {
        if (service.ours()) {
            try (Wire wire = door.open()) {
                Reply emptied = wire.send(door.request("DELETE", "/api/v1/monitoring/cache")).reply();
                Abuse.require(emptied.status() == 200, "an empty cache", emptied.head() + emptied.text());
            }
        }
        return service.heap(door);
    }

    private void badInputs() {
        Tally tally = begin("wrong parameters");
        List<BadInput> all = BadInputs.all();
        for (BadInput bad : all) {
            tally.count(bad.name(), () -> {
                try (Wire wire = door.open()) {
                    return bad.run(door, wire);
                }
            });
        }
        System.out.println(tally.line());
    }

    private void abuses(String kind, List<Abuse> abuses) {
        Tally tally = begin(kind);
        for (Abuse abuse : abuses) {
            tally.count(abuse.name(), () -> abuse.runWhereLimited(door));
        }
        System.out.println(tally.line());
    }

    private void noise(int round) throws InterruptedException {
        Tally tally = begin("changed bytes");
        long left = Math.max(end - System.nanoTime(), TimeUnit.SECONDS.toNanos(5));
        Noise.until(System.nanoTime() + (long) (left * NOISE_SHARE), door, 1_000L * round, tally);
        System.out.println(tally.line());
    }

    private Tally begin(String kind) {
        Tally tally = new Tally(kind);
        tallies.add(tally);
        return tally;
    }

    /** Whether every place is free again, in time. The canary takes one now and then. */
    private boolean settled() throws IOException, InterruptedException {
        long last = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLED_SECONDS);
        while (System.nanoTime() < last) {
            OptionalDouble streams = service.metric(door, "focus_streams_active");
            OptionalDouble plans = service.metric(door, "focus_plans_active");
            if (streams.isPresent() && plans.isPresent() && streams.getAsDouble() + plans.getAsDouble() == 0) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }

    private boolean judge(boolean settled, Tally canary) {
        long failed = tallies.stream().mapToLong(Tally::failed).sum();
        System.out.println();
        boolean passed = target("no failure: no 5xx but 503, nothing hung, nothing unexplained", failed == 0,
                failed + " of " + tallies.stream().mapToLong(Tally::tried).sum());
        passed &= target("no lost byte: the small file is the same", canary.failed() == 0
                && canary.of(Outcome.SERVED) > 0, canary.of(Outcome.SERVED) + " times");
        return passed & target("every place is free again", settled, "within " + SETTLED_SECONDS + " s");
    }

    private boolean judgeOurs(double heapBefore, double heapAfter) throws IOException {
        boolean passed = target("flat memory, behind full collections", heapAfter <= heapBefore + FLAT,
                String.format(Locale.ROOT, "%.0f MiB, then %.0f MiB", heapBefore, heapAfter));
        passed &= target("nothing in the log that failed", service.errors() == 0, service.errors() + " lines");
        return passed & target("the service runs on", service.alive(), "");
    }

    static boolean target(String what, boolean met, String figure) {
        System.out.printf("%-6s %s: %s%n", met ? "met" : "MISSED", what, figure);
        return met;
    }
}
