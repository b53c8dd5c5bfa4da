package io.focusgen.observe;

import java.util.logging.Logger;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.focusgen.http.streaming.Ending;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;

/** A process that is about to end takes no new requests. */
@Readiness
@Singleton
public class EndingReadiness implements AsyncHealthCheck {

    /** Says at every probe that the service is down, which is known while it ends. */
    private static final String REPORTER = "io.smallrye.health";

    private static final String DOWN = "SRHCK01001";

    private final Ending ending;
    /** Held, because what is set is lost with its logger. */
    private final Logger reporter = Logger.getLogger(REPORTER);

    EndingReadiness(Ending ending) {
        this.ending = ending;
    }

    /** That a service which ends is not ready is no news, however often it is asked; what else is said stays. */
    void quiet(@Observes StartupEvent start) {
        reporter.setFilter(line -> !(ending.begun() && String.valueOf(line.getMessage()).startsWith(DOWN)));
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .item(() -> HealthCheckResponse.named("accepting").status(!ending.begun()).build());
    }
}
