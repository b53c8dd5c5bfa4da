package io.focusgen.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

@Timeout(60)
class ClientsTest {

    private static final int ENDLESS_BYTES = 1 << 20;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/ok", exchange -> answer(exchange, 200, 0));
        server.createContext("/long", exchange -> answer(exchange, 200, ENDLESS_BYTES));
        server.createContext("/busy", exchange -> answer(exchange, 503, 0));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** @param length of the body, 0 for one in chunks */
    private void answer(HttpExchange exchange, int status, int length) throws IOException {
        asked.incrementAndGet();
        connections.add(exchange.getRemoteAddress());
        try (exchange) {
            exchange.sendResponseHeaders(status, length);
            exchange.getResponseBody().write(length == 0
                    ? exchange.getRequestURI().getPath().getBytes(StandardCharsets.US_ASCII)
                    : new byte[length]);
        }
    }

    private int port() {
        return server.getAddress().getPort();
    }

    @Test
    void eachClientKeepsItsConnectionAndAllTogetherSendSoManyRequests() throws InterruptedException {
        Answers answers = Clients.ask(port(), 4, 30, 50, number -> "/ok/" + number);

        assertThat(answers).extracting(Answers::whole, Answers::errors).containsExactly(50L, 0L);
        assertThat(asked).hasValue(50);
        assertThat(connections).hasSizeBetween(1, 4);
        assertThat(answers.median()).isPositive().isLessThanOrEqualTo(answers.within99());
    }

    @Test
    void timeEndsThemToo() throws InterruptedException {
        Answers answers = Clients.ask(port(), 2, 0.05, Long.MAX_VALUE, number -> "/ok");

        assertThat(answers.seconds()).isBetween(0.05, 20.0);
    }

    @Test
    void anotherStatusIsAnErrorThatIsShownAndTheConnectionIsKept() throws InterruptedException {
        Answers answers = Clients.ask(port(), 1, 30, 10, number -> number % 2 == 0 ? "/busy" : "/ok");

        assertThat(answers).extracting(Answers::whole, Answers::errors).containsExactly(5L, 5L);
        assertThat(answers.tool()).contains("503");
        assertThat(connections).hasSize(1);
    }

    @Test
    void whereNobodyListensEveryRequestIsAnError() throws InterruptedException {
        int port = port();
        server.stop(0);

        assertThat(Clients.ask(port, 2, 30, 6, number -> "/ok")).extracting(Answers::whole, Answers::errors)
                .containsExactly(0L, 6L);
    }

    @Test
    void workThatFailsFailsTheRow() {
        assertThatThrownBy(() -> Clients.inParallel(2, () -> {
            throw new IllegalArgumentException("no");
        })).hasRootCauseMessage("no");
    }

    @Test
    void slowReadersReadALittleAndAreCounted() throws Exception {
        try (SlowReaders readers = new SlowReaders(port(), 3, "/long", 1_000)) {
            Metrics.await("all have begun", 20, () -> readers.answered() == 3);

            assertThat(readers.broken()).isZero();
            assertThat(readers.bytes()).isBetween(3L, 3L * ENDLESS_BYTES / 2);
        }
    }

    @Test
    void slowReadersThatAreRefusedAreCountedAndTheFirstReasonIsKept() throws Exception {
        try (SlowReaders readers = new SlowReaders(port(), 3, "/busy", 1_000)) {
            Metrics.await("all were refused", 20, () -> readers.broken() == 3);

            assertThat(readers.answered()).isZero();
            assertThat(readers.failure()).contains("503");
        }
    }

    @Test
    void whatDoesNotComeInTimeIsTold() {
        assertThatThrownBy(() -> Metrics.await("snow", 0, () -> false)).hasMessageContaining("snow");
    }
}
