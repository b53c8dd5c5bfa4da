package io.focusgen.attack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of all attempts of a kind. Thread-safe. */
final class Tally {

    /** As many failures as anybody reads. */
    private static final int SHOWN = 5;
    private static final int LONGEST_SHOWN = 400;

    private final String kind;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final List<String> failures = new ArrayList<>();
    private long failed;
    private double longest;

    Tally(String kind) {
        this.kind = kind;
    }

    /** Does something once; a failure is noted. */
    void count(String name, Attempt attempt) {
        long start = System.nanoTime();
        try {
            Outcome outcome = attempt.run();
            note(outcome, (System.nanoTime() - start) / 1e9);
        } catch (Exception | AssertionError failure) {
            fail(name, failure);
        }
    }

    /** Something that ends somehow. */
    @FunctionalInterface
    interface Attempt {
        Outcome run() throws Exception;
    }

    private synchronized void note(Outcome outcome, double seconds) {
        outcomes.merge(outcome, 1L, Long::sum);
        longest = Math.max(longest, seconds);
    }

    private synchronized void fail(String name, Throwable failure) {
        failed++;
        if (failures.size() < SHOWN) {
            String text = name + ": " + failure;
            failures.add(text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text);
        }
    }

    synchronized long of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    synchronized long failed() {
        return failed;
    }

    synchronized long tried() {
        return failed + outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    static String title() {
        return String.format("%-34s %8s %8s %8s %8s %8s %10s", "kind", "tried", "refused", "served", "cut", "failed",
                "longest");
    }

    synchronized String line() {
        return String.format(Locale.ROOT, "%-34s %8d %8d %8d %8d %8d %8.2f s", kind, tried(),
                of(Outcome.REFUSED) + of(Outcome.TURNED_AWAY), of(Outcome.SERVED),
                of(Outcome.CUT) + of(Outcome.WAITING), failed, longest);
    }
}
