package io.focusgen.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/** What the extension makes of a connection of the server. That a packaged service has it is shown by a long test. */
class SlowHeadsTest {

    private static final String HEAD = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n";

    private EmbeddedChannel connection;

    private record Patience(Duration headTimeout, Duration bodyTimeout, Optional<MemorySize> bodyMemory)
            implements
                RequestConfig {
    }

    @BeforeEach
    void open() {
        HttpServerOptions options = new HttpServerOptions();
        new SlowHeads.Limit(new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30),
                Optional.of(new MemorySize(BigInteger.TEN)))).customizeHttpServer(options);
        connection = new EmbeddedChannel();
        connection.freezeTime();
        new SlowHeads().postInitializeServerChildChannel(connection);
        connection.pipeline().addLast("httpDecoder", new VertxHttpRequestDecoder(options));
    }

    @AfterEach
    void close() {
        boolean unused = connection.finishAndReleaseAll();
    }

    private void receive(String text) {
        boolean unused = connection.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private boolean openAfter(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
        return connection.isOpen();
    }

    @Test
    void aConnectionOnWhichNothingComesIsClosed() {
        assertThat(openAfter(9)).isTrue();
        assertThat(openAfter(2)).isFalse();
    }

    @Test
    void bytesNowAndThenBuyNoTime() {
        for (int i = 0; i < 9; i++) {
            receive(HEAD.substring(i, i + 1));
            assertThat(openAfter(1)).isTrue();
        }
        receive(HEAD.substring(9, 10));
        assertThat(openAfter(2)).isFalse();
    }

    @Test
    void neitherABodyNorAnAnswerNorAPauseCounts() {
        receive(HEAD);
        assertThat(openAfter(3_600)).isTrue();
        receive("abcde");
        assertThat(openAfter(3_600)).isTrue();
    }

    @Test
    void theNextHeadCountsFromItsFirstByte() {
        receive(HEAD + "abcde");
        assertThat(openAfter(3_600)).isTrue();
        receive("G");
        assertThat(openAfter(9)).isTrue();
        receive("E");
        assertThat(openAfter(2)).isFalse();
    }
}
