package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.focusgen.http.streaming.Admission;
import io.focusgen.testing.FakeEngine;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Bodies that come slowly, in part, or not at all, where a body has one second and all together one MiB. */
@QuarkusTest
@TestProfile(TightService.class)
@Timeout(60)
class SlowBodyTest {

    @TestHTTPResource
    URL service;

    @TestHTTPResource("/")
    URI root;

    @Inject
    FakeEngine engine;

    @Inject
    Admission admission;

    private Client client;
    private final List<RawConnection> open = new ArrayList<>();

    @BeforeEach
    void setUp() {
        client = new Client(service);
        engine.opened.set(0);
    }

    @AfterEach
    void leave() throws IOException {
        for (RawConnection connection : open) {
            connection.close();
        }
    }

    private RawConnection begin(int announced, String sent) throws IOException {
        RawConnection connection = new RawConnection(root);
        open.add(connection);
        return connection.send("POST " + CSV + " HTTP/1.1\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + announced, sent);
    }

    private static Set<String> waitingWorkers() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("executor-thread"))
                .filter(thread -> List.of(thread.getValue()).toString().contains("focusgen"))
                .map(thread -> thread.getKey().getName()).collect(Collectors.toSet());
    }

    @Test
    void theyHoldNeitherThreadsNorSlotsAndAreRefusedInTime() throws Exception {
        for (int i = 0; i < 300; i++) {
            begin(100, "{\"rows\":");
        }

        assertThat(client.post(CSV, "{\"rows\":1}").statusCode()).isEqualTo(200);
        await().until(() -> admission.streams().taken() == 0);
        assertThat(waitingWorkers()).isEmpty();

        long start = System.nanoTime();
        for (RawConnection connection : open) {
            assertThat(connection.readToEnd().head()).startsWith("HTTP/1.1 408 ");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(engine.opened).hasValue(1);
    }

    @Test
    void aBodyThatDripsIsReadUntilTheTimeIsOver() throws Exception {
        RawConnection connection = begin(10, "{\"row");
        for (String rest : List.of("s\"", ":", "1", "}")) {
            Thread.sleep(50);
            connection.sendMore(rest);
        }

        assertThat(connection.readToEnd().head()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aClientThatLeavesWithinItsBodyIsForgotten() throws Exception {
        try (LogWatch log = new LogWatch()) {
            for (int i = 0; i < 20; i++) {
                begin(100_000, "{" + " ".repeat(90_000)).close();
            }
            // None of their memory is held any more, or one of these would be refused.
            for (int i = 0; i < 5; i++) {
                await().until(() -> client.post(CSV, "{\"rows\":1" + " ".repeat(200_000) + "}").statusCode() == 200);
            }
            assertThat(log.complaints).isEmpty();
        }
    }

    @Test
    void allTogetherHaveABoundToo() throws Exception {
        String almost = "{" + " ".repeat(200_000);
        for (int i = 0; i < 6; i++) {
            begin(250_000, almost);
        }

        List<String> refused = new ArrayList<>();
        for (RawConnection connection : open) {
            RawConnection.Answer answer = connection.readToEnd();
            if (answer.head().startsWith("HTTP/1.1 408 ")) {
                continue;
            }
            assertThat(answer.head()).startsWith("HTTP/1.1 503 ").contains("Retry-After: ");
            refused.add(answer.bodyText());
        }
        assertThat(refused).as("five have room").hasSizeBetween(1, 2)
                .allSatisfy(body -> assertThat(body).contains("/problems/overloaded"));
        assertThat(client.post(CSV, "{\"rows\":1" + " ".repeat(200_000) + "}").statusCode()).isEqualTo(200);
    }
}
