package io.focusgen.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who judges whether a connection hangs must tell a service that does from one that waits for the rest of a request. */
@Timeout(60)
class NoiseTest {

    private static final String COMPLETE = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String INCOMPLETE = "GET / HTTP/1.1\r\nHost: a\r\n";
    private static final int MILLIS = 600;

    /** What a service does with a connection. */
    private interface Manner {
        void serve(Socket socket) throws IOException;
    }

    private static Outcome at(Manner manner, String request) throws Exception {
        try (ServerSocket service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket socket = service.accept()) {
                    manner.serve(socket);
                } catch (IOException over) {
                    // The client has gone.
                }
            });
            thread.start();
            try {
                return Noise.once(new Door("127.0.0.1", service.getLocalPort(), "", true),
                        request.getBytes(StandardCharsets.ISO_8859_1), MILLIS);
            } finally {
                thread.interrupt();
            }
        }
    }

    private static void readToEnd(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        while (in.read() >= 0) {
            Thread.onSpinWait();
        }
    }

    private static void never(Socket socket) throws IOException {
        readToEnd(socket);
        try {
            Thread.sleep(20 * MILLIS);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void silenceToACompleteRequestIsAHang() {
        assertThatThrownBy(() -> at(NoiseTest::readToEnd, COMPLETE)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("an answer to a complete request");
    }

    @Test
    void aConnectionThatDoesNotEndIsAHang() {
        assertThatThrownBy(() -> at(NoiseTest::never, INCOMPLETE)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("hung");
    }

    @Test
    void whoWaitsForTheRestAndEndsWhenNoneComesIsRight() throws Exception {
        assertThat(at(NoiseTest::readToEnd, INCOMPLETE)).isEqualTo(Outcome.CUT);
    }

    @Test
    void anAnswerIsAnAnswer() throws Exception {
        assertThat(at(socket -> {
            socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            readToEnd(socket);
        }, COMPLETE)).isEqualTo(Outcome.SERVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {COMPLETE, "GET / HTTP/1.1\r\n\r\n", "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}",
            "POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n", "x\r\n\r\n"})
    void nobodyCanWaitForMore(String request) {
        assertThat(Noise.isComplete(request)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", INCOMPLETE, "\r\n\r\n", "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\n{}",
            "POST / HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
            "POST / HTTP/1.1\r\nContent-Lengt\r\nContent-Length : 9\r\n\r\n{}",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", "GET / HTTP/1.1\r\nExpect: 100-continue\r\n\r\n"})
    void somebodyMayWaitForMore(String request) {
        assertThat(Noise.isComplete(request)).isFalse();
    }
}
