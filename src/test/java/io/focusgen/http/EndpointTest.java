package io.focusgen.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.http.offer.Endpoint;

class EndpointTest {

    @ParameterizedTest
    @EnumSource(Endpoint.class)
    void everyPathWithoutBracesIsFoundAsItStands(Endpoint endpoint) {
        if (endpoint.template().indexOf('{') < 0) {
            assertThat(Endpoint.at(endpoint.template())).contains(endpoint);
        }
        // What the cache has is asked for one path further.
        assertThat(endpoint.methods()).contains(endpoint == Endpoint.CACHE ? "DELETE" : "GET")
                .doesNotHaveDuplicates();
        assertThat(Set.of("GET", "HEAD", "POST", "DELETE")).containsAll(endpoint.methods());
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/cost-and-usage.csv,EXPORT", "/api/v1/x,EXPORT", "/api/v1/truth/ownership.csv,TRUTH",
            "/api/v1/truth/x,TRUTH",
            "/problems/x,PROBLEM", "/api/v1/jobs/x,JOB", "/api/v1/jobs/x/events,JOB_EVENTS",
            "/api/v1/jobs/x/files/a.csv,JOB_FILE", "/api/v1/jobs/x/files/a/b.csv,JOB_FILE"})
    void aTemplateStandsForEveryName(String path, Endpoint endpoint) {
        assertThat(Endpoint.at(path)).contains(endpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "//", "/api/v1/", "/api/v1/a/b", "/api/v1/truth/", "/api/v1/truth/a/b", "/problems/",
            "/problems/a/b", "/q", "/q/healthy",
            "/HEALTH", "/api/v1/jobs/", "/api/v1/jobs//events", "/api/v1/jobs/x/", "/api/v1/jobs/x/y",
            "/q/swagger-ui/a%00.csv", "/q/swagger-ui/a/b",
            "/q/swagger-ui/%2e%2e", "/api/v1/jobs/x/files", "/api/v1/jobs/x/files/", "/api/v1/jobs/x/files/a//b",
            "/api/v1/jobs/x/events/y"})
    void anyOtherPathIsNone(String path) {
        assertThat(Endpoint.at(path)).isEmpty();
    }

    @Test
    void theNearestPathIsOneThatCanBeAsked() {
        Paths paths = new Paths();

        assertThat(paths.nearest("/api/v1/cataloge")).contains("/api/v1/catalog");
        assertThat(paths.nearest("/api/cost-and-usage.csv")).contains("/api/v1/cost-and-usage.csv");
        assertThat(paths.nearest("/q/healthz")).contains("/q/health");
        assertThat(List.of("/", "/wp-login.php", "/a/b/c")).allSatisfy(
                path -> assertThat(paths.nearest(path)).isEmpty());
    }
}
