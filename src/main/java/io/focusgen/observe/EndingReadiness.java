package io.focusgen.observe;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.focusgen.http.streaming.Ending;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;

/** A process that is about to end takes no new requests. */
@Readiness
@Singleton
public class EndingReadiness implements AsyncHealthCheck {

    private final Ending ending;

    EndingReadiness(Ending ending) {
        this.ending = ending;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .item(() -> HealthCheckResponse.named("accepting").status(!ending.begun()).build());
    }
}
