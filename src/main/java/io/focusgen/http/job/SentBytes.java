package io.focusgen.http.job;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.focusgen.http.problem.AccessLog;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.handler.stream.ChunkedInput;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/**
 * Counts what of a file the operating system took: Vert.x takes a file for sent when it has begun, and for well sent when the
 * client has gone meanwhile. One per answer; the file passes it in parts.
 */
final class SentBytes extends ChannelOutboundHandlerAdapter implements LongSupplier {

    /** Of the parts before the current one. */
    private final AtomicLong before = new AtomicLong();
    private volatile @Nullable Object part;

    private SentBytes() {
    }

    /** Counts for the answer to this request. @param bytes of the part of the file that is sent */
    static void follow(RoutingContext exchange, long bytes) {
        // Streams of HTTP/2 have a number; for them Vert.x counts itself.
        if (exchange.request().streamId() >= 0) {
            return;
        }
        SentBytes sent = new SentBytes();
        ChannelHandlerContext last = ((ConnectionBase) exchange.request().connection()).channelHandlerContext();
        last.pipeline().addBefore(last.name(), null, sent);
        AccessLog.counts(exchange, sent, bytes);
        exchange.addEndHandler(ended -> {
            // A closed connection has no handlers any more.
            if (last.pipeline().context(sent) != null) {
                last.pipeline().remove(sent);
            }
        });
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof FileRegion || message instanceof ChunkedInput<?>) {
            before.addAndGet(of(part));
            part = message;
        }
        ChannelFuture unused = context.write(message, promise);
    }

    @Override
    public long getAsLong() {
        return before.get() + of(part);
    }

    private static long of(@Nullable Object part) {
        if (part instanceof FileRegion region) {
            return region.transferred();
        }
        return part instanceof ChunkedInput<?> chunks ? chunks.progress() : 0;
    }
}
