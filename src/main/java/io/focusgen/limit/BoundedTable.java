package io.focusgen.limit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Something about each caller, in so many bytes: what was looked at longest ago is forgotten where they do not suffice.
 * Thread-safe; what is kept is only touched by one thread at a time.
 */
final class BoundedTable<T> {

    /** Parts that do not wait for each other; each has an equal share of the bytes. */
    private static final int PARTS = 64;

    private final Part<T>[] parts;
    private final Supplier<T> empty;
    private final ToIntFunction<T> bytes;

    /**
     * @param most bytes of all together; a part keeps at least the caller that it was asked for last
     * @param empty what is known of a new caller
     * @param bytes of one
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    BoundedTable(long most, Supplier<T> empty, ToIntFunction<T> bytes) {
        this.empty = empty;
        this.bytes = bytes;
        parts = new Part[PARTS];
        for (int i = 0; i < PARTS; i++) {
            parts[i] = new Part<>(most / PARTS);
        }
    }

    /** Does something with what is known of a caller. */
    <R> R with(String caller, Function<T, R> use) {
        Part<T> part = part(caller);
        synchronized (part) {
            T known = part.byCaller.get(caller);
            if (known == null) {
                known = empty.get();
                part.byCaller.put(caller, known);
                part.held += bytes.applyAsInt(known);
            }
            int before = bytes.applyAsInt(known);
            R result = use.apply(known);
            part.held += bytes.applyAsInt(known) - before;
            forgetSome(part);
            return result;
        }
    }

    /** The same for a caller that may not be known: then {@code unknown} is the result, and nothing is remembered. */
    <R> R withKnown(String caller, Function<T, R> use, R unknown) {
        Part<T> part = part(caller);
        synchronized (part) {
            T known = part.byCaller.get(caller);
            if (known == null) {
                return unknown;
            }
            int before = bytes.applyAsInt(known);
            R result = use.apply(known);
            part.held += bytes.applyAsInt(known) - before;
            return result;
        }
    }

    /** Callers that something is known about. */
    long size() {
        long size = 0;
        for (Part<T> part : parts) {
            synchronized (part) {
                size += part.byCaller.size();
            }
        }
        return size;
    }

    private void forgetSome(Part<T> part) {
        while (part.held > part.most && part.byCaller.size() > 1) {
            Map.Entry<String, T> eldest = part.byCaller.entrySet().iterator().next();
            part.byCaller.remove(eldest.getKey());
            part.held -= bytes.applyAsInt(eldest.getValue());
        }
    }

    private Part<T> part(String caller) {
        int hash = caller.hashCode() * 0x9E3779B9;
        return parts[hash >>> 26];
    }

    private static final class Part<T> {

        private final long most;
        private final Map<String, T> byCaller = new LinkedHashMap<>(16, 0.75f, true);
        private long held;

        Part(long most) {
            this.most = most;
        }
    }
}
