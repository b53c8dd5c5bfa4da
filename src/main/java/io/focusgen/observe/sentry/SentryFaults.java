package io.focusgen.observe.sentry;

import java.util.Optional;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.focusgen.http.problem.FaultObserver;
import io.focusgen.http.problem.RequestId;
import io.focusgen.job.Job;
import io.focusgen.job.JobEnded;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.sentry.Sentry;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import io.sentry.protocol.SentryException;
import io.vertx.ext.web.RoutingContext;

/**
 * Reports our own faults to Sentry, where SENTRY_DSN is set: kind of failure, stack, id of the request or job, version,
 * environment. Nothing of the request itself. Sent from a thread of its own; what Sentry does not take in time is dropped.
 */
@Singleton
public class SentryFaults implements FaultObserver, JobEnded {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 5_000;
    private static final int WAITING = 30;
    private static final long CLOSE_MILLIS = 1_000;

    private final boolean on;

    /** @throws ConfigurationException where SENTRY_DSN is none */
    SentryFaults(SentryConfig config) {
        Optional<String> dsn = config.dsn().filter(text -> !text.isBlank());
        on = dsn.isPresent();
        dsn.ifPresent(text -> begin(text.strip(), config.environment()));
    }

    /** A wrong address stops the start. */
    void start(@Observes StartupEvent start) {
        // The constructor has looked at it.
    }

    private static void begin(String dsn, String environment) {
        try {
            Sentry.init(options -> configure(options, dsn, environment));
        } catch (IllegalArgumentException wrong) {
            // Not with the cause: it has the key in it.
            throw new ConfigurationException(
                    "SENTRY_DSN is no address of a project in Sentry. Set it to the DSN that the"
                            + " project's settings show, or leave it out.");
        }
    }

    private static void configure(SentryOptions options, String dsn, String environment) {
        options.setDsn(dsn);
        options.setEnvironment(environment);
        options.setRelease("focus-generator@" + GeneratorVersion.CURRENT);
        options.setSendDefaultPii(false);
        options.setAttachServerName(false);
        options.setEnableUncaughtExceptionHandler(false);
        options.setEnableShutdownHook(false);
        options.setEnableAutoSessionTracking(false);
        options.setSendClientReports(false);
        options.setMaxQueueSize(WAITING);
        options.setMaxBreadcrumbs(0);
        options.setConnectionTimeoutMillis(CONNECT_MILLIS);
        options.setReadTimeoutMillis(READ_MILLIS);
        options.setShutdownTimeoutMillis(CLOSE_MILLIS);
        options.setBeforeSend((event, hint) -> scrubbed(event));
    }

    /** A message may repeat what a caller sent: at most 100 characters of it, without what looks like a secret. */
    private static SentryEvent scrubbed(SentryEvent event) {
        event.setUser(null);
        event.setRequest(null);
        event.setServerName(null);
        if (event.getExceptions() != null) {
            for (SentryException exception : event.getExceptions()) {
                if (exception.getValue() != null) {
                    exception.setValue(Violation.echo(exception.getValue()));
                }
            }
        }
        return event;
    }

    @Override
    public void fault(RoutingContext exchange, Throwable failure) {
        report(failure, "request_id", RequestId.of(exchange));
    }

    @Override
    public void ended(Job job) {
        // Of interest only where it failed.
    }

    /** What cannot be met is the request's fault. */
    @Override
    public void failed(Job job, Throwable cause) {
        if (!(cause instanceof RefusedException)) {
            report(cause, "job", job.id());
        }
    }

    private void report(Throwable failure, String tag, String id) {
        if (on) {
            SentryEvent event = new SentryEvent(failure);
            event.setTag(tag, id);
            Sentry.captureEvent(event);
        }
    }

    @PreDestroy
    void close() {
        if (on) {
            Sentry.close();
        }
    }
}
