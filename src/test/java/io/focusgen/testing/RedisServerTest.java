package io.focusgen.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;

class RedisServerTest {

    private final RedisServer redis = new RedisServer();

    @Test
    void answersForgetsAndStartsAgainEmpty() {
        try (redis) {
            redis.command("SET", "a", "1");
            assertThat(redis.command("GET", "a")).containsExactly("$1", "1");
            redis.flush();
            assertThat(redis.command("GET", "a")).containsExactly("$-1");
            redis.command("RPUSH", "b", "x", "y");
            assertThat(redis.command("LRANGE", "b", "0", "-1")).containsExactly("*2", "$1", "x", "$1", "y");
            redis.kill();
            assertThatThrownBy(() -> redis.command("PING")).isInstanceOf(UncheckedIOException.class);
            redis.start();
            assertThat(redis.command("EXISTS", "b")).containsExactly(":0");
            assertThatThrownBy(() -> redis.command("NONSENSE")).hasMessageContaining("unknown command");
        }
    }

    @Test
    void frozenItAnswersOnlyOnceItGoesOn() throws IOException {
        try (redis; Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            redis.freeze();
            socket.setSoTimeout(200);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            redis.thaw();
            socket.setSoTimeout(5000);
            assertThat(socket.getInputStream().readNBytes(5)).isEqualTo("+PONG".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void pausedItAnswersLater() {
        try (redis) {
            redis.pause(Duration.ofMillis(400));
            long start = System.nanoTime();
            assertThat(redis.command("PING")).containsExactly("+PONG");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(200));
        }
    }
}
