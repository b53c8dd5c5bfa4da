package io.focusgen.job;

import java.util.stream.Collectors;

import io.focusgen.sink.SinkException;
import io.focusgen.spec.RefusedException;

/** Says why a job failed, to who asked for it. */
final class JobFailures {

    private JobFailures() {
    }

    /** Why, and what to do, without anything that concerns only the programmer. */
    static String sentences(Throwable thrown) {
        if (thrown instanceof SinkException sink) {
            return sink.getMessage() + " " + remedy(sink.kind());
        }
        if (thrown instanceof JobStoreFullException full) {
            return String.valueOf(full.getMessage());
        }
        if (thrown instanceof RefusedException refused) {
            return "The request cannot be met. " + refused.violations().stream()
                    .map(violation -> violation.field() + ": " + violation.message())
                    .collect(Collectors.joining(" "));
        }
        return "The service failed at this job. Ask for it again; if it fails again, report it with the id of the job, by"
                + " which the log entry is found.";
    }

    private static String remedy(SinkException.Kind kind) {
        return switch (kind) {
            case FULL -> "Delete jobs that are not needed any more, or ask for fewer rows, and ask again.";
            case TOO_LARGE -> "Ask for more files with the parameter parts, so that each is smaller.";
            case DENIED -> "Whoever runs the service has to let it write there.";
            case UNAVAILABLE -> "Ask again when the target is there again.";
            case DIFFERENT -> "Ask again.";
            case FAILED -> "Ask again; if it fails again, whoever runs the service finds the cause in the log.";
        };
    }
}
