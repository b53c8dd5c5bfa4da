package io.focusgen.job;

import org.jspecify.annotations.Nullable;

import io.focusgen.bundle.BundleRequest;
import io.focusgen.sink.Target;

/**
 * A valid request for a job.
 *
 * @param bundle what its files are
 * @param target where they go
 * @param webhook who is told of its end, or null
 */
public record JobRequest(BundleRequest bundle, Target target, @Nullable String webhook) {
}
