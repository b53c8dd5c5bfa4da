package io.focusgen.http;

import static io.focusgen.http.Client.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.focusgen.job.redis.RedisResource;
import io.focusgen.testing.FaultProxy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** A service that starts before its Redis. */
@QuarkusTest
@QuarkusTestResource(value = RedisResource.class, restrictToAnnotatedClass = true, initArgs = @ResourceArg(name = RedisResource.DOWN, value = "true"))
class RedisDownAtStartTest {

    FaultProxy proxy;

    @TestHTTPResource
    URL service;

    @Test
    void itIsReadyAndCountsForItselfUntilRedisIsThere() {
        Client client = new Client(service);
        assertThat(client.get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(client.get(Client.CSV + "?rows=1").statusCode()).isEqualTo(200);
        assertThat(header(client.get("/api/v1/catalog"), "RateLimit-Mode")).isEqualTo("degraded");
        assertThat(client.get("/q/health/started").statusCode()).isEqualTo(200);
        HttpResponse<String> live = client.get("/q/health/live");
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(Client.json(live).get("checks")).as("what being left alive depends on").isEmpty();
        HttpResponse<String> ready = client.get("/q/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("\"parts\"", "\"limits\": \"degraded\"", "\"degraded\": true");

        proxy.forward();

        await().atMost(Duration.ofSeconds(10)).until(
                () -> header(client.get("/api/v1/catalog"), "RateLimit-Mode").equals("shared"));
    }
}
