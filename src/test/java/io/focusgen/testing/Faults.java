package io.focusgen.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.focusgen.testing.FaultProxy.Direction;

/** What a {@link FaultProxy} does to the bytes that pass, for all its connections. Thread-safe. */
final class Faults {

    /**
     * What happens to one request.
     *
     * @param answer sent instead of passing the request on; null where the server gets it and its answer is dropped
     */
    record Reaction(byte @Nullable [] answer) {
    }

    private static final class Rule {
        private final Pattern head;
        private final Reaction reaction;
        private int left;

        Rule(Pattern head, Reaction reaction, int times) {
            this.head = head;
            this.reaction = reaction;
            this.left = times;
        }
    }

    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<Direction, Duration> delays = new ConcurrentHashMap<>();

    /** Bytes until the connection on which the next one passes is reset, or its next byte is changed. */
    private final Map<Direction, Long> resets = new ConcurrentHashMap<>();
    private final Map<Direction, Long> corruptions = new ConcurrentHashMap<>();

    private volatile boolean frozen;
    private volatile boolean closed;
    private volatile long bytesPerSecond = Long.MAX_VALUE;

    synchronized void clear() {
        frozen = false;
        bytesPerSecond = Long.MAX_VALUE;
        delays.clear();
        resets.clear();
        corruptions.clear();
        rules.clear();
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    void freeze() {
        frozen = true;
    }

    void delay(Direction direction, Duration delay) {
        delays.put(direction, delay);
    }

    void limit(long rate) {
        bytesPerSecond = rate;
    }

    void resetAfter(Direction direction, long bytes) {
        resets.put(direction, bytes);
    }

    void corrupt(Direction direction, long offset) {
        corruptions.put(direction, offset);
    }

    synchronized void react(Pattern head, Reaction reaction, int times) {
        rules.add(new Rule(head, reaction, times));
    }

    int heads(Pattern pattern) {
        return (int) heads.stream().filter(head -> pattern.matcher(head).find()).count();
    }

    /** Notes the request; the first rule that matches and is not used up says what happens to it, null that it passes. */
    synchronized @Nullable Reaction request(String head) {
        heads.add(head);
        for (Rule rule : rules) {
            if (rule.left > 0 && rule.head.matcher(head).find()) {
                rule.left--;
                return rule.reaction;
            }
        }
        return null;
    }

    /** Bytes to read at once, so that a limited rate is even. */
    int stretch(int most) {
        return (int) Math.max(1, Math.min(most, bytesPerSecond / 20));
    }

    /** Waits as long as the faults say, and changes a byte where one is to be corrupted. Returns how many may pass. */
    int before(Direction direction, byte[] bytes, int offset, int length) throws InterruptedException {
        Duration delay = delays.get(direction);
        if (delay != null) {
            Thread.sleep(delay.toMillis());
        }
        if (bytesPerSecond != Long.MAX_VALUE) {
            Thread.sleep(1000L * length / bytesPerSecond);
        }
        synchronized (this) {
            while (frozen && !closed) {
                wait();
            }
            corruptOne(direction, bytes, offset, length);
            return budget(direction, length);
        }
    }

    private void corruptOne(Direction direction, byte[] bytes, int offset, int length) {
        Long at = corruptions.get(direction);
        if (at == null) {
            return;
        }
        if (at >= length) {
            corruptions.put(direction, at - length);
        } else {
            bytes[offset + at.intValue()] ^= 1;
            corruptions.remove(direction);
        }
    }

    /** Fewer than asked for where the connection is to be reset behind them. */
    private int budget(Direction direction, int length) {
        Long left = resets.get(direction);
        if (left == null) {
            return length;
        }
        if (left >= length) {
            resets.put(direction, left - length);
            return length;
        }
        resets.remove(direction);
        return left.intValue();
    }
}
