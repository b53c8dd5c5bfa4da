package io.focusgen.stream;

import java.util.ArrayDeque;
import java.util.concurrent.CancellationException;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.ByteOutput;

/**
 * One block of one subscription: first the work of encoding it, then its parked chunks. The worker owns it until
 * {@link #isDone()}, the subscription afterwards.
 */
final class BlockTask implements StreamPool.Task {

    private final long block;
    private final BlockSubscription owner;
    private final ArrayDeque<Chunk> chunks = new ArrayDeque<>();
    private @Nullable Throwable failure;
    private volatile boolean done;

    BlockTask(long block, BlockSubscription owner) {
        this.block = block;
        this.owner = owner;
    }

    @Override
    public void run() {
        if (owner.wants(block)) {
            encode();
        }
        finish();
    }

    @Override
    public void abandon() {
        fail(new IllegalStateException("the service is stopping"));
        finish();
    }

    private void encode() {
        Output out = new Output(owner.pool().take());
        try {
            owner.source().encode(block, out);
            out.park();
        } catch (ReaderGone gone) {
            out.discard();
        } catch (CancellationException gone) {
            out.discard();
            if (owner.wants(block)) {
                fail(gone);
            }
        } catch (Throwable thrown) {
            out.discard();
            fail(thrown);
        }
    }

    private void fail(Throwable thrown) {
        failure = thrown;
        owner.failed(block);
    }

    private void finish() {
        done = true;
        owner.drain();
    }

    boolean isDone() {
        return done;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Encoded chunks in order; empty if the block has no bytes, failed or was no longer wanted. */
    ArrayDeque<Chunk> chunks() {
        return chunks;
    }

    void recycle() {
        Chunk chunk;
        while ((chunk = chunks.poll()) != null) {
            owner.pool().give(chunk.array);
        }
    }

    /** Fills arrays of the pool, and stops the encoder at the next array once nobody wants the block. */
    private final class Output extends ByteOutput {

        Output(byte[] array) {
            super(array);
        }

        @Override
        public boolean isWanted() {
            return owner.wants(block);
        }

        @Override
        protected void next(int bytes) {
            if (!owner.wants(block)) {
                throw ReaderGone.INSTANCE;
            }
            park();
            ChunkPool pool = owner.pool();
            // A single row beyond a whole chunk gets an array of its own, which is not recycled.
            array = bytes > pool.chunkBytes() ? new byte[bytes] : pool.take();
            length = 0;
        }

        void park() {
            if (length > 0) {
                chunks.add(new Chunk(array, length));
            } else {
                owner.pool().give(array);
            }
        }

        void discard() {
            owner.pool().give(array);
            recycle();
        }
    }

    /** Unwinds an encoder whose bytes nobody wants. Not a failure: it never leaves this class. */
    private static final class ReaderGone extends RuntimeException {

        static final ReaderGone INSTANCE = new ReaderGone();

        private ReaderGone() {
            super("nobody wants this block any more", null, false, false);
        }
    }
}
