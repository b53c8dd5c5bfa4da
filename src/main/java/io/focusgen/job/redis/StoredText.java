package io.focusgen.job.redis;

import java.time.Instant;

import io.focusgen.job.Job;
import io.focusgen.job.JobJson;
import io.focusgen.job.JobStatus;
import io.vertx.mutiny.redis.client.Response;

/** A job as scripts answer it: its text, when it was first claimed in milliseconds or nothing, and whether it is unwanted. */
final class StoredText {

    private StoredText() {
    }

    /** The text alone, as it was saved. */
    static String text(Response stored) {
        return stored.get(0).toString();
    }

    /** With what the scripts know besides the text, which they do not write. */
    static Job job(Response stored) {
        Job job = JobJson.read(text(stored));
        String started = stored.get(1).toString();
        if (job.status() == JobStatus.QUEUED && !started.isEmpty()) {
            job = job.running(Instant.ofEpochMilli(Long.parseLong(started)));
        }
        return stored.get(2).toString().isEmpty() ? job : job.unwanted();
    }
}
