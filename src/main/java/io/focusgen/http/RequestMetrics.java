package io.focusgen.http;

import java.time.Duration;
import java.util.Locale;

import io.focusgen.focus.Dataset;
import io.focusgen.stream.Format;

/** Told about every request for a data set, once, when it is over. */
public interface RequestMetrics {

    /** How a request ended. */
    enum Outcome {
        /** Everything that was asked for has been handed over. */
        OK,
        /** The client held it already. */
        NOT_MODIFIED,
        /** The request was at fault. */
        REFUSED,
        /** Its caller had asked for as much as it may. */
        LIMITED,
        /** There was no room for it. */
        SHED,
        /** The client went away. */
        CANCELLED,
        /** We were at fault. */
        FAILED;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    void finished(Dataset dataset, Format format, Outcome outcome, Duration duration);
}
