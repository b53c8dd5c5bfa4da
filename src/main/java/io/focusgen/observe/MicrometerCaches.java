package io.focusgen.observe;

import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

import jakarta.inject.Singleton;

import io.focusgen.cache.Caches;
import io.focusgen.cache.Region;
import io.focusgen.cache.RegionStats;
import io.focusgen.cache.SharedDocuments;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

/**
 * By region: {@code focus_cache_requests_total} by result (hit, joined, miss), {@code focus_cache_evictions_total},
 * {@code focus_cache_entries}, {@code focus_cache_bytes} of {@code focus_cache_bound_bytes}. For documents in Redis:
 * {@code focus_cache_shared_total} by result (hit, miss, kept, failed).
 */
@Startup
@Singleton
public class MicrometerCaches {

    private final MeterRegistry registry;
    private final Caches caches;
    private final SharedDocuments shared;

    MicrometerCaches(MeterRegistry registry, Caches caches, SharedDocuments shared) {
        this.registry = registry;
        this.caches = caches;
        this.shared = shared;
        for (Region region : Region.values()) {
            requests(region, "hit", RegionStats::hits);
            requests(region, "joined", RegionStats::joined);
            requests(region, "miss", RegionStats::misses);
            FunctionCounter.builder("focus.cache.evictions", caches, all -> all.stats(region).evictions())
                    .description("Values that were forgotten for want of room or because of their age")
                    .tag("region", region.label()).register(registry);
            gauge("focus.cache.entries", "Values that are kept", region, RegionStats::entries);
            gauge("focus.cache.bytes", "Bytes of the values that are kept", region, RegionStats::bytes);
            gauge("focus.cache.bound.bytes", "Bytes that the values kept may have", region, RegionStats::boundBytes);
        }
        shared("hit", SharedDocuments.Stats::hits);
        shared("miss", SharedDocuments.Stats::misses);
        shared("kept", SharedDocuments.Stats::kept);
        shared("failed", SharedDocuments.Stats::failures);
    }

    private void requests(Region region, String result, ToLongFunction<RegionStats> figure) {
        FunctionCounter.builder("focus.cache.requests", caches, all -> figure.applyAsLong(all.stats(region)))
                .description("Times that a value was asked for").tag("region", region.label()).tag("result", result)
                .register(registry);
    }

    private void gauge(String name, String help, Region region, ToDoubleFunction<RegionStats> figure) {
        Meters.gauge(registry, name, help, () -> figure.applyAsDouble(caches.stats(region)), "region", region.label());
    }

    private void shared(String result, ToLongFunction<SharedDocuments.Stats> figure) {
        FunctionCounter.builder("focus.cache.shared", shared, all -> figure.applyAsLong(all.stats()))
                .description("Documents asked for or kept in Redis").tag("result", result).register(registry);
    }
}
