package io.focusgen.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.http.BadExchanges.BadExchange;
import io.focusgen.testing.FakeEngine;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Whatever is wrong with a request, its sender learns what, in the same form, and nothing is generated. */
@QuarkusTest
@TestProfile(FakeEngine.Profile.class)
@Timeout(30)
class BadExchangesTest {

    @TestHTTPResource
    URL service;

    @Inject
    FakeEngine engine;

    @BeforeEach
    void forget() {
        engine.encoded.set(0);
    }

    static Stream<BadExchange> badExchanges() {
        return BadExchanges.all().stream();
    }

    @Test
    void thereAreManyAndNoneTwice() {
        List<BadExchange> all = BadExchanges.all();

        assertThat(all).hasSizeGreaterThanOrEqualTo(300);
        assertThat(all.stream().map(bad -> new String(bad.request(), StandardCharsets.ISO_8859_1)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("badExchanges")
    void itIsRefusedWithAnExplanation(BadExchange bad) throws IOException {
        String answer = answer(bad.request());

        assertThat(answer).matches("(?s)HTTP/1\\.[01] " + bad.type().status() + " .*");
        assertThat(header(answer, "Content-Type")).contains("application/problem+json");
        String id = header(answer, "X-Request-Id").orElseThrow();
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        if (body.isEmpty()) {
            assertThat(bad.name()).startsWith("HEAD ");
        } else {
            JsonNode problem = new ObjectMapper().readTree(body);
            assertThat(problem.path("requestId").asText()).isEqualTo(id);
            assertThat(problem.path("type").asText()).isEqualTo(bad.type().path());
            assertThat(problem.path("detail").asText()).isNotBlank();
            assertThat(body).doesNotContain("Exception", "jackson", "netty");
            if (bad.nearest() != null) {
                assertThat(problem.findValuesAsText("nearest")).contains(bad.nearest());
            }
        }
        assertThat(engine.encoded).hasValue(0);
    }

    private static Optional<String> header(String answer, String name) {
        return answer.lines().takeWhile(line -> !line.isEmpty())
                .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(line -> line.substring(name.length() + 2)).findFirst();
    }

    /** Up to the end of the connection, which may be a reset where more was sent than is read. */
    private String answer(byte[] request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket("127.0.0.1", service.getPort())) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(request);
                socket.getInputStream().transferTo(answer);
            } catch (SocketException reset) {
                assertThat(reset).hasMessageMatching(".*(reset|Broken pipe).*");
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
