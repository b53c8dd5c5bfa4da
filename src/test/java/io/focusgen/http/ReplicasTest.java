package io.focusgen.http;

import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.focusgen.testing.SeveralSettings;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Several replicas without what they need to share jobs. */
@QuarkusTest
@TestProfile(SeveralSettings.class)
class ReplicasTest {

    @TestHTTPResource
    URL service;

    @Test
    void jobsAreRefusedWithAReasonAndStreamsGoOn() {
        Client client = new Client(service);

        HttpResponse<String> job = client.post("/api/v1/jobs", "{\"rows\":1}");

        assertThat(job.statusCode()).isEqualTo(503);
        assertThat(header(job, "Retry-After")).isNotEmpty();
        assertThat(json(job).get("type").asText()).isEqualTo("/problems/jobs-unavailable");
        assertThat(json(job).get("detail").asText()).contains("REDIS_URL and S3_BUCKET_NAME", "REPLICAS=1");
        assertThat(client.get("/api/v1/jobs").statusCode()).isEqualTo(503);
        HttpResponse<String> ready = client.get("/q/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        JsonNode check = null;
        for (JsonNode one : json(ready).get("checks")) {
            check = one.get("name").asText().equals("jobs") ? one : check;
        }
        assertThat(check).isNotNull();
        assertThat(check.at("/data/available").asBoolean(true)).isFalse();
        assertThat(check.at("/data/reason").asText()).contains("REDIS_URL");
        assertThat(client.get(Client.CSV + "?rows=1").statusCode()).isEqualTo(200);
    }
}
