package io.focusgen.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.http.problem.UnknownVersionException;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/** What the extension makes of a connection of the server. That a packaged service has it is shown by .ci/run. */
class StrictFramingTest {

    private static final String HEAD = "POST / HTTP/1.1\r\nHost: localhost\r\n";

    private static HttpRequest received(String headers, String body) {
        return received(HEAD + headers + "\r\n" + body);
    }

    private static HttpRequest received(String bytes) {
        HttpServerOptions options = new HttpServerOptions();
        new StrictFraming.Limits().customizeHttpServer(options);
        EmbeddedChannel connection = new EmbeddedChannel();
        new StrictFraming().postInitializeServerChildChannel(connection);
        // As the server does, behind.
        connection.pipeline().addLast("httpDecoder", new VertxHttpRequestDecoder(options));
        connection.writeInbound(
                Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1));
        HttpRequest request = connection.readInbound();
        assertThat(connection.pipeline().names()).contains("httpDecoder");
        connection.finishAndReleaseAll();
        return request;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
            "Transfer-Encoding: gzip, chunked\r\nContent-Length: 0\r\n"})
    void twoLengthsAreAFault(String headers) {
        HttpRequest request = received(headers, "0\r\n\r\n");

        assertThat(request.decoderResult().isFailure()).isTrue();
        assertThat(request.decoderResult().cause()).hasMessageContaining("Transfer-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n", ""})
    void oneOrNoneIsNot(String headers) {
        assertThat(received(headers, "0\r\n\r\n").decoderResult().isSuccess()).isTrue();
    }

    /** Its answer and its line in the log are of a version that there is, and name what was asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"HTTP/3.0", "HTTP/2.0", "HTTP/1.9", "HTTP/0.9", "FTP/1.1", "http/1.1", "HTTP/1.01",
            "HTTP/11.1", "HTTP/1.1x", "HTTP/999999999999.1"})
    void anotherVersionIsAFault(String version) {
        HttpRequest request = received("PUT /q/health?a=b " + version + "\r\nHost: localhost\r\n\r\n");

        assertThat(request.decoderResult().cause()).isInstanceOf(UnknownVersionException.class)
                .hasMessageContaining("HTTP/1.1 or HTTP/1.0");
        assertThat(request.protocolVersion()).isSameAs(HttpVersion.HTTP_1_1);
        assertThat(request.method().name() + " " + request.uri()).isEqualTo("PUT /q/health?a=b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1", "HTTP/1.0"})
    void theVersionsThatThereAreAreNot(String version) {
        HttpRequest request = received("GET / " + version + "\r\nHost: localhost\r\n\r\n");

        assertThat(request.decoderResult().isSuccess()).isTrue();
        assertThat(request.protocolVersion()).isSameAs(HttpVersion.valueOf(version));
    }

    @Test
    void nettyFindsIt() throws IOException {
        assertThat(Path.of("src/main/resources/META-INF/services", ChannelInitializerExtension.class.getName()))
                .hasContent(StrictFraming.class.getName() + "\n" + SlowHeads.class.getName());
        assertThat(Files.readString(Path.of("src/main/java/io/focusgen/Main.java")))
                .contains(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY + "\", \"serviceload\"");
    }
}
