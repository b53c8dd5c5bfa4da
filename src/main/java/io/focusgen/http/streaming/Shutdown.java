package io.focusgen.http.streaming;

import java.time.Duration;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Lets the streams that are running end when the process is told to, for as long as it may: meanwhile the server answers,
 * says that it is not ready and refuses what is new. What is not over then is cut, visibly.
 */
@Singleton
class Shutdown {

    private static final Logger LOG = Logger.getLogger(Shutdown.class);

    private static final Duration MOST = Duration.ofHours(1);
    private static final long BETWEEN_LOOKS_MILLIS = 20;

    /** The last bytes of what is over are with the operating system by then, and connections that are cut are closed. */
    private static final long SETTLING_MILLIS = 200;

    private final Ending ending;
    private final Admission admission;
    private final Duration grace;

    Shutdown(Ending ending, Admission admission, ShutdownConfig config) {
        this.ending = ending;
        this.admission = admission;
        this.grace = config.grace();
    }

    void check(@Observes StartupEvent start) {
        if (grace.isNegative() || grace.compareTo(MOST) > 0) {
            throw new ConfigurationException("SHUTDOWN_GRACE must be 0s to 1h, but is " + grace.toSeconds() + "s");
        }
    }

    /** Runs on the thread that ends the process, and keeps it until then. */
    void begin(@Observes @Priority(1) ShutdownDelayInitiatedEvent told) throws InterruptedException {
        ending.begin();
        int before = running();
        if (before > 0) {
            LOG.infof("%d streams and plans have %d s to end", before, grace.toSeconds());
        }
        long end = System.nanoTime() + grace.toNanos();
        while (running() > 0 && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        if (running() > 0) {
            LOG.warnf("%d streams and plans were not over after %d s; their connections are reset", running(),
                    grace.toSeconds());
        }
        ending.cutAll();
        if (before > 0) {
            Thread.sleep(SETTLING_MILLIS);
        }
    }

    private int running() {
        return Math.max(ending.running(), admission.streams().taken()) + admission.plans().taken();
    }
}
