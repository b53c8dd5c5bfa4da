package io.focusgen.sink.s3;

import java.util.stream.Stream;

import software.amazon.awssdk.http.HttpMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.metrics.SdkMetric;

/** Takes what the SDK tells about its pool of connections out of what it measures with each call. */
final class PoolPublisher implements MetricPublisher {

    private final Iterable<S3PoolMetrics> observers;

    PoolPublisher(Iterable<S3PoolMetrics> observers) {
        this.observers = observers;
    }

    @Override
    public void publish(MetricCollection call) {
        all(call).filter(each -> !each.metricValues(HttpMetric.LEASED_CONCURRENCY).isEmpty()).forEach(http -> {
            int leased = last(http, HttpMetric.LEASED_CONCURRENCY);
            int most = last(http, HttpMetric.MAX_CONCURRENCY);
            int available = last(http, HttpMetric.AVAILABLE_CONCURRENCY);
            int pending = last(http, HttpMetric.PENDING_CONCURRENCY_ACQUIRES);
            observers.forEach(observer -> observer.pool(most, leased, available, pending));
        });
    }

    /** The client for HTTP stands below the attempt, which stands below the call. */
    private static Stream<MetricCollection> all(MetricCollection collection) {
        return Stream.concat(Stream.of(collection), collection.children().stream().flatMap(PoolPublisher::all));
    }

    private static int last(MetricCollection collection, SdkMetric<Integer> metric) {
        return collection.metricValues(metric).stream().reduce(0, (before, value) -> value);
    }

    @Override
    public void close() {
        // Nothing is kept.
    }
}
