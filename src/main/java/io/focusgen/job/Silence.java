package io.focusgen.job;

import java.util.concurrent.atomic.AtomicLong;

import org.jboss.logging.Logger;

/** Says once that somebody does not answer, and once that it does again: whoever asks every second would fill the log. Thread-safe. */
final class Silence {

    private final Logger log;
    private final AtomicLong failures = new AtomicLong();

    Silence(Logger log) {
        this.log = log;
    }

    /** It did not answer. @param what is so, said with the first failure */
    void failed(Throwable failure, String what) {
        if (failures.getAndIncrement() == 0) {
            log.warn(what + ": " + failure.getMessage());
        } else {
            log.debugf("%s: %s", what, failure.getMessage());
        }
    }

    /** It answered. @param what is so again, said where it was said that it was not */
    void answered(String what) {
        long before = failures.getAndSet(0);
        if (before > 0) {
            log.infof("%s, after %d calls without an answer", what, before);
        }
    }
}
