/**
 * Bulk exports: requests that are written to files while nobody waits. A {@link io.focusgen.job.Job} is all that is known of
 * one, as it is stored; a {@link io.focusgen.job.JobStore} keeps them, on disk or in Redis, and lends each to one worker at a
 * time. A worker that ends without a word loses its {@link io.focusgen.job.Lease}, and another one goes on at the last
 * stored {@link io.focusgen.sink.Checkpoint}: files are a function of the request, so nothing else has to be handed over.
 */
@NullMarked
package io.focusgen.job;

import org.jspecify.annotations.NullMarked;
