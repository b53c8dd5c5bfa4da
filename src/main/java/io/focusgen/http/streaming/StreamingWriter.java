package io.focusgen.http.streaming;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.focusgen.http.problem.AccessLog;
import io.focusgen.http.problem.FaultObserver;
import io.focusgen.http.problem.RequestId;
import io.focusgen.stream.Streams;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.util.concurrent.ScheduledFuture;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/**
 * Writes one stream to one response. It keeps {@value #WINDOW} chunks asked for or on their way to the socket and asks for
 * another one whenever the operating system has taken one, so the reader's pace is the stream's pace. Everything but the
 * arrival of items happens on the connection's event loop.
 */
final class StreamingWriter implements MultiSubscriber<Buffer> {

    /** What the request waits for, one of the two, once. */
    interface Suspended {

        /** No byte was sent: the failure becomes a status. */
        void answerFailure(Throwable failure);

        /** The response has ended, well or not. */
        void finish();
    }

    private static final Logger LOG = Logger.getLogger(StreamingWriter.class);

    /** Chunks between the encoder and the socket: one being sent, one waiting, two coming. */
    private static final int WINDOW = 4;

    /** Chunks written in one go before other connections of the event loop have their turn. */
    private static final int TURN = 16;

    private static final long HTTP2_INTERNAL_ERROR = 2;

    private final RoutingContext exchange;
    private final HttpServerResponse response;
    private final Channel channel;
    private final Suspended request;
    private final Duration stallTimeout;
    private final List<StreamOutcomes> observers;
    private final List<StreamSteps> steps;
    private final List<FaultObserver> faults;
    private final Ending ending;

    private final Queue<Buffer> arrived = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean turnPlanned = new AtomicBoolean();
    private volatile Flow.@Nullable Subscription upstream;
    private volatile boolean complete;
    private volatile @Nullable Throwable failure;
    /** Written on the event loop, read by whoever brings an item. */
    private volatile boolean over;

    // event loop only
    private boolean writing;
    /** HTTP/1.0 knows no chunks: only the close tells the client where the body ends. */
    private boolean unframed;
    private boolean atEnd;
    private int unwritten;
    private long bytes;
    private long lastProgress;
    private long counted;
    private long waited;
    private long rows;
    private BodyFormat format = BodyFormat.CSV;
    private boolean tellsOfWait;
    private final long begun = System.nanoTime();
    private @Nullable ScheduledFuture<?> stallCheck;

    StreamingWriter(RoutingContext exchange, Suspended request, Duration stallTimeout, List<StreamOutcomes> observers,
            List<StreamSteps> steps, List<FaultObserver> faults, Ending ending) {
        this.exchange = exchange;
        this.response = exchange.response();
        this.channel = ((ConnectionBase) exchange.request().connection()).channel();
        this.request = request;
        this.stallTimeout = stallTimeout;
        this.observers = observers;
        this.steps = steps;
        this.faults = faults;
        this.ending = ending;
    }

    void write(StreamedBody body) {
        rows = body.rows();
        format = body.format();
        tellsOfWait = Admission.tellsOfWait(exchange);
        observers.forEach(StreamOutcomes::started);
        exchange.addEndHandler(ended -> {
            if (ended.failed()) {
                channel.eventLoop().execute(this::clientGone);
            }
        });
        ending.writing(this);
        body.bytes().subscribe().withSubscriber(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        upstream = subscription;
        channel.eventLoop().execute(this::watchForStalls);
        if (over) {
            subscription.cancel();
        } else {
            subscription.request(WINDOW);
        }
    }

    @Override
    public void onItem(Buffer item) {
        arrived.add(item);
        takeTurn();
    }

    @Override
    public void onFailure(Throwable thrown) {
        failure = thrown;
        takeTurn();
    }

    @Override
    public void onCompletion() {
        complete = true;
        takeTurn();
    }

    private void takeTurn() {
        if (channel.eventLoop().inEventLoop()) {
            writeArrived();
        } else {
            planTurn();
        }
    }

    private void planTurn() {
        if (turnPlanned.compareAndSet(false, true)) {
            channel.eventLoop().execute(() -> {
                turnPlanned.set(false);
                writeArrived();
            });
        }
    }

    /** Not reentrant: a write that completes at once asks for the next item, which may arrive at once. */
    private void writeArrived() {
        if (writing) {
            return;
        }
        writing = true;
        try {
            for (int chunk = 0; chunk < TURN; chunk++) {
                // Read before the queue: what is still to come after an end seen here can only be nothing.
                boolean last = complete || failure != null;
                Buffer item = arrived.poll();
                if (item != null) {
                    writeItem(item);
                } else {
                    if (last) {
                        endOfStream();
                    }
                    return;
                }
            }
            planTurn();
        } finally {
            writing = false;
        }
    }

    private void writeItem(Buffer item) {
        if (over) {
            Streams.recycle(item);
            return;
        }
        if (!response.headWritten()) {
            response.setChunked(true);
            unframed = !response.isChunked();
        }
        handingOver();
        int length = item.length();
        response.write(item).onComplete(written -> written(item, length, written));
    }

    private void written(Buffer item, int length, AsyncResult<Void> result) {
        Streams.recycle(item);
        unwritten--;
        if (result.failed()) {
            countWait(System.nanoTime());
            clientGone();
            return;
        }
        boolean first = bytes == 0;
        bytes += length;
        progress();
        if (!over) {
            observers.forEach(observer -> observer.sent(length));
            if (first) {
                long nanos = lastProgress - AccessLog.started(exchange);
                observers.forEach(observer -> observer.firstByte(format, nanos));
                steps.forEach(each -> each.done(exchange, StreamSteps.Step.FIRST_BYTE, begun, lastProgress, null));
            }
        }
        Flow.Subscription source = upstream;
        if (!over && source != null) {
            source.request(1);
        }
        if (unwritten == 0 && complete) {
            takeTurn();
        }
    }

    /** What was handed over has been taken, or some of it: until then nothing else could go on. */
    private void progress() {
        lastProgress = System.nanoTime();
        countWait(lastProgress);
    }

    /** While a reader takes nothing, too: or one that never takes anything would look as if it were we who are slow. */
    private void countWait(long now) {
        long since = now - counted;
        counted = now;
        waited += since;
        if (!over) {
            observers.forEach(observer -> observer.waited(since));
        }
    }

    /** A client cannot stall while there is nothing for it to take. */
    private void handingOver() {
        if (unwritten++ == 0) {
            lastProgress = System.nanoTime();
            counted = lastProgress;
        }
    }

    private void endOfStream() {
        Throwable thrown = failure;
        if (over || atEnd || thrown == null && unwritten > 0) {
            return;
        }
        atEnd = true;
        // Nothing of the stream is kept any more, and the client cannot know yet that it has all.
        Admission.streamOver(exchange);
        if (thrown == null) {
            finish();
        } else if (response.headWritten()) {
            RequestId.around(exchange, () -> LOG.errorf(thrown,
                    "A stream failed after %d bytes; its connection is reset", bytes));
            AccessLog.outcome(exchange, "failed");
            faults.forEach(each -> each.fault(exchange, thrown));
            reset();
            end(StreamOutcomes.End.FAILED);
            request.finish();
        } else {
            end(StreamOutcomes.End.FAILED);
            request.answerFailure(thrown);
        }
    }

    private void finish() {
        handingOver();
        response.end().onComplete(written -> {
            if (written.failed()) {
                clientGone();
            } else if (!over) {
                if (unframed) {
                    close();
                }
                end(StreamOutcomes.End.COMPLETED);
                request.finish();
            }
        });
    }

    private void clientGone() {
        if (!over) {
            RequestId.around(exchange,
                    () -> LOG.debugf("The client closed the connection after %d bytes of a stream", bytes));
            end(StreamOutcomes.End.CANCELLED);
            request.finish();
        }
    }

    private void watchForStalls() {
        if (!over) {
            long millis = Math.max(1, stallTimeout.toMillis() / 4);
            stallCheck = channel.eventLoop().scheduleWithFixedDelay(this::cutIfStalled, millis, millis,
                    TimeUnit.MILLISECONDS);
        }
    }

    private void cutIfStalled() {
        if (over || unwritten == 0) {
            return;
        }
        long now = System.nanoTime();
        countWait(now);
        if (now - lastProgress > stallTimeout.toNanos()) {
            RequestId.around(exchange, () -> LOG.infof(
                    "A client took nothing for %s after %d bytes of a stream; its connection is reset", stallTimeout,
                    bytes));
            AccessLog.outcome(exchange, "stalled");
            reset();
            end(StreamOutcomes.End.STALLED);
            request.finish();
        }
    }

    /** Whether a slot was taken for it: others follow something that goes on elsewhere. */
    boolean hasSlot() {
        return Admission.hasSlot(exchange);
    }

    /** Resets the connection, unless all has been written: the process is about to end. */
    void cut() {
        channel.eventLoop().execute(() -> {
            if (!over) {
                RequestId.around(exchange, () -> LOG.infof(
                        "The process ends after %d bytes of a stream; its connection is reset", bytes));
                Admission.streamOver(exchange);
                reset();
                end(StreamOutcomes.End.FAILED);
                request.finish();
            }
        });
    }

    private void end(StreamOutcomes.End end) {
        if (unwritten > 0 && !response.ended()) {
            countWait(System.nanoTime());
        }
        over = true;
        ending.written(this);
        if (stallCheck != null) {
            stallCheck.cancel(false);
        }
        Flow.Subscription source = upstream;
        if (source != null) {
            source.cancel();
        }
        Buffer left;
        while ((left = arrived.poll()) != null) {
            Streams.recycle(left);
        }
        long now = System.nanoTime();
        if (tellsOfWait && bytes == 0 && end != StreamOutcomes.End.COMPLETED) {
            long nanos = now - AccessLog.started(exchange);
            observers.forEach(observer -> observer.unbegun(format, end, nanos));
        }
        StreamOutcomes.Written written = new StreamOutcomes.Written(rows, bytes, now - begun, waited);
        steps.forEach(each -> each.done(exchange, StreamSteps.Step.STREAM, begun, now,
                end == StreamOutcomes.End.COMPLETED ? null : end.name().toLowerCase(Locale.ROOT)));
        observers.forEach(observer -> observer.ended(end, written));
    }

    /**
     * Leaves no doubt that the body is incomplete (only streams of HTTP/2 have a number; asking for the version would make
     * Vert.x answer a strange one with 501): HTTP/1.0 and proxies that speak it take a plain close for the end, and
     * Vert.x would first wait until the client has taken what is queued, which a stalled one never does.
     */
    private void reset() {
        if (exchange.request().streamId() >= 0) {
            response.reset(HTTP2_INTERNAL_ERROR);
        } else {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            close();
        }
    }

    /** Whether it succeeds or was closed before makes no difference any more. */
    private void close() {
        ChannelFuture unused = channel.close();
    }
}
