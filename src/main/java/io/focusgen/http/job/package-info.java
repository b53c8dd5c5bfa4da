/**
 * Jobs over HTTP: {@link io.focusgen.http.job.JobResource} takes, shows and cancels them,
 * {@link io.focusgen.http.job.JobFileResource} hands their files out, {@link io.focusgen.http.job.JobEventResource} tells
 * how far they are. What they do is package {@code job}; whose they are is for {@link io.focusgen.guard.Caller} to say.
 */
@NullMarked
package io.focusgen.http.job;

import org.jspecify.annotations.NullMarked;
