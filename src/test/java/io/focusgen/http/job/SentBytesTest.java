package io.focusgen.http.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.focusgen.http.problem.AccessLog;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;

/** A server that sends a file with nothing written in it, of so many bytes that no buffer of the system has room for them. */
@Timeout(60)
class SentBytesTest {

    private static final int SECONDS = 30;
    private static final long BYTES = 256L << 20;
    private static final int SOME = 3_000_000;

    /** What the server knows of an answer at its end. */
    private record Ended(long bytes, boolean whole) {
    }

    @TempDir
    Path folder;

    private final BlockingQueue<Ended> ends = new LinkedBlockingQueue<>();
    private Vertx vertx;
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        Path file = folder.resolve("file");
        try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
            made.setLength(BYTES);
        }
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        router.get().handler(exchange -> {
            long length = exchange.request().path().equals("/all") ? BYTES : SOME;
            exchange.addEndHandler(ended -> ends
                    .add(new Ended(AccessLog.bytes(exchange), AccessLog.whole(exchange, ended.succeeded()))));
            SentBytes.follow(exchange, length);
            exchange.response().sendFile(file.toString(), 0, length);
        });
        server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").toCompletionStage()
                .toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    }

    private Socket asking(String path) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.actualPort());
        ask(socket, path);
        return socket;
    }

    private static void ask(Socket socket, String path) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Takes the head and so many bytes of the body. */
    private static void take(Socket socket, long bytes) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int next = socket.getInputStream().read();
            assertThat(next).isNotNegative();
            newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
        }
        socket.getInputStream().skipNBytes(bytes);
    }

    private Ended ended() throws InterruptedException {
        Ended ended = ends.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(ended).isNotNull();
        return ended;
    }

    @Test
    void whatIsTakenToItsEndIsWholeTheSecondTimeToo() throws Exception {
        try (Socket socket = asking("/some")) {
            take(socket, SOME);
            assertThat(ended()).isEqualTo(new Ended(SOME, true));
            ask(socket, "/some");
            take(socket, SOME);
            assertThat(ended()).isEqualTo(new Ended(SOME, true));
        }
    }

    @Test
    void whatIsResetIsNotWholeAndCountsWhatTheSystemTook() throws Exception {
        Socket socket = asking("/all");
        take(socket, SOME);
        socket.setSoLinger(true, 0);
        socket.close();

        assertThat(ended()).matches(ended -> !ended.whole())
                .matches(ended -> ended.bytes() >= SOME && ended.bytes() < BYTES, "bytes between");
    }

    @Test
    void whatIsClosedIsNotWholeEither() throws Exception {
        try (Socket socket = asking("/all")) {
            take(socket, SOME);
        }

        assertThat(ended()).matches(ended -> !ended.whole())
                .matches(ended -> ended.bytes() >= SOME && ended.bytes() < BYTES, "bytes between");
    }
}
