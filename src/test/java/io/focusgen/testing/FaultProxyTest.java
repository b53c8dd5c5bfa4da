package io.focusgen.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import io.focusgen.testing.FaultProxy.Direction;

class FaultProxyTest {

    private final AtomicInteger handled = new AtomicInteger();
    private ServerSocket echo;
    private HttpServer http;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::echoAll);
        thread.setDaemon(true);
        thread.start();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            handled.incrementAndGet();
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        http.start();
    }

    @AfterEach
    void stop() throws IOException {
        echo.close();
        http.stop(0);
    }

    @Test
    void forwardsAndCounts() throws Exception {
        try (FaultProxy proxy = new FaultProxy(echo.getLocalPort())) {
            try (Socket client = connect(proxy)) {
                assertThat(roundTrip(client, "*hello")).isEqualTo("*hello");
                client.shutdownOutput();
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(proxy.connections()).isEqualTo(1);
            await().untilAsserted(() -> assertThat(proxy.openConnections()).isZero());
        }
    }

    @Test
    void refusesUntilItForwards() throws Exception {
        try (FaultProxy proxy = new FaultProxy(echo.getLocalPort()); Socket early = connect(proxy)) {
            assertThat(roundTrip(early, "*a")).isEqualTo("*a");
            proxy.refuse();
            assertThatThrownBy(() -> roundTrip(early, "*b")).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> roundTrip(connect(proxy), "*c")).isInstanceOf(SocketException.class);
            proxy.forward();
            assertThat(roundTrip(connect(proxy), "*d")).isEqualTo("*d");
        }
    }

    @Test
    void closesItsPortUntilItForwards() throws Exception {
        try (FaultProxy proxy = new FaultProxy(echo.getLocalPort())) {
            proxy.closePort();
            assertThatThrownBy(() -> connect(proxy)).isInstanceOf(ConnectException.class);
            proxy.forward();
            assertThat(roundTrip(connect(proxy), "*d")).isEqualTo("*d");
        }
    }

    @Test
    void freezesOpenAndNewConnections() throws Exception {
        try (FaultProxy proxy = new FaultProxy(echo.getLocalPort()); Socket early = connect(proxy)) {
            assertThat(roundTrip(early, "*a")).isEqualTo("*a");
            proxy.freeze();
            Socket late = connect(proxy);
            early.setSoTimeout(200);
            late.setSoTimeout(200);
            assertThatThrownBy(() -> roundTrip(early, "*b")).isInstanceOf(SocketTimeoutException.class);
            assertThatThrownBy(() -> roundTrip(late, "*c")).isInstanceOf(SocketTimeoutException.class);
            proxy.forward();
            early.setSoTimeout(5000);
            assertThat(read(early, 2)).isEqualTo("*b");
        }
    }

    @Test
    void delaysADirection() throws Exception {
        try (FaultProxy proxy = new FaultProxy(echo.getLocalPort()); Socket client = connect(proxy)) {
            proxy.delay(Direction.TO_CLIENT, Duration.ofMillis(300));
            long start = System.nanoTime();
            assertThat(roundTrip(client, "*a")).isEqualTo("*a");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void limitsTheRate() throws Exception {
        try (FaultProxy proxy = new FaultProxy(echo.getLocalPort()); Socket client = connect(proxy)) {
            proxy.limit(1000);
            long start = System.nanoTime();
            assertThat(roundTrip(client, "*".repeat(300))).hasSize(300);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(250));
        }
    }

    @Test
    void resetsInTheMiddleAndOnlyOnce() throws Exception {
        try (FaultProxy proxy = new FaultProxy(echo.getLocalPort()); Socket client = connect(proxy)) {
            proxy.resetAfter(Direction.TO_SERVER, 3);
            assertThatThrownBy(() -> roundTrip(client, "*12345")).isInstanceOf(SocketException.class);
            assertThat(roundTrip(connect(proxy), "*12345")).isEqualTo("*12345");
        }
    }

    @Test
    void corruptsOneByte() throws Exception {
        try (FaultProxy proxy = new FaultProxy(echo.getLocalPort()); Socket client = connect(proxy)) {
            proxy.corrupt(Direction.TO_CLIENT, 4);
            assertThat(roundTrip(client, "*00")).isEqualTo("*00");
            assertThat(roundTrip(client, "000")).isEqualTo("010");
            assertThat(roundTrip(client, "000")).isEqualTo("000");
        }
    }

    @Test
    void answersInsteadOfTheServer() throws Exception {
        try (FaultProxy proxy = new FaultProxy(http.getAddress().getPort())) {
            byte[] busy = "HTTP/1.1 503 Slow Down\r\nContent-Length: 2\r\n\r\nno".getBytes(ISO_8859_1);
            proxy.answer("^PUT /a", busy, 2);
            assertThat(put(proxy, "/a", true).statusCode()).isEqualTo(503);
            assertThat(put(proxy, "/b", false).statusCode()).isEqualTo(200);
            assertThat(put(proxy, "/a", false).body()).isEqualTo("no");
            assertThat(put(proxy, "/a", false).body()).isEqualTo("body of /a");
            assertThat(handled).hasValue(2);
            assertThat(proxy.requests("^PUT /a")).isEqualTo(3);
        }
    }

    @Test
    void dropsTheAnswerOfARequestThatTheServerSaw() throws Exception {
        try (FaultProxy proxy = new FaultProxy(http.getAddress().getPort())) {
            proxy.dropAnswer("^PUT /a", 1);
            assertThatThrownBy(() -> put(proxy, "/a", false)).isInstanceOf(IOException.class);
            await().untilAsserted(() -> assertThat(handled).hasValue(1));
            assertThat(put(proxy, "/a", false).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void closingClosesEverything() throws Exception {
        Socket client;
        try (FaultProxy proxy = new FaultProxy(echo.getLocalPort())) {
            client = connect(proxy);
            assertThat(roundTrip(client, "*a")).isEqualTo("*a");
        }
        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    private static HttpResponse<String> put(FaultProxy proxy, String path, boolean expect) throws Exception {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + proxy.port() + path))
                .expectContinue(expect).PUT(BodyPublishers.ofString("body of " + path)).build(),
                BodyHandlers.ofString());
    }

    private static Socket connect(FaultProxy proxy) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(5000);
        return socket;
    }

    private static String roundTrip(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(ISO_8859_1));
        return read(client, text.length());
    }

    private static String read(Socket client, int length) throws IOException {
        byte[] bytes = client.getInputStream().readNBytes(length);
        if (bytes.length < length) {
            throw new SocketException("closed after " + bytes.length + " bytes");
        }
        return new String(bytes, ISO_8859_1);
    }

    private void echoAll() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                Thread thread = new Thread(() -> echo(socket));
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void echo(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            // The proxy reset the connection, as a test asked it to.
            return;
        }
    }
}
