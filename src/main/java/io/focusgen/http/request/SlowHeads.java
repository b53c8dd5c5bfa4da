package io.focusgen.http.request;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/**
 * Closes a connection on which the head of a request is not complete in time: the first one counted from the connection, any
 * other from its first byte. The server's own limit counts only time in which nothing arrives, so that a byte now and then
 * would keep a connection for hours. Found by Netty like {@link StrictFraming}.
 */
public final class SlowHeads extends ChannelInitializerExtension {

    /** 0 before there is a server. */
    private static volatile long millis;

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        if (millis > 0) {
            channel.pipeline().addFirst(new Watch());
        }
    }

    /** Learns the time that the configuration gives. */
    @Singleton
    static final class Limit implements HttpServerOptionsCustomizer {

        private final Duration timeout;

        Limit(RequestConfig config) {
            timeout = config.headTimeout();
        }

        @Override
        public void customizeHttpServer(HttpServerOptions given) {
            millis = timeout.toMillis();
        }
    }

    /** Sees bytes before the decoder does. All of it happens on the event loop of the connection. */
    private static final class Watch extends ChannelInboundHandlerAdapter {

        private boolean beforeDecoder = true;
        private boolean inRequest;
        private @Nullable ScheduledFuture<?> deadline;

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            if (context.channel().isActive()) {
                begin(context);
            }
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            begin(context);
            context.fireChannelActive();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            if (beforeDecoder) {
                beforeDecoder = false;
                ChannelHandlerContext decoder = context.pipeline().context(VertxHttpRequestDecoder.class);
                if (decoder == null) {
                    end();
                    context.pipeline().remove(this);
                    context.fireChannelRead(bytes);
                    return;
                }
                context.pipeline().addAfter(decoder.name(), null, new Behind());
            }
            if (!inRequest) {
                begin(context);
            }
            context.fireChannelRead(bytes);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            end();
            context.fireChannelInactive();
        }

        private void begin(ChannelHandlerContext context) {
            if (deadline == null) {
                deadline = context.executor().schedule(() -> {
                    ChannelFuture unused = context.close();
                }, millis, TimeUnit.MILLISECONDS);
            }
        }

        private void end() {
            ScheduledFuture<?> pending = deadline;
            if (pending != null) {
                pending.cancel(false);
                deadline = null;
            }
        }

        /** Sees what the decoder makes of the bytes. */
        private final class Behind extends ChannelInboundHandlerAdapter {

            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (message instanceof HttpRequest) {
                    inRequest = true;
                    end();
                }
                if (message instanceof LastHttpContent) {
                    inRequest = false;
                }
                context.fireChannelRead(message);
            }
        }
    }
}
