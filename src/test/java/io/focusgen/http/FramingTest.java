package io.focusgen.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.testing.FakeEngine;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/**
 * Where a request ends must not be a matter of opinion: what is unclear is refused, and nothing behind it is read. Two lengths
 * are the matter of {@code StrictFramingTest} and, with the packaged service, of {@code .ci/run}: Netty does not find its
 * extensions among the class loaders of this test.
 */
@QuarkusTest
@TestProfile(FakeEngine.Profile.class)
@Timeout(30)
class FramingTest {

    private static final String POST = "POST " + Client.CSV + "?rows=1 HTTP/1.1\r\nContent-Type: application/json\r\n";

    /** What somebody else may take for the body, and a request of its own behind it. */
    private static final String SMUGGLED = "0\r\n\r\nGET /q/health HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TestHTTPResource
    URI service;

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: xchunked",
            "Content-Length: 5\r\nTransfer-Encoding: xchunked", "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
            "Transfer-Encoding:\tchunked\u000b", "Content-Length: 5\r\nContent-Length: 5"})
    void whatTwoServersMayReadDifferentlyIsRefusedAndTheConnectionClosed(String headers) throws IOException {
        try (RawConnection connection = new RawConnection(service)) {
            RawConnection.Answer answer = connection.send(POST + headers, SMUGGLED).readToEnd();

            assertThat(answer.head()).startsWith("HTTP/1.1 400 ").contains("Connection: close",
                    "Content-Type: application/problem+json");
            assertThat(answer.bodyText()).contains("/problems/malformed-request").doesNotContain("HTTP/1.1 ", "UP");
        }
    }

    @Test
    void chunksAreUnknownToHttp10() throws IOException {
        try (RawConnection connection = new RawConnection(service)) {
            RawConnection.Answer answer = connection
                    .send("POST " + Client.CSV + " HTTP/1.0\r\nTransfer-Encoding: chunked",
                            SMUGGLED)
                    .readToEnd();

            assertThat(answer.head()).startsWith("HTTP/1.0 400 ");
            assertThat(answer.bodyText()).contains("/problems/malformed-request").doesNotContain("UP");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunked", "CHUNKED"})
    void chunksAreReadAndTheNextRequestIsTheNext(String coding) throws IOException {
        try (RawConnection connection = new RawConnection(service)) {
            RawConnection.Answer answer = connection.send(POST + "Transfer-Encoding: " + coding, "2\r\n{}\r\n0\r\n\r\n"
                    + "GET /q/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").readToEnd();

            assertThat(answer.head()).startsWith("HTTP/1.1 200 ");
            assertThat(answer.bodyText()).contains("HTTP/1.1 200 OK", "UP");
        }
    }

    /** HTTP/2 would have errors of its own, which nobody explains. */
    @ParameterizedTest
    @ValueSource(strings = {"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
            "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: !!!!",
            "Connection: Upgrade\r\nUpgrade: h2c", "Connection: Upgrade\r\nUpgrade: websocket"})
    void aWishForAnotherProtocolIsNotHeard(String headers) throws IOException {
        try (RawConnection connection = new RawConnection(service)) {
            String head = connection.send("GET /q/health HTTP/1.1\r\n" + headers).readHead();

            assertThat(head).startsWith("HTTP/1.1 200 ").contains("X-Request-Id: ");
        }
    }

    @Test
    void theBeginningOfHttp2IsRefusedInWords() throws IOException {
        try (RawConnection connection = new RawConnection(service)) {
            RawConnection.Answer answer = connection.send("PRI * HTTP/2.0\r\n\r\nSM\r\n").readToEnd();

            assertThat(answer.head()).contains(" 400 ", "Content-Type: application/problem+json");
        }
    }

    /** In the packaged service by one of ours: StrictFramingTest. */
    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.9", "HTTP/0.9", "HTTP/3.0", "FTP/1.1", "HTTP/1.01", "http/1.1",
            "HTTP/11.1"})
    void anotherVersionIsRefused(String version) throws IOException {
        try (RawConnection connection = new RawConnection(service)) {
            RawConnection.Answer answer = connection.send("GET /q/health " + version).readToEnd();

            assertThat(answer.head()).contains(" 400 ", "Content-Type: application/problem+json");
            assertThat(answer.bodyText()).contains("HTTP/1.1 or HTTP/1.0").doesNotContain("UP");
        }
    }
}
