package io.focusgen.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.ByteOutput;
import io.focusgen.stream.BlockSource;

/**
 * Encodes blocks with several threads and writes them in order. Each thread takes the next block, encodes it into its own
 * array and waits for its turn to write, so there are never more blocks in memory than threads, and the target's pace is
 * everyone's pace.
 */
final class BlockWriter {

    private static final int FIRST_ARRAY = 1 << 20;

    /** The JDK copies what it writes into a buffer of this size outside the heap, one per thread, and keeps it. */
    private static final int BYTES_PER_WRITE = 256 << 10;

    private final BlockSource source;
    private final WritableByteChannel target;
    private final Watcher watcher;
    private final AtomicLong nextToEncode = new AtomicLong();

    // guarded by this
    private long nextToWrite;
    private long bytes;
    private @Nullable Throwable failure;

    private BlockWriter(BlockSource source, WritableByteChannel target, Watcher watcher) {
        this.source = source;
        this.target = target;
        this.watcher = watcher;
    }

    /**
     * Writes all blocks.
     *
     * @param threads at least 1
     * @param watcher told after each block
     * @return bytes written
     * @throws IOException what the target threw; what the source threw comes as it is
     */
    static long write(BlockSource source, WritableByteChannel target, int threads, Watcher watcher)
            throws IOException {
        BlockWriter writer = new BlockWriter(source, target, watcher);
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < Math.min(Math.min(threads, source.mostAtOnce()), source.blocks()); i++) {
            Thread thread = new Thread(writer::work, "encoder-" + i);
            thread.setDaemon(true);
            thread.start();
            others.add(thread);
        }
        writer.work();
        for (Thread thread : others) {
            join(thread);
        }
        return writer.result();
    }

    private void work() {
        try {
            BlockArray block = new BlockArray();
            for (long number = nextToEncode.getAndIncrement(); number < source.blocks()
                    && going(); number = nextToEncode
                            .getAndIncrement()) {
                block.clear();
                if (source.needsOthers(number) && !turn(number)) {
                    break;
                }
                source.encode(number, block);
                if (turn(number)) {
                    write(block);
                    done(block.length());
                }
            }
        } catch (IOException | RuntimeException | Error thrown) {
            fail(thrown);
        } catch (InterruptedException interrupted) {
            fail(new IllegalStateException("nothing interrupts an encoder", interrupted));
        }
    }

    private synchronized boolean going() {
        return failure == null;
    }

    /** Waits until all earlier blocks are written; false where one of them never will be. */
    private synchronized boolean turn(long number) throws InterruptedException {
        while (nextToWrite != number && failure == null) {
            wait();
        }
        return failure == null;
    }

    private void write(BlockArray block) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(block.array(), 0, block.length());
        int end = buffer.limit();
        while (buffer.position() < end) {
            buffer.limit(Math.min(end, buffer.position() + BYTES_PER_WRITE));
            target.write(buffer);
        }
    }

    private synchronized void done(int length) {
        bytes += length;
        nextToWrite++;
        watcher.written(nextToWrite, bytes);
        notifyAll();
    }

    private synchronized void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        }
        notifyAll();
    }

    private synchronized long result() throws IOException {
        if (failure instanceof IOException broken) {
            throw broken;
        }
        if (failure instanceof RuntimeException wrong) {
            throw wrong;
        }
        if (failure instanceof Error wrong) {
            throw wrong;
        }
        return bytes;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("nothing interrupts a command", interrupted);
        }
    }

    /** One block, in an array that grows to the largest one. */
    private static final class BlockArray extends ByteOutput {

        BlockArray() {
            super(new byte[FIRST_ARRAY]);
        }

        void clear() {
            length = 0;
        }

        @Override
        protected void next(int more) {
            array = Arrays.copyOf(array, Math.max(length + more, 2 * array.length));
        }
    }
}
