package io.focusgen.observe;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import io.focusgen.http.monitoring.HealthPart;
import io.focusgen.http.monitoring.HealthWatch;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;

/** Names the parts that are not as they should be. The service is ready all the same: what needs none of them is served. */
@Readiness
@Singleton
public class PartsReadiness implements AsyncHealthCheck {

    private final HealthWatch watch;

    PartsReadiness(HealthWatch watch) {
        this.watch = watch;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().item(() -> {
            HealthCheckResponseBuilder check = HealthCheckResponse.named("parts").up();
            boolean whole = true;
            for (HealthWatch.Part part : watch.look()) {
                HealthPart.State state = part.condition().state();
                if (state != HealthPart.State.UP) {
                    check.withData(part.name(), state.label());
                    whole = false;
                }
            }
            return check.withData("degraded", !whole).build();
        });
    }
}
