package io.focusgen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.focusgen.http.RawConnection;

/** Heads that come slowly or not at all, where a head has half a second: of the packaged service, whose Netty finds its extensions. */
@Tag("long")
@Timeout(120)
class SlowHeadTest {

    private static final Duration HEAD = Duration.ofMillis(500);

    /** Much more, for a loaded machine, and much less than the server's own limit of five minutes. */
    private static final Duration CUT = Duration.ofSeconds(20);

    private static final String WHOLE = "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static Child service;
    private static URI root;

    @BeforeAll
    static void start() throws IOException {
        service = Child.service("slow-head", "-Dfocus.request.head-timeout=" + HEAD.toMillis() + "ms");
        root = URI.create("http://127.0.0.1:" + service.port());
    }

    @AfterAll
    static void end() {
        service.close();
    }

    /** Sends a byte now and then until the connection is cut. */
    private static void trickle(RawConnection connection, String head) throws InterruptedException {
        long start = System.nanoTime();
        try {
            for (int i = 0; System.nanoTime() - start < CUT.toNanos(); i++) {
                connection.sendMore(head.substring(i % head.length(), i % head.length() + 1));
                Thread.sleep(50);
            }
        } catch (IOException cut) {
            assertThat(cut).hasMessageNotContaining("timed out");
            return;
        }
        throw new AssertionError("not cut within " + CUT);
    }

    @Test
    void aHeadThatTricklesIsCut() throws Exception {
        try (RawConnection connection = new RawConnection(root)) {
            trickle(connection, "GET /api/v1/catalog?" + "x".repeat(10_000));
        }
    }

    @Test
    void soIsTheNextOneOnAConnection() throws Exception {
        try (RawConnection connection = new RawConnection(root)) {
            connection.sendMore(WHOLE);
            assertThat(connection.readHead()).startsWith("HTTP/1.1 200 ");
            trickle(connection, "GET /api/v1/catalog?" + "x".repeat(10_000));
        }
    }

    @Test
    void aConnectionOnWhichNothingComesIsClosed() throws Exception {
        try (RawConnection connection = new RawConnection(root)) {
            long start = System.nanoTime();
            assertThat(connection.read(1)).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(CUT);
        }
    }

    @Test
    void neitherTheTimeBetweenRequestsNorThatOfAnAnswerCounts() throws Exception {
        try (RawConnection connection = new RawConnection(root)) {
            for (int i = 0; i < 3; i++) {
                connection.sendMore("GET /api/v1/cost-and-usage.csv?rows=300000 HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(connection.read(1)).isEqualTo(1);
                // Longer than a head may take, while the rest of the answer waits for its reader and after it was read.
                Thread.sleep(HEAD.toMillis() + 300);
                assertThat(connection.readToLastChunk()).endsWith("0\r\n\r\n");
                Thread.sleep(HEAD.toMillis() + 300);
            }
        }
    }
}
