package io.focusgen.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Whoever judges a service by its metrics must see each kind of harm in them. */
@Timeout(60)
class ElsewhereTest {

    private HttpServer service;
    private Elsewhere elsewhere;

    private boolean readable = true;
    private int live = 200;
    private double started = 1_000;
    private int failedStreams;
    private int status500;
    private int status503;
    private double longLived = 0.2;
    private int collections;
    private int collectionsEachLook = 1;

    @BeforeEach
    void setUp() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/q/metrics", exchange -> answer(exchange, readable ? 200 : 401, metrics()));
        service.createContext("/q/health/live", exchange -> answer(exchange, live, "{}"));
        service.createContext("/api", exchange -> answer(exchange, 200, "rows"));
        service.start();
        elsewhere = new Elsewhere(new Door("127.0.0.1", service.getAddress().getPort(), "", true));
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String metrics() {
        collections += collectionsEachLook;
        return String.format(Locale.ROOT, """
                # TYPE jvm_memory_used_bytes gauge
                process_start_time_seconds %f
                http_server_requests_seconds_count{outcome="SERVER_ERROR",status="500",uri="/a"} %d
                http_server_requests_seconds_count{outcome="SERVER_ERROR",status="503",uri="/a"} %d
                http_server_requests_seconds_count{outcome="SUCCESS",status="200",uri="/a"} 7
                focus_streams_total{outcome="failed"} %d
                focus_streams_total{outcome="cancelled"} 9
                focus_requests_total{dataset="a",format="csv",outcome="failed"} 0
                jvm_gc_pause_seconds_count{gc="a"} %d
                jvm_memory_usage_after_gc{area="heap",pool="long-lived"} %f
                """, started, status500, status503, failedStreams, collections, longLived);
    }

    private boolean judged() throws IOException {
        elsewhere.begin();
        return elsewhere.judge();
    }

    @Test
    void noHarmPasses() throws IOException {
        status500 = 3;
        failedStreams = 2;
        assertThat(judged()).isTrue();
    }

    @Test
    void refusalsForWantOfRoomAndHalfAHeapAreNoHarm() throws IOException {
        elsewhere.begin();
        status503 = 1_000;
        longLived = 0.5;
        assertThat(elsewhere.judge()).isTrue();
    }

    @Test
    void whoDoesNotLiveFails() throws IOException {
        elsewhere.begin();
        live = 503;
        assertThat(elsewhere.judge()).isFalse();
    }

    @Test
    void anotherProcessFails() throws IOException {
        elsewhere.begin();
        started++;
        assertThat(elsewhere.judge()).isFalse();
    }

    @Test
    void aFailureFails() throws IOException {
        elsewhere.begin();
        status500++;
        assertThat(elsewhere.judge()).isFalse();
    }

    @Test
    void aStreamThatFailedFails() throws IOException {
        elsewhere.begin();
        failedStreams++;
        assertThat(elsewhere.judge()).isFalse();
    }

    @Test
    void aHeapThatIsFullFails() throws IOException {
        elsewhere.begin();
        longLived = 0.51;
        assertThat(elsewhere.judge()).isFalse();
    }

    @Test
    void aHeapThatNobodyCollectsIsNotJudged() throws IOException {
        collectionsEachLook = 0;
        elsewhere.begin();
        longLived = 1;
        assertThat(elsewhere.judge()).isTrue();
    }

    @Test
    void whoShowsNoMetricsIsAskedWhetherItLives() throws IOException {
        readable = false;
        assertThat(judged()).isTrue();
        live = 503;
        assertThat(elsewhere.judge()).isFalse();
    }
}
