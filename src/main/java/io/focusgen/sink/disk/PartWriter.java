package io.focusgen.sink.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.focusgen.sink.Checkpoint;
import io.focusgen.sink.ContentDigest;
import io.focusgen.stream.Streams;
import io.vertx.core.buffer.Buffer;

/** Writes items behind one another and forces them to the disk now and then. Closed by another thread where cancelled. */
final class PartWriter {

    private static final long BYTES_BETWEEN = 64L << 20;
    private static final long NANOS_BETWEEN = TimeUnit.SECONDS.toNanos(1);

    private final String name;
    /** The block that the stream of the items begins with. */
    private final long from;
    private final FileChannel channel;
    private final DiskSpace space;
    private final ContentDigest digest;

    // guarded by this
    private long forcedBytes;
    private long forcedAt = System.nanoTime();
    private boolean closed;

    /**
     * Writes behind what there is.
     *
     * @param digest of what is in the channel already; kept up to date
     * @param from the block that comes next
     */
    PartWriter(String name, FileChannel channel, DiskSpace space, ContentDigest digest, long from) {
        this.name = name;
        this.from = from;
        this.channel = channel;
        this.space = space;
        this.digest = digest;
        this.forcedBytes = digest.bytes();
    }

    /** Writes an item and gives it back; a checkpoint where it is time for one. */
    synchronized Optional<Checkpoint> write(Buffer item) {
        if (closed) {
            // Cancelled: nobody waits for it.
            return Optional.empty();
        }
        long blocks = Streams.blockBehind(item);
        ByteBuffer content = Streams.view(item);
        digest.update(content.duplicate());
        write(content);
        Streams.recycle(item);
        boolean due = digest.bytes() - forcedBytes >= BYTES_BETWEEN || System.nanoTime() - forcedAt >= NANOS_BETWEEN;
        return blocks >= 0 && due ? Optional.of(force(from + blocks)) : Optional.empty();
    }

    private void write(ByteBuffer content) {
        space.take(content.remaining());
        try {
            while (content.hasRemaining()) {
                channel.write(content);
            }
        } catch (IOException failed) {
            throw DiskFailure.of(name, "written", failed);
        } finally {
            space.give(content.remaining());
        }
    }

    /** Makes all that is written safe. */
    synchronized Checkpoint force(long blocks) {
        try {
            channel.force(false);
        } catch (IOException failed) {
            throw DiskFailure.of(name, "written", failed);
        }
        forcedBytes = digest.bytes();
        forcedAt = System.nanoTime();
        return new Checkpoint(blocks, forcedBytes, "", digest.state());
    }

    synchronized void close() throws IOException {
        closed = true;
        channel.close();
    }
}
