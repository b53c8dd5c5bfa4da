package io.focusgen.sink.s3;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

import io.focusgen.sink.SinkException;
import io.focusgen.sink.SinkException.Kind;
import io.focusgen.stream.BlockRange;
import io.focusgen.stream.Streams;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/** The bytes of some blocks, to be sent once or several times: for the first time they are at hand, then encoded again. */
final class PartContent {

    /** Items that wait for the checksum. */
    private static final int ITEMS_AHEAD = 8;

    private final BlockRange blocks;
    private final long bytes;
    private final int checksum;
    private final Streams streams;
    private final Executor worker;
    private final BooleanSupplier unwanted;
    private final AtomicReference<@Nullable List<Buffer>> atHand;

    /**
     * What is to be sent.
     *
     * @param bytes of the blocks
     * @param checksum their CRC32C
     * @param unwanted whether nobody waits for it any more
     * @param atHand the bytes, or null to encode them for the first time, too
     */
    PartContent(BlockRange blocks, long bytes, int checksum, Streams streams, Executor worker, BooleanSupplier unwanted,
            @Nullable List<Buffer> atHand) {
        this.blocks = blocks;
        this.bytes = bytes;
        this.checksum = checksum;
        this.streams = streams;
        this.worker = worker;
        this.unwanted = unwanted;
        this.atHand = new AtomicReference<>(atHand);
    }

    long bytes() {
        return bytes;
    }

    int checksum() {
        return checksum;
    }

    /**
     * The bytes for one attempt. What was given before is left to the garbage collector unless {@link #sent} got it back:
     * a request that was broken off may still look at it.
     */
    Uni<List<Buffer>> next() {
        return Uni.createFrom().deferred(() -> {
            if (unwanted.getAsBoolean()) {
                return Uni.createFrom().failure(new CancellationException("nobody waits for the file any more"));
            }
            List<Buffer> first = atHand.getAndSet(null);
            return first != null ? Uni.createFrom().item(first) : encoded();
        });
    }

    private Uni<List<Buffer>> encoded() {
        CRC32C sum = new CRC32C();
        long[] length = {0};
        return streams.of(blocks).emitOn(worker, ITEMS_AHEAD)
                .onItem().invoke(item -> {
                    ByteBuffer content = Streams.view(item);
                    length[0] += content.remaining();
                    sum.update(content);
                })
                .collect().asList()
                .onItem().invoke(() -> {
                    if (length[0] != bytes || (int) sum.getValue() != checksum) {
                        throw new SinkException(Kind.DIFFERENT, "Blocks " + blocks.first() + " to " + blocks.end()
                                + " are not the same bytes as before; the file has to be made anew.", null);
                    }
                });
    }

    /** Takes back what {@link #next} gave, because the server has all of it. */
    static void sent(List<Buffer> items) {
        items.forEach(Streams::recycle);
    }
}
