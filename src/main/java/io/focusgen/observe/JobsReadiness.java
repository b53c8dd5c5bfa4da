package io.focusgen.observe;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import io.focusgen.job.Jobs;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;

/** Says whether there are jobs, and why not. Without them the service is ready all the same: streams need none. */
@Readiness
@Singleton
public class JobsReadiness implements AsyncHealthCheck {

    private final Jobs jobs;

    JobsReadiness(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().item(() -> {
            HealthCheckResponseBuilder check = HealthCheckResponse.named("jobs").up()
                    .withData("available", jobs.trouble().isEmpty());
            jobs.trouble().ifPresent(reason -> check.withData("reason", reason));
            return check.build();
        });
    }
}
