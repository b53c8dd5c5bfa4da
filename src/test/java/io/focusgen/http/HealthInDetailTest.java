package io.focusgen.http;

import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class HealthInDetailTest {

    @TestHTTPResource
    URL service;

    @Test
    void everyPartSaysHowItIsAndSinceWhen() {
        HttpResponse<String> answer = new Client(service).get("/health/detailed");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        JsonNode document = json(answer);
        assertThat(document.get("state").asText()).isIn("up", "degraded");
        JsonNode parts = document.get("components");
        assertThat(parts.fieldNames()).toIterable().contains("streams", "plans", "jobs", "disk", "redis", "s3", "cache",
                "memory", "service");
        for (JsonNode part : parts) {
            assertThat(part.get("state").asText()).isIn("up", "degraded", "down");
            assertThat(Instant.parse(part.get("since").asText())).isBeforeOrEqualTo(Instant.now());
        }
        assertThat(parts.at("/streams/slots").asInt()).isPositive();
        assertThat(parts.at("/s3/configured").asBoolean(true)).isFalse();
        assertThat(parts.at("/redis/breakers").asText()).isEqualTo("closed");
        assertThat(parts.at("/service/uptimeSeconds").asLong()).isNotNegative();
        assertThat(new Client(service).get("/health/detailed?x=1").statusCode()).isEqualTo(400);
    }
}
