package io.focusgen.observe;

import jakarta.inject.Singleton;

import io.focusgen.sink.disk.DiskSink;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

/** The files of the service on its disk, and {@code DATA_QUOTA}, beyond which nothing is written. */
@Startup
@Singleton
public class MicrometerDisk {

    MicrometerDisk(MeterRegistry registry, DiskSink disk) {
        Meters.gauge(registry, "focus.disk.used.bytes", "Files of the service in DATA_DIR", disk::bytes);
        Meters.gauge(registry, "focus.disk.quota.bytes", "What files in DATA_DIR may take, DATA_QUOTA", disk::quota);
    }
}
