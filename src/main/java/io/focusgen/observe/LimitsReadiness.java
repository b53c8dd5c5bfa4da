package io.focusgen.observe;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.focusgen.limit.Limits;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;

/** Says who counts what callers ask for. Whoever it is, the service is ready: without Redis each process counts its part. */
@Readiness
@Singleton
public class LimitsReadiness implements AsyncHealthCheck {

    private final Limits limits;

    LimitsReadiness(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().item(() -> HealthCheckResponse.named("limits").up()
                .withData("mode", limits.settings().on() ? limits.mode().label() : "off").build());
    }
}
