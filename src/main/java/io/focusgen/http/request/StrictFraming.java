package io.focusgen.http.request;

import java.util.Set;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.focusgen.http.problem.UnknownVersionException;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/**
 * Refuses a request of another version of the protocol, and one that is framed in two ways, by Content-Length and by Transfer-Encoding: two servers in a row that
 * believe different ones see different requests (RFC 9112, section 6.3). Netty forgets the length before anybody sees the
 * headers, so that only its decoder can tell, and the decoder of a connection can be replaced only here. Netty looks for
 * extensions, this one is among {@code META-INF/services}, where a system property that {@code Main} sets says so; a server
 * that also speaks HTTP/2 without TLS makes its decoder too late for it.
 */
public final class StrictFraming extends ChannelInitializerExtension {

    /** Of the server of this process; null before there is one. */
    private static volatile @Nullable HttpServerOptions options;

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addLast(new Replacement());
    }

    /** Learns the limits that the server was given. */
    @Singleton
    static final class Limits implements HttpServerOptionsCustomizer {

        @Override
        public void customizeHttpServer(HttpServerOptions given) {
            options = given;
        }
    }

    /** Waits for the first bytes: then all handlers are there, and none of them has seen any. */
    private static final class Replacement extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            ChannelHandlerContext decoder = context.pipeline().context(VertxHttpRequestDecoder.class);
            HttpServerOptions limits = options;
            if (decoder != null && limits != null) {
                context.pipeline().replace(decoder.name(), decoder.name(), new Decoder(limits));
            }
            context.pipeline().remove(this);
            context.fireChannelRead(bytes);
        }
    }

    private static final class Decoder extends VertxHttpRequestDecoder {

        private static final String NEWEST = "HTTP/1.1";
        private static final Set<String> VERSIONS = Set.of(NEWEST, "HTTP/1.0");

        /** The one of another version; the last one of its connection. */
        private @Nullable HttpRequest refused;

        Decoder(HttpServerOptions options) {
            super(options);
        }

        /** Another version would come back as the one of the answer, whatever stands there. */
        @Override
        protected HttpMessage createMessage(String[] line) {
            if (VERSIONS.contains(line[2])) {
                return super.createMessage(line);
            }
            refused = (HttpRequest) super.createMessage(new String[]{line[0], line[1], NEWEST});
            throw new UnknownVersionException();
        }

        /** What is answered and logged instead of a request that cannot be read. */
        @Override
        protected HttpMessage createInvalidMessage() {
            HttpRequest known = refused;
            return known == null
                    ? super.createInvalidMessage()
                    : new DefaultFullHttpRequest(known.protocolVersion(), known.method(), known.uri());
        }

        @Override
        protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
            throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
        }
    }
}
