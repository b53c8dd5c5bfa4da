package io.focusgen.cache;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

/**
 * Values by key, as many as fit the memory of the region, each for its time. One that is not there is made once, for all who
 * ask for it meanwhile; a failure reaches all of them and is not kept. Never blocks. Thread-safe.
 */
public final class Memo<V> {

    /** What an entry takes besides its value: key, entry, nodes of the table. */
    private static final long ENTRY_BYTES = 256;

    /** No value may drive out more than this part of the others. */
    private static final int LARGEST_PART = 4;

    private final Region region;
    private final long bound;
    private final ToLongFunction<V> bytes;
    private final Cache<String, V> kept;
    private final ConcurrentMap<String, Flight<V>> flights = new ConcurrentHashMap<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder joined = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /**
     * An empty one.
     *
     * @param bytes what a value takes at most as long as it is kept; more than the region has for one value where it must not
     *     be kept
     * @param ticker the time in nanoseconds
     */
    Memo(Region region, CacheSettings settings, ToLongFunction<V> bytes, Ticker ticker) {
        this.region = region;
        this.bytes = bytes;
        bound = region.of(settings.bytes());
        // Run by who asks: a pool of its own would be work that nobody has a slot for.
        kept = Caffeine.newBuilder().maximumWeight(bound).weigher(this::weight).expireAfterWrite(settings.ttl())
                .ticker(ticker).executor(Runnable::run).recordStats().build();
    }

    private int weight(String key, V value) {
        return (int) Math.min(Integer.MAX_VALUE, size(value));
    }

    private long size(V value) {
        long own = bytes.applyAsLong(value);
        return own > Long.MAX_VALUE - ENTRY_BYTES ? Long.MAX_VALUE : own + ENTRY_BYTES;
    }

    /** The value, if it is kept: counted as a hit or not at all. */
    public Optional<V> known(String key) {
        V found = kept.getIfPresent(key);
        if (found != null) {
            hits.increment();
        }
        return Optional.ofNullable(found);
    }

    /**
     * The value, made where it is not kept.
     *
     * @param gone asked again and again whether the one who asks still wants it
     * @param make begins to make it; told whether everyone who waits for it has gone, which may end it in any failure
     * @return done already where the value is kept; else completed by whoever makes it. Not to be completed or cancelled
     */
    public CompletionStage<V> get(String key, BooleanSupplier gone,
            Function<BooleanSupplier, ? extends CompletionStage<V>> make) {
        Flight<V> own = new Flight<>(gone);
        while (true) {
            V found = kept.getIfPresent(key);
            if (found != null) {
                hits.increment();
                own.result().complete(found);
                return own.result();
            }
            Flight<V> other = flights.putIfAbsent(key, own);
            if (other == null) {
                begin(key, own, make);
                return own.result();
            }
            if (other.join(gone)) {
                joined.increment();
                return other.result();
            }
            flights.remove(key, other);
        }
    }

    private void begin(String key, Flight<V> flight, Function<BooleanSupplier, ? extends CompletionStage<V>> make) {
        // The flight before this one may have landed since it was looked for.
        V found = kept.getIfPresent(key);
        if (found != null) {
            hits.increment();
            land(key, flight, found, null);
            return;
        }
        misses.increment();
        try {
            make.apply(flight::abandoned).whenComplete((made, failure) -> land(key, flight, made, failure));
        } catch (RuntimeException thrown) {
            land(key, flight, null, thrown);
        }
    }

    /** Kept first: whoever finds no flight any more finds the value. */
    private void land(String key, Flight<V> flight, @Nullable V made, @Nullable Throwable failure) {
        if (made != null && size(made) <= bound / LARGEST_PART) {
            kept.put(key, made);
        }
        flights.remove(key, flight);
        if (failure == null && made != null) {
            flight.result().complete(made);
        } else {
            flight.result().completeExceptionally(
                    failure == null ? new IllegalStateException("nothing was made") : failure);
        }
    }

    /** Forgets everything that is kept; what is in the making comes to be kept. @return how many values that were */
    public long empty() {
        kept.cleanUp();
        long entries = kept.estimatedSize();
        kept.invalidateAll();
        return entries;
    }

    /** The figures of this moment. */
    public RegionStats stats() {
        kept.cleanUp();
        return new RegionStats(region, hits.sum(), joined.sum(), misses.sum(), kept.stats().evictionCount(),
                kept.estimatedSize(),
                kept.policy().eviction().map(eviction -> eviction.weightedSize().orElse(0)).orElse(0L), bound);
    }
}
