package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.testing.FakeEngine;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The log of a service started with LOG_FORMAT=json. */
@QuarkusTest
@TestProfile(TightService.class)
@Timeout(60)
class LogTest {

    private static final String ID = "log-test-7";

    @TestHTTPResource
    URL service;

    private final List<ExtLogRecord> records = new CopyOnWriteArrayList<>();
    private final Handler watch = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            ExtLogRecord whole = ExtLogRecord.wrap(entry);
            whole.copyAll();
            records.add(whole);
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };
    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
        Logger.getLogger("").addHandler(watch);
    }

    @AfterEach
    void tearDown() {
        Logger.getLogger("").removeHandler(watch);
    }

    private static String text(ExtLogRecord line) {
        return new PatternFormatter("%s").format(line);
    }

    /** Whatever LOG_LEVEL says: their lines have tokens, signatures and all bytes of files in them. */
    @ParameterizedTest
    @ValueSource(strings = {"software.amazon.awssdk", "io.netty.handler.logging", "jdk.internal.httpclient",
            "jdk.event.security"})
    void whatSignsAndSendsKeepsItsDetailsToItself(String category) {
        assertThat(org.jboss.logmanager.Logger.getLogger(category).getLevel())
                .isEqualTo(org.jboss.logmanager.Level.INFO);
    }

    private List<ExtLogRecord> linesOf(Runnable request) {
        records.clear();
        request.run();
        await().until(() -> records.stream().anyMatch(LogTest::isAccess));
        return records.stream().filter(entry -> entry.getLoggerName().startsWith("io.focusgen")).toList();
    }

    private static boolean isAccess(ExtLogRecord entry) {
        return entry.getLoggerName().equals("io.focusgen.access");
    }

    private void answered(String pathAndQuery, int status) {
        assertThat(client.get(pathAndQuery, "X-Request-Id", ID).statusCode()).isEqualTo(status);
    }

    @Test
    void everyLineOfARequestCarriesItsName() {
        List<Runnable> requests = List.of(
                () -> answered(CSV + "?rows=1", 200),
                () -> answered(CSV + "?rows=0", 400),
                () -> answered("/nothing", 404),
                () -> answered("/docs", 303),
                () -> answered(CSV + "?seed=" + FakeEngine.FAILS_TO_PLAN, 500),
                () -> answered(CSV + "?seed=" + FakeEngine.FAILS_IN_FIRST_BLOCK, 500),
                () -> cutOff(CSV + "?rows=1e6&seed=" + FakeEngine.FAILS_LATER),
                () -> client.raw("GET /x HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: " + ID
                        + "\r\nContent-Length: 99999999999999999999\r\n\r\n"));

        for (Runnable request : requests) {
            List<ExtLogRecord> lines = linesOf(request);
            assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(line.getMdc("requestId"))
                    .as(line.getLoggerName() + ": " + text(line)).isEqualTo(ID));
            assertThat(lines.stream().filter(LogTest::isAccess)).hasSize(1);
        }
    }

    private void cutOff(String pathAndQuery) {
        try {
            client.get(pathAndQuery, "X-Request-Id", ID);
        } catch (UncheckedIOException expected) {
            assertThat(expected).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void theAccessLogSaysHowARequestEnded() {
        assertThat(text(linesOf(() -> answered(CSV + "?rows=0&x=" + "y".repeat(500), 400)).get(0)))
                .matches("GET /api/v1/cost-and-usage\\.csv\\?rows=0&x=y{1,80} 400, [0-9]+ bytes in [0-9]+ ms");
        assertThat(linesOf(() -> cutOff(CSV + "?rows=1e6&seed=" + FakeEngine.FAILS_LATER)))
                .anyMatch(line -> text(line).endsWith(" ms, broken off"));
    }

    private JsonNode access(Runnable request) {
        ExtLogRecord line = linesOf(request).stream().filter(LogTest::isAccess).findFirst().orElseThrow();
        try {
            return new ObjectMapper().readTree(console().getFormatter().format(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theLineOfARequestHasFieldsForMachines() {
        JsonNode line = access(() -> answered(CSV + "?rows=25&month=2026-01", 200));

        assertThat(line.fieldNames()).toIterable().containsExactlyInAnyOrder("timestamp", "level", "loggerName",
                "threadName", "message", "hostName", "mdc");
        JsonNode fields = line.get("mdc");
        assertThat(fields.fieldNames()).toIterable().containsExactlyInAnyOrder("requestId", "caller", "method", "path",
                "status", "outcome", "spec", "rows", "bytes", "firstByteMs", "durationMs");
        assertThat(fields.get("requestId").asText()).isEqualTo(ID);
        assertThat(fields.get("caller").asText()).matches("address:[0-9a-f]{12}");
        assertThat(fields.get("method").asText()).isEqualTo("GET");
        assertThat(fields.get("path").asText()).isEqualTo("/api/v1/{dataset}.{format}");
        assertThat(fields.get("status").asText()).isEqualTo("200");
        assertThat(fields.get("outcome").asText()).isEqualTo("answered");
        assertThat(fields.get("rows").asText()).isEqualTo("25");
        assertThat(fields.get("spec").asText()).isEqualTo(Client.header(
                client.get(CSV + "?rows=25&month=2026-01"), "ETag").replace("\"", "")).isNotEmpty();
        for (String number : List.of("bytes", "firstByteMs", "durationMs")) {
            assertThat(fields.get(number).asText()).as(number).matches("[0-9]+");
        }
    }

    @Test
    void theLineSaysHowItEnded() {
        assertThat(access(() -> cutOff(CSV + "?rows=1e6&seed=" + FakeEngine.FAILS_LATER)).at("/mdc/outcome").asText())
                .isEqualTo("failed");
        JsonNode unknown = access(() -> answered("/nothing", 404)).get("mdc");
        assertThat(unknown.get("path").asText()).isEqualTo("other");
        assertThat(unknown.has("spec")).isFalse();
        assertThat(access(() -> client.raw("GET /x HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: " + ID
                + "\r\nContent-Length: 99999999999999999999\r\n\r\n")).at("/mdc/outcome").asText())
                .isEqualTo("unreadable");
    }

    @Test
    void probesDoNotFillTheLog() {
        records.clear();
        client.get("/q/health/ready");
        client.get("/metrics");
        answered("/docs", 303);

        await().until(() -> records.stream().anyMatch(LogTest::isAccess));
        assertThat(records.stream().filter(LogTest::isAccess).map(LogTest::text)).singleElement()
                .asString().startsWith("GET /docs 303");
    }

    @Test
    void linesAreJsonWithTheNameOfTheRequest() throws IOException {
        ExtLogRecord line = new ExtLogRecord(java.util.logging.Level.INFO, "a\nb", LogTest.class.getName());
        line.putMdc("requestId", ID);

        String text = console().getFormatter().format(line);

        assertThat(text.strip().lines()).as("one line").hasSize(1);
        JsonNode json = new ObjectMapper().readTree(text);
        assertThat(json.get("message").asText()).isEqualTo("a\nb");
        assertThat(json.at("/mdc/requestId").asText()).isEqualTo(ID);
        assertThat(json.get("level").asText()).isEqualTo("INFO");
    }

    private static Handler console() {
        return Stream.of(org.jboss.logmanager.Logger.getLogger("").getHandlers()).flatMap(LogTest::withChildren)
                .filter(ConsoleHandler.class::isInstance).findFirst().orElseThrow();
    }

    private static Stream<Handler> withChildren(Handler handler) {
        return handler instanceof ExtHandler parent
                ? Stream.concat(Stream.of(parent), Stream.of(parent.getHandlers()).flatMap(LogTest::withChildren))
                : Stream.of(handler);
    }
}
