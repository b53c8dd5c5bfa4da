package io.focusgen.cache;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

import com.github.benmanes.caffeine.cache.Ticker;

/** All that is kept in this process. Thread-safe. */
public final class Caches {

    private final CacheSettings settings;
    private final Ticker ticker;
    private final Map<Region, Memo<?>> memos = new EnumMap<>(Region.class);

    public Caches(CacheSettings settings) {
        this(settings, Ticker.systemTicker());
    }

    /** @param ticker the time in nanoseconds */
    Caches(CacheSettings settings, Ticker ticker) {
        this.settings = settings;
        this.ticker = ticker;
    }

    public CacheSettings settings() {
        return settings;
    }

    /**
     * Makes the memo of a region, for the one who fills it.
     *
     * @param bytes what a value takes at most as long as it is kept
     * @throws IllegalStateException where the region has one already
     */
    public synchronized <V> Memo<V> memo(Region region, ToLongFunction<V> bytes) {
        Memo<V> made = new Memo<>(region, settings, bytes, ticker);
        if (memos.putIfAbsent(region, made) != null) {
            throw new IllegalStateException(region.label() + " is filled by somebody else");
        }
        return made;
    }

    /** The figures of a region; all 0 as long as nobody fills it. */
    public synchronized RegionStats stats(Region region) {
        return Optional.<Memo<?>>ofNullable(memos.get(region)).map(Memo::stats)
                .orElseGet(() -> new RegionStats(region, 0, 0, 0, 0, 0, 0, region.of(settings.bytes())));
    }

    /** Of every region, in order. */
    public List<RegionStats> stats() {
        return List.of(Region.values()).stream().map(this::stats).toList();
    }

    /** Forgets what a region keeps. @return how many values that were */
    public synchronized long empty(Region region) {
        return Optional.<Memo<?>>ofNullable(memos.get(region)).map(Memo::empty).orElse(0L);
    }
}
