package io.focusgen.http;

import static io.focusgen.http.Client.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Without a trusted proxy nobody is believed who says that they ask from somewhere else. */
@QuarkusTest
class SpoofedAddressTest {

    @TestHTTPResource
    URL service;

    @Test
    void aJobBelongsToWhoIsAtTheOtherEndOfTheConnection() {
        Client client = new Client(service);
        HttpResponse<String> taken = client.post("/api/v1/jobs", "{\"rows\":10,\"month\":\"2026-01\"}",
                "X-Forwarded-For", "1.2.3.4", "Forwarded", "for=1.2.3.4", "X-Real-IP", "1.2.3.4");
        assertThat(taken.statusCode()).isEqualTo(202);
        String job = header(taken, "Location");

        assertThat(client.get(job).statusCode()).isEqualTo(200);
        assertThat(client.get(job, "X-Forwarded-For", "5.6.7.8").statusCode()).isEqualTo(200);
    }
}
